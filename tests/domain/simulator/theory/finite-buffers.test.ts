import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../../electron/domain/simulator/draws/distribution';
import {
  md1k,
  mg1k,
  mm1k,
  overloadLimits,
  stall,
} from '../../../../electron/domain/simulator/theory/finite-buffers';
import { md1 } from '../../../../electron/domain/simulator/theory/single-server';
import { expectPrinted } from './as-printed';

describe('M/M/1/K', () => {
  it.each([
    [0.8, 10, '0.0234929', '2.96631', '3.79710', '0.781206'],
    [0.95, 32, '0.0118700', '11.5575', '12.3120', '0.938724'],
    [1.0, 64, '0.0153846', '32.0', '32.5', '0.984615'],
    [1.2, 64, '0.166668', '59.0005', '59.0005', '0.999999'],
    [1.2, 512, '0.166667', '507.0', '507.0', '1.0'],
    [0.9, 256, '0.000000', '9.0', '10.0', '0.9'],
  ])(
    'with ρ = %d and %d places is as published',
    (ratio, places, lost, inside, stay, throughput) => {
      const means = mm1k(ratio, 1, places);
      expectPrinted(means.lost, lost);
      expectPrinted(means.inside, inside);
      expectPrinted(means.stay, stay);
      expectPrinted(means.throughput, throughput);
    },
  );

  it('loses next to nothing where it is published so', () => {
    expect(mm1k(0.9, 1, 256).lost.toExponential(1)).toBe('1.9e-13');
  });
});

describe('M/D/1/K', () => {
  it.each([
    [0.8, 10, '0.00363923', '2.25558', '2.82977', '0.797089'],
    [0.9, 16, '0.00433724', '4.33022', '4.83231', '0.896096'],
    [0.98, 128, '0.000119291', '24.2427', '24.7404', '0.979883'],
    [0.95, 32, '0.00214828', '8.67474', '9.15097', '0.947959'],
    [1.0, 64, '0.00783290', '32.0805', '32.3338', '0.992167'],
    [1.2, 64, '0.166667', '61.3435', '61.3435', '1.0'],
    [1.2, 128, '0.166667', '125.344', '125.344', '1.0'],
  ])(
    'with ρ = %d and %d places is as published',
    (ratio, places, lost, inside, stay, throughput) => {
      const means = md1k(ratio, 1, places);
      expectPrinted(means.lost, lost);
      expectPrinted(means.inside, inside);
      expectPrinted(means.stay, stay);
      expectPrinted(means.throughput, throughput);
    },
  );

  it('is an M/D/1 with places enough, and loses nothing then', () => {
    const means = md1k(0.8, 1, 400);
    expect(means.inside).toBeCloseTo(md1(0.8, 1).inside, 9);
    expect(means.lost).toBeGreaterThanOrEqual(0);
    expect(means.lost).toBeLessThan(1e-15);
  });
});

describe('M/G/1/K', () => {
  it('with exponential service is M/M/1/K', () => {
    const means = mg1k(0.95, { kind: 'exponential', mean: 1 }, 32);
    const exact = mm1k(0.95, 1, 32);
    expect(means?.lost).toBeCloseTo(exact.lost, 12);
    expect(means?.inside).toBeCloseTo(exact.inside, 10);
  });

  it.each<[name: string, service: Distribution]>([
    ['a single phase', { kind: 'erlang', shape: 1, mean: 1 }],
    [
      'equal exponential parts',
      mixture({ kind: 'exponential', mean: 1 }, { kind: 'exponential', mean: 1 }),
    ],
  ])('knows %s for exponential', (_, service) => {
    expect(mg1k(0.8, service, 10)?.lost).toBeCloseTo(mm1k(0.8, 1, 10).lost, 12);
  });

  it('knows two exponential parts in a row for two phases', () => {
    const half: Distribution = { kind: 'exponential', mean: 0.5 };
    const inARow = mg1k(0.8, { kind: 'sum', of: [half, half] }, 10);
    const phases = mg1k(0.8, { kind: 'erlang', shape: 2, mean: 1 }, 10);
    expect(inARow?.lost).toBeCloseTo(phases?.lost ?? Number.NaN, 12);
    expect(inARow?.stay).toBeCloseTo(phases?.stay ?? Number.NaN, 10);
  });

  it('has no answer for laws without a closed form', () => {
    expect(mg1k(0.8, { kind: 'uniform', low: 0, high: 2 }, 10)).toBeNull();
  });
});

describe('overload', () => {
  it('comes to the limits', () => {
    const limits = overloadLimits(1.2, 1, 512);
    expectPrinted(limits.lost, '0.166667');
    expectPrinted(limits.stay, '507');
    expect(limits.throughput).toBe(1);
    // A ring of 512 that is served at 1.88 Mpps is 272 µs long.
    expectPrinted(512 / overloadLimits(18.8, 1.88, 512).throughput, '272');
    expect(() => overloadLimits(1, 1, 64)).toThrow('not an overload');
  });
});

describe('a stalled server', () => {
  // 0.07 packets/µs for 30,000 µs are 2,100; drained at 0.1 − 0.07.
  it('loses what finds no place', () => {
    expectPrinted(stall(0.07, 0.1, 30_000, 2100).lost, '0.000000');
    expectPrinted(stall(0.07, 0.1, 30_000, 1500).lost, '600.000000');
    expectPrinted(stall(0.07, 0.1, 30_000, 2100).drainTime, '70000.000');
  });
});

function mixture(...parts: Distribution[]): Distribution {
  return { kind: 'mixture', parts: parts.map((of) => ({ weight: 1, of })) };
}
