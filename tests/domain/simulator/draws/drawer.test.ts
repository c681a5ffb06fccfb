import { describe, expect, it } from 'vitest';
import { exponentialQuantiles } from '../../../../build/tables/make-exponential-quantiles.mjs';
import {
  type Distribution,
  fixedValueOf,
  meanOf,
  secondMomentOf,
} from '../../../../electron/domain/simulator/draws/distribution';
import { type Drawer, drawerOf } from '../../../../electron/domain/simulator/draws/drawer';
import { EXPONENTIAL_QUANTILES } from '../../../../electron/domain/simulator/draws/exponential-quantiles';
import { streamOf } from '../../../../electron/domain/simulator/draws/xoshiro';

const MICROSECOND = 1_000_000;
const DRAWS = 400_000;

const constant = (value: number): Distribution => ({ kind: 'constant', value });
const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });

const LAWS: Readonly<Record<string, Distribution>> = {
  constant: constant(67_200),
  exponential: exponential(MICROSECOND),
  'uniform, few': { kind: 'uniform', low: 64, high: 71 },
  'uniform, many': { kind: 'uniform', low: 1000, high: 10 * MICROSECOND },
  'uniform, more than draws can tell': { kind: 'uniform', low: 0, high: 2 ** 45 },
  erlang: { kind: 'erlang', shape: 3, mean: MICROSECOND },
  geometric: { kind: 'geometric', mean: 4 },
  'geometric, always 1': { kind: 'geometric', mean: 1 },
  'geometric, long': { kind: 'geometric', mean: 1000.5 },
  'two points': {
    kind: 'mixture',
    parts: [
      { weight: 0.9, of: constant(500_000) },
      { weight: 0.1, of: constant(3_000_000) },
    ],
  },
  hyperexponential: {
    kind: 'mixture',
    parts: [
      { weight: 8, of: exponential(300_000) },
      { weight: 2, of: exponential(3_800_000) },
    ],
  },
  'many parts': {
    kind: 'mixture',
    parts: Array.from({ length: 50 }, (_, at) => ({
      weight: at % 7,
      of: constant(at * 1000),
    })),
  },
  quantiles: {
    kind: 'quantiles',
    points: [
      [0, 1000],
      [0.001, 5000],
      [0.5, 20_000],
      [0.5, 50_000],
      [0.99, 90_000],
      [1, 400_000],
    ],
  },
  sum: { kind: 'sum', of: [constant(500_000), exponential(MICROSECOND)] },
  'sum, constant': { kind: 'sum', of: [constant(750), { kind: 'uniform', low: 4, high: 4 }] },
};

describe.each(Object.entries(LAWS))('draws from %s', (_, law) => {
  const values = take(drawerOf(law, streamOf(2026, 11)), DRAWS);

  it('are all alike if it says so, and only then', () => {
    const fixed = fixedValueOf(law);
    expect(values.every((value) => value === values[0])).toBe(fixed !== null);
    expect(values[0]).toBe(fixed ?? values[0]);
  });

  it('are whole numbers, 0 or more', () => {
    expect(values.filter((value) => !Number.isSafeInteger(value) || value < 0)).toEqual([]);
  });

  // Five standard errors of the mean, and the millionth by which the exponential table is high.
  it('have its mean', () => {
    const error = Math.sqrt(Math.max(0, secondMomentOf(law) - meanOf(law) ** 2) / DRAWS);
    expect(Math.abs(meanBy(values, (value) => value) - meanOf(law))).toBeLessThanOrEqual(
      5 * error + 2e-6 * meanOf(law),
    );
  });

  it('have its second moment', () => {
    const squares = meanBy(values, (value) => value ** 2);
    const spread = meanBy(values, (value) => value ** 4) - squares ** 2;
    const error = Math.sqrt(Math.max(0, spread) / DRAWS);
    expect(Math.abs(squares - secondMomentOf(law))).toBeLessThanOrEqual(5 * error + 4e-6 * squares);
  });
});

