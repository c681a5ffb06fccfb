/**
 * Numbers keys of a few whole numbers each, in the order in which they come up. All keys stand in
 * one array, so that hundreds of thousands of look-ups neither make nor chase objects.
 */
import { grown } from './bits';

export class KeyTable {
  /** All keys, one after another. */
  keys: Int32Array;
  /** How many there are. */
  count = 0;
  /** Numbers to a key. */
  readonly length: number;
  /** By hash, the number of the key and 1; 0 where there is none. */
  #slots = new Int32Array(FEWEST_SLOTS);

  constructor(length: number) {
    this.length = length;
    this.keys = new Int32Array(length * FEWEST_SLOTS);
  }

  /** @returns the number of the key; `count - 1` after a call that found it to be new */
  numberOf(key: Int32Array): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(key, 0, this.length) & mask;
    for (;;) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) return this.#add(key, slot);
      if (this.#has(number, key)) return number;
      slot = (slot + 1) & mask;
    }
  }

  #has(number: number, key: Int32Array): boolean {
    const { keys, length } = this;
    const first = number * length;
    for (let nth = 0; nth < length; nth += 1) if (keys[first + nth] !== key[nth]) return false;
    return true;
  }

  #add(key: Int32Array, slot: number): number {
    const { length } = this;
    const number = this.count;
    this.count += 1;
    this.keys = grown(this.keys, this.count * length);
    for (let nth = 0; nth < length; nth += 1) this.keys[number * length + nth] = key[nth] as number;
    this.#slots[slot] = this.count;
    if (this.#slots.length < 2 * this.count) this.#spreadOut();
    return number;
  }

  /** Twice as many slots. */
  #spreadOut(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = hashOf(this.keys, number * this.length, this.length) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** A power of 2. */
const FEWEST_SLOTS = 8;

/** Multiplies and mixes as MurmurHash3 does with words (Austin Appleby, public domain). */
function hashOf(keys: Int32Array, first: number, length: number): number {
  let hash = length;
  for (let at = first; at < first + length; at += 1) {
    hash = Math.imul(hash ^ (keys[at] as number), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
