/** What becomes of VMs on every host, by kind of move, 32 hosts to a word. */
import { MOVE_KINDS } from '../../../shared/model/verdict';
import { SHIFT, type Tally } from '../rules/tally';
import { Words } from './bits';
import { ANYTHING } from './judge';
import { BLOCK_PLANES, PLANE, WARNED } from './planes';
import { Scratch } from './row-sums';
import type { Bundles, HostTallies } from './rule-groups';
import { FATE, type HostFates, putNumber, type VnicFates } from './vnic-fates';
import { bitsOfRelations, OUTCOME_OF, TOGETHER } from './word-tables';

/** What the fate of a VM is made of. */
export interface VmParts {
  /** Numbers of the bundles of the rules about the move. */
  readonly move: readonly number[];
  /** Of its vNICs. */
  readonly fates: readonly number[];
  readonly vnicsKnown: boolean;
  /** What holds on every host: of the vNICs themselves and of the present host. */
  readonly always: Tally;
}

/**
 * The planes of a VM: for each kind of move, the place of the outcome in `OUTCOMES` in three planes;
 * then the hosts where something warns for certain.
 */
export const OUTCOME_PLANES = 3;
export const WARNED_PLANE = OUTCOME_PLANES * MOVE_KINDS.length;
export const VM_PLANES = WARNED_PLANE + 1;

export class VmFates {
  /** By word, by VM, then by plane: what becomes of all VMs on a host stands together. */
  readonly planes: Int32Array;
  readonly #bundles: Bundles;
  readonly #vnics: VnicFates;
  /** By VM: where its parts stand in `#parts`; -1 where nobody asked yet. */
  readonly #firsts: Int32Array;
  /** Of each VM: `always`, whether its vNICs are known, how many of each part, and the parts. */
  readonly #parts: Words;
  readonly #refusals: number;

  /** @param refusals  the bundle of the place without a switch: what a host refuses in any case */
  constructor(vms: number, bundles: Bundles, vnics: VnicFates, refusals: number) {
    this.#bundles = bundles;
    this.#refusals = refusals;
    this.#vnics = vnics;
    this.planes = new Int32Array(vms * bundles.words * VM_PLANES);
    this.#firsts = new Int32Array(vms).fill(-1);
    this.#parts = new Words(vms * EXPECTED_PARTS);
  }

