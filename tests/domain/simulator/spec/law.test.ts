import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../electron/domain/import/json-value';
import { meanOf, problemsOf } from '../../../../electron/domain/simulator/draws/distribution';
import {
  BatchLaw,
  distributionOf,
  SizeLaw,
  TimeLaw,
} from '../../../../electron/domain/simulator/spec/law';

describe('a law', () => {
  it.each<[JsonValue, object]>([
    [1.5, { kind: 'constant', value: 1500 }],
    [0.0004, { kind: 'constant', value: 0 }],
    [{ exponential: 800 }, { kind: 'exponential', mean: 800_000 }],
    [{ uniform: [1, 2] }, { kind: 'uniform', low: 1000, high: 2000 }],
    [{ erlang: { shape: 2, mean: 0.5 } }, { kind: 'erlang', shape: 2, mean: 500 }],
    [
      {
        table: [
          [0, 1],
          [0.5, 2],
          [1, 10],
        ],
      },
      {
        kind: 'quantiles',
        points: [
          [0, 1000],
          [0.5, 2000],
          [1, 10_000],
        ],
      },
    ],
    [
      {
        mixture: [
          { weight: 9, of: 0.5 },
          { weight: 1, of: { exponential: 3 } },
        ],
      },
      {
        kind: 'mixture',
        parts: [
          { weight: 9, of: { kind: 'constant', value: 500 } },
          { weight: 1, of: { kind: 'exponential', mean: 3000 } },
        ],
      },
    ],
    [
      { sum: [1, { exponential: 2 }] },
      {
        kind: 'sum',
        of: [
          { kind: 'constant', value: 1000 },
          { kind: 'exponential', mean: 2000 },
        ],
      },
    ],
  ])('of times: %j', (written, expected) => {
    const distribution = distributionOf(TimeLaw.parse(written), 1000);
    expect(distribution).toEqual(expected);
    expect(problemsOf(distribution)).toEqual([]);
  });

  it('of sizes has mixes with a name', () => {
    // (7 · 64 + 4 · 594 + 1 · 1518) / 12 = 4342 / 12
    expect(meanOf(distributionOf(SizeLaw.parse('imix'), 1))).toBeCloseTo(361.83, 2);
  });

  it('of numbers of packets counts tries', () => {
    expect(distributionOf(BatchLaw.parse({ geometric: 4 }), 1)).toEqual({
      kind: 'geometric',
      mean: 4,
    });
  });

  it.each<[string, JsonValue]>([
    ['a time below 0', -1],
    ['a time beyond 100 s', 1.1e11],
    ['no phases', { erlang: { shape: 0, mean: 5 } }],
    ['no weight', { mixture: [{ weight: 0, of: 5 }] }],
    [
      'probabilities that do not end at 1',
      {
        table: [
          [0, 1],
          [0.9, 2],
        ],
      },
    ],
    [
      'values that fall',
      {
        table: [
          [0, 2],
          [1, 1],
        ],
      },
    ],
    ['two laws at once', { exponential: 1, uniform: [0, 1] }],
    ['a geometric time', { geometric: 5 }],
    ['a mix of sizes', 'imix'],
    ['nothing', null],
  ])('is not %s', (_name, written) => {
    expect(TimeLaw.safeParse(written).success).toBe(false);
  });
});
