import { describe, expect, it } from 'vitest';
import { constantTime } from '../../../../electron/domain/simulator/theory/queue-means';
import {
  commonWait,
  deficitRoundRobin,
  maxMinShares,
  priorityWaits,
  tokenBucketDelay,
  tokenBucketOutput,
} from '../../../../electron/domain/simulator/theory/sharing';
import { expectPrinted } from './as-printed';

describe('priorities', () => {
  it.each([
    [0.3, 0.4, 1, 1, '0.5', '1.66667', '1.16667'],
    [0.2, 0.5, 0.5, 1.4, '0.572222', '2.86111', '2.575'],
  ])('with rates %d and %d wait as published', (rate1, rate2, time1, time2, wait1, wait2, fifo) => {
    const classes = [
      { arrivalRate: rate1, service: constantTime(time1) },
      { arrivalRate: rate2, service: constantTime(time2) },
    ];
    const [first, second] = priorityWaits(classes) as [number, number];
    expectPrinted(first, wait1);
    expectPrinted(second, wait2);
    expectPrinted(commonWait(classes), fifo);
    const byLoad = rate1 * time1 * first + rate2 * time2 * second;
    expect(byLoad).toBeCloseTo((rate1 * time1 + rate2 * time2) * commonWait(classes), 12);
  });
});

describe('fair sharing', () => {
  it('gives what is published', () => {
    const equal = [1, 3, 8, 9].map((wanted) => ({ wanted, weight: 1 }));
    expect(maxMinShares(10, equal)).toEqual([1, 3, 3, 3]);
    const weighted = [
      { wanted: 2, weight: 1 },
      { wanted: 9, weight: 1 },
      { wanted: 9, weight: 3 },
    ];
    expect(maxMinShares(10, weighted)).toEqual([2, 2, 6]);
  });

  it('gives everybody enough where there is enough', () => {
    const demands = [4, 5].map((wanted) => ({ wanted, weight: 1 }));
    expect(maxMinShares(10, demands)).toEqual([4, 5]);
    expect(maxMinShares(10, [])).toEqual([]);
  });
});

describe('deficit round robin', () => {
  it('holds up as long as published', () => {
    for (const { rate, latency } of deficitRoundRobin(10e9, [1500, 1500, 1500, 1500])) {
      expectPrinted(latency * 1e6, '12.0');
      expectPrinted(rate / 1e9, '2.5');
    }
    const unequal = deficitRoundRobin(10e9, [1500, 3000, 4500]);
    expect(unequal.map(({ latency }) => (latency * 1e6).toFixed(1))).toEqual([
      '19.2',
      '16.8',
      '14.4',
    ]);
  });
});

describe('a token bucket', () => {
  // 1 Mbit of a burst beyond the depth, at 1 Gbit/s: 1 ms.
  it('holds a burst up for what it does not hold', () => {
    expect(tokenBucketDelay(1e9, 1e6, 2e6)).toBe(0.001);
    expect(tokenBucketDelay(1e9, 1e6, 1e6)).toBe(0);
    expect(tokenBucketOutput(1e9, 1e6, 0.002)).toBe(3e6);
  });
});
