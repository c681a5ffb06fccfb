/**
 * What becomes of VMs and their vNICs on every host, 32 hosts to a word. Those with the same sums
 * and the same present path share what comes of them.
 */
import { MOVE_KINDS } from '../../../shared/model/verdict';
import { SHIFT, type Tally } from '../rules/tally';
import { ANYTHING, MOVE_EFFECTS } from './judge';
import { PLANE, planesOf } from './planes';
import { clearPlanes, Scratch, type Stretch } from './row-sums';
import { addBundle, type Bundle, type RuleGroup } from './rule-groups';
import { bitsOfRelations, OUTCOME_OF, type OutlookTable, TOGETHER } from './word-tables';

/** What becomes of a vNIC. */
export interface VnicFate {
  /** Of all path rules there, those about places alone first. */
  readonly bundles: readonly Bundle[];
  /** Those of them that bear on the move as a whole. */
  readonly onMove: readonly Bundle[];
  /** The vNIC itself leaves nothing for rules about the path. */
  readonly isSettled: boolean;
  readonly outlook: OutlookTable;
  /** See `FATE`. */
  readonly planes: Int32Array;
  isStale: boolean;
}

/**
 * The planes of a vNIC's fate: which relations its paths there can have to the present one, then
 * the best path there, its place in `DATAPATHS` in two planes.
 */
export const FATE = { keeps: 0, improves: 1, falls: 2, path: 3, count: 5 } as const;

/** What becomes of a VM. */
export interface VmFate {
  /** Of the rules about the move. */
  readonly move: readonly Bundle[];
  readonly vnics: readonly VnicFate[];
  readonly vnicsKnown: boolean;
  /** What holds on every host: of the vNICs themselves and of the present host. */
  readonly always: Tally;
  /**
   * For each kind of move, the place of the outcome in `OUTCOMES` in three planes; then the hosts
   * where something warns for certain.
   */
  readonly planes: Int32Array;
}

const OUTCOME_PLANES = 3 * MOVE_KINDS.length;
export const WARNED_PLANE = OUTCOME_PLANES;
export const VM_PLANES = OUTCOME_PLANES + 1;

const MOVE_PLANES = planesOf(MOVE_EFFECTS);
const WARNS_FOR_CERTAIN = SHIFT.warn + 1;
/** Of vNICs nobody knows: any of these, as `ANYTHING` of the judge. */
const ANYTHING_MAY_BE = bitsOfRelations(ANYTHING.relations);
const THERE = new Scratch();
const EFFECTS = new Scratch();

/** Whether something in the group bears on the move as a whole. */
export function bearsOnMove({ planes }: RuleGroup): boolean {
  return planes.some((plane) => MOVE_PLANES.includes(plane));
}

/**
 * @param hosts     those of each word to work out; the others stay as they are
 */
