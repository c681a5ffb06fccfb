/** Sets of hosts as bits, 32 to a word: bit `h & 31` of word `h >> 5` stands for host `h`. */
export type Bits = Int32Array;

export function wordsFor(count: number): number {
  return (count + 31) >> 5;
}

export function noBits(count: number): Bits {
  return new Int32Array(wordsFor(count));
}

export function allBits(count: number): Bits {
  const bits = noBits(count).fill(-1);
  if ((count & 31) !== 0) bits[bits.length - 1] = (1 << (count & 31)) - 1;
  return bits;
}

export function hasBit(bits: Bits, at: number): boolean {
  return (((bits[at >> 5] as number) >> (at & 31)) & 1) === 1;
}

export function setBit(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31));
}

export function clearBit(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) & ~(1 << (at & 31));
}

/** How many bits of a word are set. */
export function countOf(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Place of the lowest set bit of a word that is not 0. */
export function lowestOf(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** The first host of a set; -1 for none. */
export function firstOf(bits: Bits): number {
  for (let word = 0; word < bits.length; word += 1) {
    const one = bits[word] as number;
    if (one !== 0) return word * 32 + lowestOf(one);
  }
  return -1;
}

/** Words that grow in number. */
export class Words {
  /** All of them; another array after a `take`. */
  all: Int32Array;
  #taken = 0;

  /** @param expected  how many there will be, about */
  constructor(expected: number) {
    this.all = new Int32Array(expected);
  }

  /** @returns where that many new words begin, all 0 */
  take(words: number): number {
    const first = this.#taken;
    this.#taken += words;
    this.all = grown(this.all, this.#taken);
    return first;
  }
}

/** The same words with room for at least that many, those behind them 0. */
export function grown(words: Int32Array, least: number): Int32Array {
  if (least <= words.length) return words;
  const more = new Int32Array(Math.max(least, 2 * words.length));
  more.set(words);
  return more;
}
