/**
 * The laws that times, sizes and batch lengths may follow. Plain data, as it stands in a
 * specification; values are in whatever whole unit the place counts in (picoseconds, bytes).
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** Every whole number from `low` to `high`, both included, equally often. */
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** The sum of `shape` exponential phases. */
  | { readonly kind: 'erlang'; readonly shape: number; readonly mean: number }
  /** One of the parts, chosen by weight: hyperexponential times, packet mixes, two-point laws. */
  | { readonly kind: 'mixture'; readonly parts: readonly MixturePart[] }
  /** 1, 2, 3, …: how often one tries until something succeeds. */
  | { readonly kind: 'geometric'; readonly mean: number }
  /** Straight lines between the given quantiles; the probabilities run from 0 to 1. */
  | { readonly kind: 'quantiles'; readonly points: readonly QuantilePoint[] }
  /** Independent parts, added. */
  | { readonly kind: 'sum'; readonly of: readonly Distribution[] };

export interface MixturePart {
  /** How often, compared with the other parts. */
  readonly weight: number;
  readonly of: Distribution;
}

export type QuantilePoint = readonly [probability: number, value: number];

/** The greatest value that may stand in a distribution: in picoseconds some 18 minutes. */
export const GREATEST_VALUE = 2 ** 50;

/** The greatest number of phases of an Erlang distribution: each costs a draw. */
export const GREATEST_SHAPE = 1000;

/** Mean, in the unit of the values; before what is drawn is rounded to whole numbers. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'exponential':
    case 'erlang':
    case 'geometric':
      return distribution.mean;
    case 'uniform':
      return (distribution.low + distribution.high) / 2;
    case 'mixture':
      return weightedMean(distribution.parts, meanOf);
    case 'quantiles':
      return overSegments(distribution.points, (low, high) => (low + high) / 2);
    case 'sum':
      return distribution.of.reduce((sum, part) => sum + meanOf(part), 0);
  }
}

/** E[X²], in the square of the unit of the values; before rounding, as the mean. */
export function secondMomentOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value ** 2;
    case 'exponential':
      return 2 * distribution.mean ** 2;
    case 'erlang':
      return distribution.mean ** 2 * (1 + 1 / distribution.shape);
    case 'geometric':
      return 2 * distribution.mean ** 2 - distribution.mean;
    case 'uniform': {
      const values = distribution.high - distribution.low + 1;
      return meanOf(distribution) ** 2 + (values ** 2 - 1) / 12;
    }
    case 'mixture':
      return weightedMean(distribution.parts, secondMomentOf);
    case 'quantiles':
      return overSegments(
        distribution.points,
        (low, high) => (low ** 2 + low * high + high ** 2) / 3,
      );
    case 'sum': {
      const variances = distribution.of.map((part) => secondMomentOf(part) - meanOf(part) ** 2);
      return meanOf(distribution) ** 2 + variances.reduce((sum, one) => sum + one, 0);
    }
  }
}

function weightedMean(
  parts: readonly MixturePart[],
  moment: (distribution: Distribution) => number,
): number {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, of }) => sum + weight * moment(of), 0) / weights;
}

/** The mean of something over the straight pieces of a quantile function. */
function overSegments(
  points: readonly QuantilePoint[],
  over: (low: number, high: number) => number,
): number {
  return points.slice(1).reduce((sum, [probability, high], at) => {
    const [before, low] = points[at] as QuantilePoint;
    return sum + (probability - before) * over(low, high);
  }, 0);
}

/**
 * The only value that a distribution can give, as it is drawn: rounded half up. Null when there is
 * more than one; an engine that asks first need not draw.
 */
export function fixedValueOf(distribution: Distribution): number | null {
  const value = unroundedFixedValueOf(distribution);
  return value === null ? null : Math.floor(value + 0.5);
}

