/**
 * Chance that every platform repeats: xoshiro128++ in 32-bit integers, filled in blocks.
 *
 * Every place that draws has a stream of its own, so that what it draws does not depend on the
 * order in which the engine comes by, and two runs that differ in one stage meet the same traffic.
 *
 * @see Blackman & Vigna, Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47(4), 2021
 */

/** Words in a block. */
const BLOCK = 256;

export class Stream {
  readonly #state: Uint32Array;
  readonly #block = new Uint32Array(BLOCK);
  #at = BLOCK;

  /**
   * @param state  four 32-bit words
   * @throws RangeError  when there are not four, or all are 0: such a stream would stand still
   */
  constructor(state: ArrayLike<number>) {
    this.#state = Uint32Array.from(state);
    if (this.#state.length !== 4 || this.#state.every((word) => word === 0)) {
      throw new RangeError(`not a state of four words: ${Array.from(state).join(', ')}`);
    }
  }

  /** The next 32 bits, as a whole number from 0 to 2^32 − 1. */
  next(): number {
    if (this.#at === BLOCK) this.#fill();
    return this.#block[this.#at++] as number;
  }

  #fill(): void {
    const state = this.#state;
    const block = this.#block;
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    for (let i = 0; i < BLOCK; i++) {
      const sum = (a + d) | 0;
      block[i] = (((sum << 7) | (sum >>> 25)) + a) | 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
    this.#at = 0;
  }
}

/**
 * The stream of one place. Equal arguments give equal streams; any other seed or list of labels
 * gives one that has nothing to do with it.
 * @param seed    of the run; a whole number from 0 to 2^53 − 1
 * @param labels  which place it is (kind, number, …); whole numbers as the seed
 * @throws RangeError  when one of them is not
 */
export function streamOf(seed: number, ...labels: number[]): Stream {
  const names = [seed, ...labels];
  for (const name of names) {
    if (!Number.isSafeInteger(name) || name < 0) throw new RangeError(`not a seed: ${name}`);
  }
  const state = [1, 2, 3, 4].map((lane) => {
    let mixed = mix(Math.imul(lane, GOLDEN) ^ names.length);
    for (const name of names) {
      mixed = mix((mixed + GOLDEN) ^ name);
      mixed = mix((mixed + GOLDEN) ^ (name / 2 ** 32));
    }
    return mixed >>> 0;
  });
  return new Stream(state.every((word) => word === 0) ? [GOLDEN, 0, 0, 0] : state);
}

/** 2^32 divided by the golden ratio: the step of SplitMix. */
const GOLDEN = 0x9e3779b9;

/**
 * One to one over 32 bits; every bit that goes in turns about half of those that come out.
 * @see Wellons, Prospecting for Hash Functions (constants of 2022, bias 0.107)
 */
function mix(word: number): number {
  let bits = word ^ (word >>> 16);
  bits = Math.imul(bits, 0x21f0aaad);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0xd35a2d97);
  return bits ^ (bits >>> 15);
}
