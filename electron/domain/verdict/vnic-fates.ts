/**
 * What becomes of vNICs on every host, 32 hosts to a word. vNICs of which all rules say the same,
 * and which are on the same path now, share a fate.
 */
import type { PathSet } from '../../../shared/model/verdict';
import { KeyTable } from './key-table';
import { PATH_PLANES, PLANE } from './planes';
import { Scratch } from './row-sums';
import type { Bundles, HostTallies } from './rule-groups';
import type { OutlookTable } from './word-tables';

/**
 * The planes of a fate: which relations the paths there can have to the present one, then the best
 * path there, its place in `DATAPATHS` in two planes.
 */
export const FATE = { keeps: 0, improves: 1, falls: 2, path: 3, count: 5 } as const;

export class VnicFates {
  /** By word, by fate, then by plane: what becomes of all vNICs on a host stands together. */
  planes: Int32Array;
  /** For how many fates there is room. */
  #room: number;
  readonly #bundles: Bundles;
  /** By outlook, whether it is settled, and the bundles of its rules. */
  readonly #table: KeyTable;
  readonly #key: Int32Array;
  readonly #outlooks: readonly OutlookTable[];

  /**
   * @param bundlesEach  how many bundles make up a fate
   * @param expected     how many fates there will be at most, about
   */
  constructor(
    bundles: Bundles,
    outlooks: readonly OutlookTable[],
    bundlesEach: number,
    expected: number,
  ) {
    this.#bundles = bundles;
    this.#outlooks = outlooks;
    this.#table = new KeyTable(FIRST_BUNDLE + bundlesEach);
    this.#key = new Int32Array(FIRST_BUNDLE + bundlesEach);
    this.#room = Math.max(1, expected);
    this.planes = new Int32Array(this.#room * bundles.words * FATE.count);
  }

  get count(): number {
    return this.#table.count;
  }

  /**
   * @param isSettled  the vNIC itself leaves nothing for rules about the path
   * @param bundles    numbers of those of all path rules there
   */
  fateFor(outlook: OutlookTable, isSettled: boolean, bundles: readonly number[]): number {
    const key = this.#key;
    key[OUTLOOK] = outlook.id;
    key[SETTLED] = isSettled ? 1 : 0;
    for (let nth = 0; nth < bundles.length; nth += 1)
      key[FIRST_BUNDLE + nth] = bundles[nth] as number;
    const known = this.#table.count;
    const fate = this.#table.numberOf(key);
    if (fate === known) {
      if (this.#room <= fate) this.#makeRoom();
      this.#judge(fate);
    }
    return fate;
  }

  /** Where the planes of a fate stand for a word of hosts. */
  firstPlane(fate: number, word: number): number {
    return (word * this.#room + fate) * FATE.count;
  }

  /** For twice as many. */
  #makeRoom(): void {
    const each = this.#room * FATE.count;
    const planes = new Int32Array(2 * this.planes.length);
    for (let word = 0; word < this.#bundles.words; word += 1) {
      planes.set(this.planes.subarray(word * each, (word + 1) * each), 2 * word * each);
    }
    this.planes = planes;
    this.#room *= 2;
  }

  /** The paths that it may be on now. */
  nowOf(fate: number): PathSet {
    return this.#outlookOf(fate).now;
  }

  /** Adds what its rules mean for the move to planes of a tally. */
  addEffects(fate: number, planes: Int32Array): void {
    const { keys, length } = this.#table;
    const end = (fate + 1) * length;
    for (let at = fate * length + FIRST_BUNDLE; at < end; at += 1) {
      this.#bundles.addTo(planes, keys[at] as number, 'move');
    }
  }

  /**
   * Judges anew on one host what hangs on other bundles there.
   * @returns what becomes of vNICs there
   */
  refresh(tallies: HostTallies): HostFates {
    const fates = new HostFates(this.count, (fate) => this.#fateAt(fate, tallies));
    const { keys, length } = this.#table;
    const { isOther, host } = tallies;
    for (let fate = 0; fate < this.count; fate += 1) {
      const end = (fate + 1) * length;
      let others = 0;
      for (let at = fate * length + FIRST_BUNDLE; at < end; at += 1) {
        others |= isOther[keys[at] as number] as number;
      }
      if (others === 0) continue;
      fates.isOther[fate] = 1;
      const first = this.firstPlane(fate, host >> 5);
      putNumber(this.planes, first, FATE.count, host, fates.of(fate) & CODE_BITS);
    }
    return fates;
  }

  /** The code of its outlook on one host, and above it the planes of what its rules mean for the move. */
  #fateAt(fate: number, tallies: HostTallies): number {
    const { keys, length } = this.#table;
    const end = (fate + 1) * length;
    let tally = 0;
    for (let at = fate * length + FIRST_BUNDLE; at < end; at += 1) {
      tally |= tallies.of(keys[at] as number);
    }
    const isSettled = keys[fate * length + SETTLED] === 1 || ((tally >> PLANE.settled) & 1) === 1;
    const path = (tally | (isSettled ? 0 : tally >> PLANE.aboutPath)) & PATH_BITS;
    return this.#outlookOf(fate).codeOf(path) | ((tally & REST_BITS) << FATE.count);
  }

  #outlookOf(fate: number): OutlookTable {
    const { keys, length } = this.#table;
    return this.#outlooks[keys[fate * length + OUTLOOK] as number] as OutlookTable;
  }

  /** All hosts of a new fate. */
  #judge(fate: number): void {
    const { words } = this.#bundles;
    const { keys, length } = this.#table;
    const there = THERE.of(PLANE.count * words);
    there.fill(0);
    const end = (fate + 1) * length;
    for (let at = fate * length + FIRST_BUNDLE; at < end; at += 1) {
      this.#bundles.addTo(there, keys[at] as number, 'path');
    }
    const isSettled = keys[fate * length + SETTLED] === 1;
    const outlook = this.#outlookOf(fate);
    const { planes } = this;
    for (let word = 0; word < words; word += 1) {
      const open = isSettled ? 0 : ~(there[PLANE.settled * words + word] as number);
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
      let left = -1;
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
        const code = outlook.codeOf(b0 | (b1 << 1) | (b2 << 2) | (b3 << 3) | (b4 << 4) | (b5 << 5));
        if ((code & 1) !== 0) keeps |= same;
        if ((code & 2) !== 0) improves |= same;
        if ((code & 4) !== 0) falls |= same;
        if ((code & 8) !== 0) path0 |= same;
        if ((code & 16) !== 0) path1 |= same;
      }
      const to = this.firstPlane(fate, word);
      planes[to + FATE.keeps] = keeps;
      planes[to + FATE.improves] = improves;
      planes[to + FATE.falls] = falls;
      planes[to + FATE.path] = path0;
      planes[to + FATE.path + 1] = path1;
    }
  }
}