export function judgeVnic(fate: VnicFate, stretch: Stretch, hosts: number): void {
  const { words, from, to } = stretch;
  const there = THERE.of(PLANE.count * words);
  clearPlanes(there, stretch);
  for (let nth = 0; nth < fate.bundles.length; nth += 1) {
    addBundle(fate.bundles[nth] as Bundle, there, stretch);
  }
  const { planes } = fate;
  for (let word = from; word < to; word += 1) {
    const open = fate.isSettled ? 0 : ~(there[PLANE.settled * words + word] as number);
    const k0 = pathBit(there, 0, words, word, open);
    const k1 = pathBit(there, 1, words, word, open);
    const k2 = pathBit(there, 2, words, word, open);
    const k3 = pathBit(there, 3, words, word, open);
    const k4 = pathBit(there, 4, words, word, open);
    const k5 = pathBit(there, 5, words, word, open);
    let keeps = 0;
    let improves = 0;
    let falls = 0;
    let path0 = 0;
    let path1 = 0;
    let left = hosts;
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left);
      const b0 = (k0 >> bit) & 1;
      const b1 = (k1 >> bit) & 1;
      const b2 = (k2 >> bit) & 1;
      const b3 = (k3 >> bit) & 1;
      const b4 = (k4 >> bit) & 1;
      const b5 = (k5 >> bit) & 1;
      // All hosts with the same bits: `k ^ (b - 1)` has a 1 where they agree.
      const same =
        left &
        (k0 ^ (b0 - 1)) &
        (k1 ^ (b1 - 1)) &
        (k2 ^ (b2 - 1)) &
        (k3 ^ (b3 - 1)) &
        (k4 ^ (b4 - 1)) &
        (k5 ^ (b5 - 1));
      left &= ~same;
      const code = fate.outlook.codeOf(
        b0 | (b1 << 1) | (b2 << 2) | (b3 << 3) | (b4 << 4) | (b5 << 5),
      );
      if ((code & 1) !== 0) keeps |= same;
      if ((code & 2) !== 0) improves |= same;
      if ((code & 4) !== 0) falls |= same;
      if ((code & 8) !== 0) path0 |= same;
      if ((code & 16) !== 0) path1 |= same;
    }
    put(planes, FATE.keeps * words + word, hosts, keeps);
    put(planes, FATE.improves * words + word, hosts, improves);
    put(planes, FATE.falls * words + word, hosts, falls);
    put(planes, FATE.path * words + word, hosts, path0);
    put(planes, (FATE.path + 1) * words + word, hosts, path1);
  }
}

/** @param open  the hosts where the path is not settled */
function pathBit(
  there: Int32Array,
  plane: number,
  words: number,
  word: number,
  open: number,
): number {
  const rest = there[plane * words + word] as number;
  return rest | ((there[(PLANE.aboutPath + plane) * words + word] as number) & open);
}

/** Sets of relations in the word at hand: keeps, improves, falls back. */
const together = new Int32Array(3);
/** Outcomes in the word at hand. */
const outcomes = new Int32Array(OUTCOME_PLANES);

/**
 * @param hosts     as for `judgeVnic`
 * @param refusals  of the place without a switch: what a host refuses in any case
 */
export function judgeVm(fate: VmFate, stretch: Stretch, hosts: number, refusals: Bundle): void {
  const { words, from, to } = stretch;
  const effects = EFFECTS.of(PLANE.count * words);
  sumUpEffects(fate, effects, stretch, refusals);
  const { vnics, planes } = fate;
  for (let word = from; word < to; word += 1) {
    together[0] = -1;
    together[1] = 0;
    together[2] = 0;
    for (let nth = 0; nth < vnics.length; nth += 1) {
      const vnic = (vnics[nth] as VnicFate).planes;
      const keeps = vnic[FATE.keeps * words + word] as number;
      const improves = vnic[FATE.improves * words + word] as number;
      const falls = vnic[FATE.falls * words + word] as number;
      if (nth === 0) {
        // Together with no other vNIC it is what it is.
        together[0] = keeps;
        together[1] = improves;
        together[2] = falls;
      } else addRelations(hosts, keeps, improves, falls);
    }
    if (!fate.vnicsKnown) {
      addRelations(
        hosts,
        -(ANYTHING_MAY_BE & 1),
        -((ANYTHING_MAY_BE >> 1) & 1),
        -((ANYTHING_MAY_BE >> 2) & 1),
      );
    }
    const keeps = together[0] as number;
    const improves = together[1] as number;
    const falls = together[2] as number;
    outcomes.fill(0);
    let left = hosts;
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left);
      const b0 = (keeps >> bit) & 1;
      const b1 = (improves >> bit) & 1;
      const b2 = (falls >> bit) & 1;
      const same = left & (keeps ^ (b0 - 1)) & (improves ^ (b1 - 1)) & (falls ^ (b2 - 1));
      left &= ~same;
      putOutcomes(same, b0 | (b1 << 1) | (b2 << 2), effects, words, word);
    }
    for (let plane = 0; plane < OUTCOME_PLANES; plane += 1) {
      put(planes, plane * words + word, hosts, outcomes[plane] as number);
    }
    const warned = effects[WARNS_FOR_CERTAIN * words + word] as number;
    put(planes, WARNED_PLANE * words + word, hosts, warned);
  }
}

