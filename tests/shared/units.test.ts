import { describe, expect, it } from 'vitest';
import {
  bitsPerSecond,
  bytes,
  gibibytes,
  gigabitsPerSecond,
  megahertz,
  milliseconds,
} from '../../shared/units';

describe('quantities', () => {
  it('count links in decimal and memory in binary thousands', () => {
    expect(gigabitsPerSecond(25)).toBe(25_000_000_000);
    expect(gigabitsPerSecond(2.5)).toBe(2_500_000_000);
    expect(gibibytes(4)).toBe(4 * 1024 ** 3);
  });

  it.each([
    ['a negative size', () => bytes(-1)],
    ['half a byte', () => bytes(0.5)],
    ['a size beyond what a double holds exactly', () => bytes(2 ** 53)],
    ['an endless rate', () => bitsPerSecond(Number.POSITIVE_INFINITY)],
    ['a rate that is no number', () => bitsPerSecond(Number.NaN)],
    ['a negative clock', () => megahertz(-1)],
    ['a negative duration', () => milliseconds(-1)],
  ])('refuse %s', (_name, make) => expect(make).toThrow(RangeError));
});
