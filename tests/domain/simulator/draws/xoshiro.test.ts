import { describe, expect, it } from 'vitest';
import { Stream, streamOf } from '../../../../electron/domain/simulator/draws/xoshiro';

describe('a stream', () => {
  it('gives the published words after the state 1, 2, 3, 4', () => {
    expect(take(new Stream([1, 2, 3, 4]), 10)).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295,
      495546011, 621204420,
    ]);
  });

  it('agrees with the published algorithm in whole numbers of any size, over several blocks', () => {
    for (const state of [
      [1, 2, 3, 4],
      [0xffffffff, 0, 0x80000000, 0x12345678],
      [0, 0, 0, 1],
    ]) {
      expect(take(new Stream(state), 1000)).toEqual(wordsAfter(state, 1000));
    }
  });

  it('refuses a state from which nothing comes, and one that is none', () => {
    expect(() => new Stream([0, 0, 0, 0])).toThrow('not a state of four words');
    expect(() => new Stream([1, 2, 3])).toThrow('not a state of four words');
  });
});

describe('the stream of a place', () => {
  it('is the same for the same seed and labels', () => {
    expect(take(streamOf(7, 1, 2), 300)).toEqual(take(streamOf(7, 1, 2), 300));
  });

  it('stays what it was when the program is built anew', () => {
    expect(take(streamOf(1), 3)).toMatchInlineSnapshot(`
      [
        4247662457,
        384290052,
        4268749379,
      ]
    `);
    expect(take(streamOf(2026, 3, 1), 3)).toMatchInlineSnapshot(`
      [
        968829639,
        551029560,
        2199802431,
      ]
    `);
  });

  it('differs for every other seed, label, order and number of labels', () => {
    const names = [
      [0],
      [1],
      [2 ** 32],
      [2 ** 32 + 1],
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      ...Array.from({ length: 500 }, (_, at) => [5, at]),
      ...Array.from({ length: 500 }, (_, at) => [at + 6, 5]),
    ] as [number, ...number[]][];
    const firsts = names.map((name) => take(streamOf(...name), 4).join(' '));
    expect(new Set(firsts).size).toBe(names.length);
  });

  it('has nothing to do with its neighbour', () => {
    // Bits that agree between two streams: half of 32 · 4000, give or take 6 · √(128,000) / 2 = 1073.
    for (const [one, other] of [
      [streamOf(1, 1), streamOf(1, 2)],
      [streamOf(1, 1), streamOf(2, 1)],
      [streamOf(1, 0), streamOf(1)],
    ] as const) {
      const agreeing = Array.from({ length: 4000 }, () => 32 - ones(one.next() ^ other.next()));
      expect(Math.abs(agreeing.reduce((sum, bits) => sum + bits, 0) - 64_000)).toBeLessThan(1073);
    }
  });

  it('refuses what is no seed', () => {
    expect(() => streamOf(-1)).toThrow('not a seed: -1');
    expect(() => streamOf(1, 0.5)).toThrow('not a seed: 0.5');
  });
});

function take(stream: Stream, count: number): number[] {
  return Array.from({ length: count }, () => stream.next());
}

/** The published algorithm, written down once more without 32-bit tricks. */
function wordsAfter(state: readonly number[], count: number): number[] {
  const MASK = 0xffffffffn;
  const rotated = (x: bigint, by: bigint) => ((x << by) | (x >> (32n - by))) & MASK;
  const s = state.map(BigInt) as [bigint, bigint, bigint, bigint];
  return Array.from({ length: count }, () => {
    const word = (rotated((s[0] + s[3]) & MASK, 7n) + s[0]) & MASK;
    const t = (s[1] << 9n) & MASK;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotated(s[3], 11n);
    return Number(word);
  });
}

function ones(word: number): number {
  let count = 0;
  for (let bits = word; bits !== 0; bits &= bits - 1) count++;
  return count;
}