/** Everything that bears on the move as a whole. */
function sumUpEffects(
  { always, move, vnics }: VmFate,
  effects: Int32Array,
  stretch: Stretch,
  refusals: Bundle,
): void {
  clearPlanes(effects, stretch);
  addBundle(refusals, effects, stretch);
  const { words, from, to } = stretch;
  // Of the place without a switch only what the host refuses counts.
  for (let nth = 0; nth < MOVE_PLANES.length; nth += 1) {
    const plane = MOVE_PLANES[nth] as number;
    const isAlways = ((always >> plane) & 1) === 1;
    if (!isAlways && plane < SHIFT.queue) continue;
    const first = plane * words;
    for (let at = first + from; at < first + to; at += 1) effects[at] = isAlways ? -1 : 0;
  }
  for (let nth = 0; nth < move.length; nth += 1) {
    addBundle(move[nth] as Bundle, effects, stretch);
  }
  for (let nth = 0; nth < vnics.length; nth += 1) {
    const { onMove } = vnics[nth] as VnicFate;
    for (let of = 0; of < onMove.length; of += 1) {
      addBundle(onMove[of] as Bundle, effects, stretch);
    }
  }
}

/** The outcomes of all kinds of move for hosts with the same relations. */
function putOutcomes(
  hosts: number,
  relations: number,
  effects: Int32Array,
  words: number,
  word: number,
): void {
  for (let at = 0; at < MOVE_KINDS.length; at += 1) {
    const kind = MOVE_KINDS[at] as (typeof MOVE_KINDS)[number];
    const maybe = effects[SHIFT[kind] * words + word] as number;
    const surely = effects[(SHIFT[kind] + 1) * words + word] as number;
    const table = OUTCOME_OF[kind];
    // Certain has both bits, in doubt the first.
    putOutcome(at, table[relations] as number, hosts & ~maybe);
    putOutcome(at, table[relations | 8] as number, hosts & maybe & ~surely);
    putOutcome(at, table[relations | 24] as number, hosts & surely);
  }
}

function putOutcome(kind: number, code: number, hosts: number): void {
  const first = kind * 3;
  if ((code & 1) !== 0) outcomes[first] = (outcomes[first] as number) | hosts;
  if ((code & 2) !== 0) outcomes[first + 1] = (outcomes[first + 1] as number) | hosts;
  if ((code & 4) !== 0) outcomes[first + 2] = (outcomes[first + 2] as number) | hosts;
}

/** What the vNICs so far are together with another one. */
function addRelations(hosts: number, keeps: number, improves: number, falls: number): void {
  const t0 = together[0] as number;
  const t1 = together[1] as number;
  const t2 = together[2] as number;
  let next0 = 0;
  let next1 = 0;
  let next2 = 0;
  let left = hosts;
  while (left !== 0) {
    const bit = 31 - Math.clz32(left & -left);
    const a0 = (t0 >> bit) & 1;
    const a1 = (t1 >> bit) & 1;
    const a2 = (t2 >> bit) & 1;
    const b0 = (keeps >> bit) & 1;
    const b1 = (improves >> bit) & 1;
    const b2 = (falls >> bit) & 1;
    const same =
      left &
      (t0 ^ (a0 - 1)) &
      (t1 ^ (a1 - 1)) &
      (t2 ^ (a2 - 1)) &
      (keeps ^ (b0 - 1)) &
      (improves ^ (b1 - 1)) &
      (falls ^ (b2 - 1));
    left &= ~same;
    const both = TOGETHER[a0 | (a1 << 1) | (a2 << 2) | (b0 << 3) | (b1 << 4) | (b2 << 5)] as number;
    if ((both & 1) !== 0) next0 |= same;
    if ((both & 2) !== 0) next1 |= same;
    if ((both & 4) !== 0) next2 |= same;
  }
  together[0] = next0;
  together[1] = next1;
  together[2] = next2;
}

function put(planes: Int32Array, at: number, hosts: number, bits: number): void {
  planes[at] = ((planes[at] as number) & ~hosts) | (bits & hosts);
}
