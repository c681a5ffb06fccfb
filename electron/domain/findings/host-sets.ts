/** Sets of hosts that serve one VM at a time: taken in the hundreds, and taken back all at once. */
import type { Bits } from '../verdict/bits';

export class HostSets {
  readonly words: number;
  readonly #all: Bits[] = [];
  #used = 0;

  constructor(words: number) {
    this.words = words;
  }

  /** An empty set, good until `takeBack`. */
  none(): Bits {
    const at = this.#used;
    this.#used += 1;
    const bits = this.#all[at];
    if (bits !== undefined) return bits.fill(0);
    const made = new Int32Array(this.words);
    this.#all.push(made);
    return made;
  }

  copy(of: Bits): Bits {
    const bits = this.none();
    bits.set(of);
    return bits;
  }

  takeBack(): void {
    this.#used = 0;
  }
}

export function isEmpty(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word += 1) if (bits[word] !== 0) return false;
  return true;
}

export function addAll(to: Bits, more: Bits): void {
  for (let word = 0; word < to.length; word += 1) {
    to[word] = (to[word] as number) | (more[word] as number);
  }
}

/** Adds those that are in both of two sets. */
export function addBoth(to: Bits, some: Bits, others: Bits): void {
  for (let word = 0; word < to.length; word += 1) {
    to[word] = (to[word] as number) | ((some[word] as number) & (others[word] as number));
  }
}

export function keepOnly(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    bits[word] = (bits[word] as number) & (others[word] as number);
  }
}

export function takeAway(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    bits[word] = (bits[word] as number) & ~(others[word] as number);
  }
}