describe('the distribution of draws', () => {
  it('follows the exponential, far into its tail', () => {
    const values = take(drawerOf(exponential(MICROSECOND), streamOf(5)), DRAWS);
    for (const mean of [0.001, 0.01, 0.1, 0.5, 1, 2, 2.7, 2.8, 4, 6, 8, 10]) {
      const beyond = Math.exp(-mean);
      expectShare(values, (value) => value > mean * MICROSECOND, beyond);
    }
  });

  it('gives every size of a mix its share', () => {
    // Simple IMIX: 7 frames of 64 bytes, 4 of 594 and 1 of 1518.
    const imix: Distribution = {
      kind: 'mixture',
      parts: [
        { weight: 7, of: constant(64) },
        { weight: 4, of: constant(594) },
        { weight: 0, of: constant(1000) },
        { weight: 1, of: constant(1518) },
      ],
    };
    const values = take(drawerOf(imix, streamOf(6)), DRAWS);
    expectShare(values, (value) => value === 64, 7 / 12);
    expectShare(values, (value) => value === 594, 4 / 12);
    expectShare(values, (value) => value === 1518, 1 / 12);
    expect(values.filter((value) => value === 1000)).toEqual([]);
  });

  it('gives every length of a geometric batch its share', () => {
    const values = take(drawerOf({ kind: 'geometric', mean: 4 }, streamOf(7)), DRAWS);
    for (const length of [1, 2, 3, 4, 5, 8, 9, 20]) {
      expectShare(values, (value) => value === length, 0.25 * 0.75 ** (length - 1));
    }
  });

  it('reaches both ends of a uniform one, and every number in between alike', () => {
    const values = take(drawerOf({ kind: 'uniform', low: 3, high: 9 }, streamOf(8)), DRAWS);
    for (const number of [3, 4, 5, 6, 7, 8, 9]) {
      expectShare(values, (value) => value === number, 1 / 7);
    }
    expect(values.filter((value) => value < 3 || value > 9)).toEqual([]);
  });

  it('has the quantiles that were given', () => {
    const values = take(drawerOf(LAWS.quantiles as Distribution, streamOf(9)), DRAWS);
    expectShare(values, (value) => value <= 5000, 0.001);
    expectShare(values, (value) => value <= 12_000, 0.001 + (0.499 * 7) / 15);
    expectShare(values, (value) => value <= 20_000, 0.5);
    expectShare(values, (value) => value < 50_000, 0.5);
    expectShare(values, (value) => value <= 90_000, 0.99);
    expect(Math.max(...values.slice(0, 100_000))).toBeLessThanOrEqual(400_000);
  });

  it('rounds half up', () => {
    expect(drawerOf(constant(2.5), streamOf(1)).next()).toBe(3);
    expect(drawerOf(constant(2.49), streamOf(1)).next()).toBe(2);
  });

  it('is no drawer where the distribution has a problem', () => {
    expect(() => drawerOf(exponential(-1), streamOf(1))).toThrow('not a mean: wants a number');
  });

  it('stays what it was when the program is built anew', () => {
    const first = Object.entries(LAWS).map(([name, law]) => [
      name,
      take(drawerOf(law, streamOf(1, 2)), 4),
    ]);
    expect(Object.fromEntries(first)).toMatchInlineSnapshot(`
      {
        "constant": [
          67200,
          67200,
          67200,
          67200,
        ],
        "erlang": [
          1009205,
          884565,
          436526,
          1236077,
        ],
        "exponential": [
          903409,
          1451620,
          672585,
          1979310,
        ],
        "geometric": [
          1,
          8,
          4,
          7,
        ],
        "geometric, always 1": [
          1,
          1,
          1,
          1,
        ],
        "geometric, long": [
          949,
          932,
          368,
          99,
        ],
        "hyperexponential": [
          5516156,
          593793,
          183601,
          1014045,
        ],
        "many parts": [
          34000,
          34000,
          24000,
          43000,
        ],
        "quantiles": [
          57740,
          71699,
          19688,
          79538,
        ],
        "sum": [
          1403409,
          1951620,
          1172585,
          2479310,
        ],
        "sum, constant": [
          754,
          754,
          754,
          754,
        ],
        "two points": [
          3000000,
          500000,
          500000,
          500000,
        ],
        "uniform, few": [
          68,
          70,
          67,
          70,
        ],
        "uniform, many": [
          5948543,
          7658326,
          4896633,
          8618485,
        ],
        "uniform, more than draws can tell": [
          20928147488768,
          26944513245184,
          17226698268672,
          30323110780928,
        ],
      }
    `);
  });
});

describe('the table of exponential quantiles', () => {
  it('is what its maker makes', () => {
    expect(EXPONENTIAL_QUANTILES).toEqual(exponentialQuantiles());
  });

  it('joins the quantiles by lines as close as is said of them', () => {
    let ofMean = 0;
    let ofValue = 0;
    for (let cell = 0; cell < 960; cell++) {
      const [low, high] = EXPONENTIAL_QUANTILES.slice(cell, cell + 2) as [number, number];
      for (let part = 1; part < 64; part++) {
        const line = (low + (high - low) * (part / 64)) / 2 ** 40;
        const exact = -Math.log1p(-(cell + part / 64) / 1024);
        ofMean = Math.max(ofMean, Math.abs(line - exact));
        ofValue = Math.max(ofValue, Math.abs(line / exact - 1));
      }
    }
    expect(ofMean).toBeLessThan(3.1e-5);
    expect(ofValue).toBeLessThan(4.9e-4);
  });
});

function take(drawer: Drawer, count: number): number[] {
  return Array.from({ length: count }, () => drawer.next());
}

function meanBy(values: readonly number[], of: (value: number) => number): number {
  return values.reduce((sum, value) => sum + of(value), 0) / values.length;
}

/** Within five standard errors of the share. */
function expectShare(
  values: readonly number[],
  isOne: (value: number) => boolean,
  share: number,
): void {
  const error = Math.sqrt((share * (1 - share)) / values.length);
  const found = values.filter(isOne).length / values.length;
  expect(Math.abs(found - share), `${found} for ${share}`).toBeLessThan(5 * error);
}