/** What becomes of vNICs on one host. */
export class HostFates {
  /** By fate, 1 when it may be another one than before. */
  readonly isOther: Uint8Array;
  readonly #work: (fate: number) => number;
  /** By fate, once it was asked for. */
  readonly #known: Int32Array;

  /** @param work  for a fate the code of its outlook, and above `FATE.count` bits its effects */
  constructor(fates: number, work: (fate: number) => number) {
    this.isOther = new Uint8Array(fates);
    this.#work = work;
    this.#known = new Int32Array(fates).fill(NOT_ASKED);
  }

  of(fate: number): number {
    let found = this.#known[fate] as number;
    if (found === NOT_ASKED) {
      found = this.#work(fate);
      this.#known[fate] = found;
    }
    return found;
  }
}

const NOT_ASKED = -1;

/** Puts a number down for a host, one bit in each of some planes. */
export function putNumber(
  planes: Int32Array,
  first: number,
  count: number,
  host: number,
  number: number,
): void {
  const bit = 1 << (host & 31);
  for (let plane = 0; plane < count; plane += 1) {
    const word = planes[first + plane] as number;
    planes[first + plane] = ((number >> plane) & 1) === 1 ? word | bit : word & ~bit;
  }
}

/** What a key is made of. */
const OUTLOOK = 0;
const SETTLED = 1;
const FIRST_BUNDLE = 2;

const PATH_BITS = (1 << PATH_PLANES) - 1;
const REST_BITS = (1 << PLANE.aboutPath) - 1;
const CODE_BITS = (1 << FATE.count) - 1;
const THERE = new Scratch();

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
