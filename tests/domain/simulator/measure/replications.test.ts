import { describe, expect, it } from 'vitest';
import { streamOf } from '../../../../electron/domain/simulator/draws/xoshiro';
import {
  estimateOf,
  meanTolerance,
  relativeError,
  studentT,
} from '../../../../electron/domain/simulator/measure/replications';

describe('replications', () => {
  // Mean 10; squares 4 + 1 + 1 + 4 = 10; error √(10/3/4) = 0.912871; t(3) = 3.1824.
  it('come to a mean and an interval', () => {
    const { mean, halfWidth, replications } = estimateOf([8, 9, 11, 12]);
    expect(mean).toBe(10);
    expect(halfWidth).toBeCloseTo(3.1824 * 0.912871, 5);
    expect(replications).toBe(4);
  });

  it('say nothing of their interval when there is one', () => {
    expect(estimateOf([7])).toEqual({ mean: 7, halfWidth: null, replications: 1 });
    expect(() => estimateOf([])).toThrow('no replication');
  });

  it('are sure of what never differs', () => {
    expect(estimateOf([5, 5, 5]).halfWidth).toBe(0);
  });

  // 19 of 20 of 4,000 experiments: 3,800, give or take 5 · √(4000 · 0.05 · 0.95) = 69.
  it('find the truth in 19 of 20 experiments', () => {
    const stream = streamOf(1);
    const normal = () =>
      Array.from({ length: 12 }, () => stream.next() / 2 ** 32).reduce((sum, one) => sum + one, -6);
    let found = 0;
    for (let experiment = 0; experiment < 4000; experiment++) {
      const { mean, halfWidth } = estimateOf(Array.from({ length: 5 }, normal));
      if (Math.abs(mean) <= (halfWidth as number)) found += 1;
    }
    expect(Math.abs(found - 3800)).toBeLessThan(69);
  });
});

describe('Student’s t', () => {
  it('leaves 2.5 % above it, for every number of degrees', () => {
    for (const degrees of [1, 2, 3, 5, 9, 19, 29, 30, 31, 35, 40, 50, 75, 100, 120, 200, 1000]) {
      expect(shareBelow(studentT(degrees), degrees)).toBeCloseTo(0.975, 4);
    }
  });
});

describe('the error of a figure', () => {
  it('is relative to the published one', () => {
    expect(relativeError(110, 100)).toBeCloseTo(0.1, 12);
    expect(relativeError(90, 100)).toBeCloseTo(-0.1, 12);
  });

  it('of nothing is nothing or without end', () => {
    expect(relativeError(0, 0)).toBe(0);
    expect(relativeError(1e-9, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('may be larger under load', () => {
    expect(meanTolerance(0.8)).toBe(0.01);
    expect(meanTolerance(0.81)).toBe(0.03);
  });
});

/** P(T ≤ t) by Simpson's rule over the density, scaled by the whole of it. */
function shareBelow(t: number, degrees: number): number {
  // With x = √degrees · tan(a) the density becomes cos(a)^(degrees−1): bounded, over a bounded range.
  const integral = (to: number) => {
    const steps = 2000;
    let sum = 0;
    for (let i = 0; i <= steps; i++) {
      const weight = i === 0 || i === steps ? 1 : 2 + 2 * (i % 2);
      sum += weight * Math.cos((to * i) / steps) ** (degrees - 1);
    }
    return (sum * to) / steps / 3;
  };
  return 0.5 + integral(Math.atan(t / Math.sqrt(degrees))) / integral(Math.PI / 2) / 2;
}
