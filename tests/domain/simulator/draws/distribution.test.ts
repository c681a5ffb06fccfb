import { describe, expect, it } from 'vitest';
import {
  type Distribution,
  meanOf,
  problemsOf,
  secondMomentOf,
} from '../../../../electron/domain/simulator/draws/distribution';

const phases: Distribution = { kind: 'erlang', shape: 4, mean: 100 };

describe('the moments of a distribution', () => {
  it.each<[name: string, Distribution, mean: number, secondMoment: number]>([
    ['constant', { kind: 'constant', value: 7 }, 7, 49],
    ['exponential', { kind: 'exponential', mean: 10 }, 10, 200],
    // A die: 3.5 and (1 + 4 + 9 + 16 + 25 + 36) / 6 = 91/6.
    ['uniform', { kind: 'uniform', low: 1, high: 6 }, 3.5, 91 / 6],
    // Variance of four phases of mean 25: 4 · 625 = 2500; 100² + 2500.
    ['erlang', phases, 100, 12_500],
    // Batches of section 4.1: 2 · 16 − 4 = 28.
    ['geometric', { kind: 'geometric', mean: 4 }, 4, 28],
    // 0.9 · 5 + 0.1 · 30 = 7.5; 0.9 · 25 + 0.1 · 900 = 112.5.
    [
      'mixture',
      {
        kind: 'mixture',
        parts: [
          { weight: 9, of: { kind: 'constant', value: 5 } },
          { weight: 1, of: { kind: 'constant', value: 30 } },
        ],
      },
      7.5,
      112.5,
    ],
    // Half on the line from 0 to 10 (mean 5, second moment 100/3), half at 20.
    [
      'quantiles',
      {
        kind: 'quantiles',
        points: [
          [0, 0],
          [0.5, 10],
          [0.5, 20],
          [1, 20],
        ],
      },
      12.5,
      (100 / 3 + 400) / 2,
    ],
    // Means 100 + 10 + 5, variances 2500 + 100 + 0.
    [
      'sum',
      {
        kind: 'sum',
        of: [phases, { kind: 'exponential', mean: 10 }, { kind: 'constant', value: 5 }],
      },
      115,
      115 ** 2 + 2600,
    ],
  ])('%s', (_, distribution, mean, secondMoment) => {
    expect(problemsOf(distribution)).toEqual([]);
    expect(meanOf(distribution)).toBeCloseTo(mean, 9);
    expect(secondMomentOf(distribution)).toBeCloseTo(secondMoment, 9);
  });
});

describe('what cannot be drawn from', () => {
  it.each<[Distribution, path: string]>([
    [{ kind: 'constant', value: -1 }, 'value'],
    [{ kind: 'constant', value: Number.NaN }, 'value'],
    [{ kind: 'exponential', mean: Number.POSITIVE_INFINITY }, 'mean'],
    [{ kind: 'uniform', low: 3, high: 2 }, 'high'],
    [{ kind: 'uniform', low: 0.5, high: 2 }, 'low'],
    [{ kind: 'erlang', shape: 0, mean: 1 }, 'shape'],
    [{ kind: 'geometric', mean: 0.9 }, 'mean'],
    [{ kind: 'mixture', parts: [] }, 'parts'],
    [
      { kind: 'mixture', parts: [{ weight: 1, of: { kind: 'geometric', mean: 0 } }] },
      'parts.0.of.mean',
    ],
    [{ kind: 'quantiles', points: [[0, 1]] }, 'points'],
    [
      {
        kind: 'quantiles',
        points: [
          [0, 5],
          [1, 4],
        ],
      },
      'points.1.1',
    ],
    [
      {
        kind: 'quantiles',
        points: [
          [0, 1],
          [0.6, 2],
          [0.5, 3],
          [1, 4],
        ],
      },
      'points.2.0',
    ],
    [{ kind: 'sum', of: [] }, 'of'],
    [{ kind: 'sum', of: [{ kind: 'constant', value: -1 }] }, 'of.0.value'],
  ])('%j at %s', (distribution, path) => {
    expect(problemsOf(distribution).map((one) => one.path.join('.'))).toEqual([path]);
  });

  it('is told all at once', () => {
    const problems = problemsOf({
      kind: 'mixture',
      parts: [
        { weight: -1, of: { kind: 'constant', value: 1 } },
        { weight: 1, of: { kind: 'erlang', shape: 1.5, mean: -1 } },
      ],
    });
    expect(problems).toEqual([
      { path: ['parts', 0, 'weight'], expected: 'a number from 0 to 2^50' },
      { path: ['parts', 1, 'of', 'shape'], expected: 'a whole number from 1 to 1000' },
      { path: ['parts', 1, 'of', 'mean'], expected: 'a number from 0 to 2^50' },
    ]);
  });
});