  has(vm: number): boolean {
    return 0 <= (this.#firsts[vm] as number);
  }

  forget(vm: number): void {
    this.#firsts[vm] = -1;
  }

  put(vm: number, { move, fates, vnicsKnown, always }: VmParts): void {
    const first = this.#parts.take(PART.first + move.length + fates.length);
    const { all } = this.#parts;
    all[first + PART.always] = always;
    all[first + PART.vnicsKnown] = vnicsKnown ? 1 : 0;
    all[first + PART.fates] = fates.length;
    all[first + PART.move] = move.length;
    let at = first + PART.first;
    for (const fate of fates) all[at++] = fate;
    for (const bundle of move) all[at++] = bundle;
    this.#firsts[vm] = first;
    this.#judge(vm);
  }

  /** Where the planes of a VM stand for a word of hosts. */
  firstPlane(vm: number, word: number): number {
    return (word * this.#firsts.length + vm) * VM_PLANES;
  }

  /** The fates of its vNICs. */
  fatesOf(vm: number): Int32Array {
    const first = this.#firsts[vm] as number;
    const { all } = this.#parts;
    const from = first + PART.first;
    return all.subarray(from, from + (all[first + PART.fates] as number));
  }

  /** Judges anew on one host what hangs on other bundles or vNICs there. */
  refresh(tallies: HostTallies, fates: HostFates): void {
    const parts = this.#parts.all;
    const whoever = tallies.isOther[this.#refusals] as number;
    const { host } = tallies;
    for (let vm = 0; vm < this.#firsts.length; vm += 1) {
      const first = this.#firsts[vm] as number;
      if (first < 0) continue;
      let others = whoever;
      let at = first + PART.first;
      for (const end = at + (parts[first + PART.fates] as number); at < end; at += 1) {
        others |= fates.isOther[parts[at] as number] as number;
      }
      for (const end = at + (parts[first + PART.move] as number); at < end; at += 1) {
        others |= tallies.isOther[parts[at] as number] as number;
      }
      if (others === 0) continue;
      const to = this.firstPlane(vm, host >> 5);
      putNumber(this.planes, to, VM_PLANES, host, this.#fateAt(first, tallies, fates));
    }
  }

  /** What becomes of a VM on one host, a bit for each plane. */
  #fateAt(first: number, tallies: HostTallies, fates: HostFates): number {
    const parts = this.#parts.all;
    let effects = tallies.of(this.#refusals) & BLOCK_BITS;
    effects |= parts[first + PART.always] as number;
    let relations = KEEPS;
    let at = first + PART.first;
    for (const end = at + (parts[first + PART.fates] as number); at < end; at += 1) {
      const fate = fates.of(parts[at] as number);
      effects |= fate >> FATE.count;
      relations = TOGETHER[relations | ((fate & RELATION_BITS) << 3)] as number;
    }
    for (const end = at + (parts[first + PART.move] as number); at < end; at += 1) {
      effects |= tallies.of(parts[at] as number);
    }
    if (parts[first + PART.vnicsKnown] === 0) {
      relations = TOGETHER[relations | (ANYTHING_MAY_BE << 3)] as number;
    }
    let number = ((effects >> WARNED) & 1) << WARNED_PLANE;
    for (let kind = 0; kind < KIND_SHIFTS.length; kind += 1) {
      const block = (effects >> (KIND_SHIFTS[kind] as number)) & 3;
      number |= (OUTCOME_OF[relations | (block << 3)] as number) << (kind * OUTCOME_PLANES);
    }
    return number;
  }

  /** All hosts of one VM. */
  #judge(vm: number): void {
    const { words } = this.#bundles;
    const effects = EFFECTS.of(PLANE.aboutPath * words);
    const first = this.#firsts[vm] as number;
    this.#sumUpEffects(first, effects);
    const parts = this.#parts.all;
    const from = first + PART.first;
    const to = from + (parts[first + PART.fates] as number);
    const isKnown = parts[first + PART.vnicsKnown] === 1;
    const { planes } = this;
    const ofVnics = this.#vnics.planes;
    for (let word = 0; word < words; word += 1) {
      together[0] = -1;
      together[1] = 0;
      together[2] = 0;
      for (let at = from; at < to; at += 1) {
        const there = this.#vnics.firstPlane(parts[at] as number, word);
        const keeps = ofVnics[there + FATE.keeps] as number;
        const improves = ofVnics[there + FATE.improves] as number;
        const falls = ofVnics[there + FATE.falls] as number;
        if (at === from) {
          // Together with no other vNIC it is what it is.
          together[0] = keeps;
          together[1] = improves;
          together[2] = falls;
        } else addRelations(keeps, improves, falls);
      }
      if (!isKnown) {
        addRelations(
          -(ANYTHING_MAY_BE & 1),
          -((ANYTHING_MAY_BE >> 1) & 1),
          -((ANYTHING_MAY_BE >> 2) & 1),
        );
      }
      putOutcomesByBlock();
      let put = this.firstPlane(vm, word);
      for (let kind = 0; kind < KIND_SHIFTS.length; kind += 1) {
        const plane = KIND_SHIFTS[kind] as number;
        // Certain has both bits, in doubt the first.
        const maybe = effects[plane * words + word] as number;
        const surely = effects[(plane + 1) * words + word] as number;
        for (let bit = 0; bit < OUTCOME_PLANES; bit += 1) {
          planes[put + bit] =
            ((byBlock[bit] as number) & ~maybe) |
            ((byBlock[OUTCOME_PLANES + bit] as number) & maybe & ~surely) |
            ((byBlock[2 * OUTCOME_PLANES + bit] as number) & surely);
        }
        put += OUTCOME_PLANES;
      }
      planes[put] = effects[WARNED * words + word] as number;
    }
  }

  /** Everything that bears on the move as a whole. */
  #sumUpEffects(first: number, effects: Int32Array): void {
    const { words } = this.#bundles;
    const parts = this.#parts.all;
    effects.fill(0);
    this.#bundles.addTo(effects, this.#refusals, 'move');
    // Of the place without a switch only what the host refuses counts.
    effects.fill(0, WARNED * words, (WARNED + 1) * words);
    let at = first + PART.first;
    for (const end = at + (parts[first + PART.fates] as number); at < end; at += 1) {
      this.#vnics.addEffects(parts[at] as number, effects);
    }
    for (const end = at + (parts[first + PART.move] as number); at < end; at += 1) {
      this.#bundles.addTo(effects, parts[at] as number, 'move');
    }
    const always = parts[first + PART.always] as number;
    if (always === 0) return;
    for (const plane of [...BLOCK_PLANES, WARNED]) {
      if (((always >> plane) & 1) === 1) effects.fill(-1, plane * words, (plane + 1) * words);
    }
  }
}

/** What stands before the parts of a VM. */
const PART = { always: 0, vnicsKnown: 1, fates: 2, move: 3, first: 4 } as const;
/** Of a VM with one vNIC, about. */
const EXPECTED_PARTS = 20;

const KIND_SHIFTS = MOVE_KINDS.map((kind) => SHIFT[kind]);
const BLOCK_BITS = BLOCK_PLANES.reduce((bits, plane) => bits | (1 << plane), 0);
const RELATION_BITS = 7;
/** Of no vNIC at all. */
const KEEPS = 1;
/** Of vNICs nobody knows: any of these, as `ANYTHING` of the judge. */
const ANYTHING_MAY_BE = bitsOfRelations(ANYTHING.relations);
const EFFECTS = new Scratch();

/** Sets of relations in the word at hand: keeps, improves, falls back. */
const together = new Int32Array(3);
/** Outcomes in the word at hand: not blocked, maybe, for certain; three planes each. */
const byBlock = new Int32Array(3 * OUTCOME_PLANES);
const BLOCKS = [0b00, 0b01, 0b11] as const;

/** What the relations in the word at hand come to, however the move is blocked. */
function putOutcomesByBlock(): void {
  const keeps = together[0] as number;
  const improves = together[1] as number;
  const falls = together[2] as number;
  byBlock.fill(0);
  let left = -1;
  while (left !== 0) {
    const bit = 31 - Math.clz32(left & -left);
    const b0 = (keeps >> bit) & 1;
    const b1 = (improves >> bit) & 1;
    const b2 = (falls >> bit) & 1;
    // All hosts with the same bits, as for vNICs.
    const same = left & (keeps ^ (b0 - 1)) & (improves ^ (b1 - 1)) & (falls ^ (b2 - 1));
    left &= ~same;
    const relations = b0 | (b1 << 1) | (b2 << 2);
    for (let block = 0; block < BLOCKS.length; block += 1) {
      const code = OUTCOME_OF[relations | ((BLOCKS[block] as number) << 3)] as number;
      const at = block * OUTCOME_PLANES;
      if ((code & 1) !== 0) byBlock[at] = (byBlock[at] as number) | same;
      if ((code & 2) !== 0) byBlock[at + 1] = (byBlock[at + 1] as number) | same;
      if ((code & 4) !== 0) byBlock[at + 2] = (byBlock[at + 2] as number) | same;
    }
  }
}

/** What the vNICs so far are together with another one. */
function addRelations(keeps: number, improves: number, falls: number): void {
  const t0 = together[0] as number;
  const t1 = together[1] as number;
  const t2 = together[2] as number;
  let next0 = 0;
  let next1 = 0;
  let next2 = 0;
  let left = -1;
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