function unroundedFixedValueOf(distribution: Distribution): number | null {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'exponential':
    case 'erlang':
      return distribution.mean === 0 ? 0 : null;
    case 'geometric':
      return distribution.mean === 1 ? 1 : null;
    case 'uniform':
      return distribution.low === distribution.high ? distribution.low : null;
    case 'mixture':
      return allAlike(
        distribution.parts
          .filter(({ weight }) => weight > 0)
          .map(({ of }) => unroundedFixedValueOf(of)),
      );
    case 'quantiles':
      return allAlike(distribution.points.map(([, value]) => value));
    case 'sum': {
      const values = distribution.of.map(unroundedFixedValueOf);
      return values.reduce<number | null>(
        (sum, value) => (sum === null || value === null ? null : sum + value),
        0,
      );
    }
  }
}

function allAlike(values: readonly (number | null)[]): number | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

/** Something in a distribution that cannot be drawn from. */
export interface DistributionProblem {
  /** Names and places from the distribution down to the value: `['parts', 0, 'weight']`. */
  readonly path: readonly (string | number)[];
  /** What would be right there, in words. */
  readonly expected: string;
}

/** All that is wrong with a distribution; nothing when it can be drawn from. */
export function problemsOf(distribution: Distribution): readonly DistributionProblem[] {
  switch (distribution.kind) {
    case 'constant':
      return wrongValue('value', distribution.value);
    case 'exponential':
      return wrongValue('mean', distribution.mean);
    case 'erlang':
      return [
        ...wrongUnless(
          Number.isInteger(distribution.shape) && within(distribution.shape, 1, GREATEST_SHAPE),
          'shape',
          `a whole number from 1 to ${GREATEST_SHAPE}`,
        ),
        ...wrongValue('mean', distribution.mean),
      ];
    case 'geometric':
      return wrongUnless(
        within(distribution.mean, 1, GREATEST_VALUE),
        'mean',
        'a number from 1 to 2^50',
      );
    case 'uniform':
      return [
        ...wrongUnless(isWhole(distribution.low), 'low', 'a whole number from 0 to 2^50'),
        ...wrongUnless(
          isWhole(distribution.high) && distribution.low <= distribution.high,
          'high',
          'a whole number from the low one to 2^50',
        ),
      ];
    case 'mixture':
      return mixtureProblems(distribution.parts);
    case 'quantiles':
      return quantileProblems(distribution.points);
    case 'sum':
      return [
        ...wrongUnless(distribution.of.length > 0, 'of', 'at least one part'),
        ...distribution.of.flatMap((part, at) => below(['of', at], problemsOf(part))),
      ];
  }
}

function mixtureProblems(parts: readonly MixturePart[]): readonly DistributionProblem[] {
  return [
    ...wrongUnless(
      parts.some(({ weight }) => weight > 0),
      'parts',
      'at least one part with a weight above 0',
    ),
    ...parts.flatMap(({ weight, of }, at) =>
      below(
        ['parts', at],
        [
          ...wrongUnless(within(weight, 0, GREATEST_VALUE), 'weight', 'a number from 0 to 2^50'),
          ...below(['of'], problemsOf(of)),
        ],
      ),
    ),
  ];
}

function quantileProblems(points: readonly QuantilePoint[]): readonly DistributionProblem[] {
  const first = points[0]?.[0];
  const last = points.at(-1)?.[0];
  return [
    ...wrongUnless(
      points.length >= 2 && first === 0 && last === 1,
      'points',
      'at least two points, the first at probability 0 and the last at 1',
    ),
    ...points.flatMap(([probability, value], at) => {
      const [before, low] = points[at - 1] ?? [0, 0];
      return below(
        ['points', at],
        [
          ...wrongUnless(within(probability, before, 1), 0, 'a probability not below the last one'),
          ...wrongUnless(
            within(value, low, GREATEST_VALUE),
            1,
            'a number from the last value to 2^50',
          ),
        ],
      );
    }),
  ];
}

function wrongValue(name: string, value: number): readonly DistributionProblem[] {
  return wrongUnless(within(value, 0, GREATEST_VALUE), name, 'a number from 0 to 2^50');
}

function wrongUnless(
  isRight: boolean,
  name: string | number,
  expected: string,
): readonly DistributionProblem[] {
  return isRight ? [] : [{ path: [name], expected }];
}

function below(
  path: readonly (string | number)[],
  problems: readonly DistributionProblem[],
): readonly DistributionProblem[] {
  return problems.map((one) => ({ ...one, path: [...path, ...one.path] }));
}

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && within(value, 0, GREATEST_VALUE);
}
