/**
 * What independent replications of one run come to, and how sure that is. Each replication has a
 * seed of its own and gives one figure; within one run, what follows each other hangs together,
 * and no such sum of its packets says how far off their mean may be.
 */

export interface Estimate {
  /** In the unit of the figures. */
  readonly mean: number;
  /**
   * Half the width of the 95 % confidence interval: the true mean lies within it around `mean` in 19
   * of 20 experiments. Null for a single replication, which says nothing about it.
   */
  readonly halfWidth: number | null;
  readonly replications: number;
}

/**
 * Mean and confidence interval by Student's t.
 * @param figures  one of each replication
 * @throws RangeError  when there is none
 * @see Law, Simulation Modeling and Analysis, 5th ed., 2015, section 4.5
 */
export function estimateOf(figures: readonly number[]): Estimate {
  const count = figures.length;
  if (count === 0) throw new RangeError('no replication, no estimate');
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / count;
  if (count === 1) return { mean, halfWidth: null, replications: 1 };
  const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  return { mean, halfWidth: studentT(count - 1) * error, replications: count };
}

/** 97.5 % quantiles of Student's t: for 1 … 30 degrees of freedom, then for 40, 60 and 120. */
const T_UP_TO_30 = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788,
  2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639,
  2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
];
const T_BEYOND: readonly (readonly [degrees: number, t: number])[] = [
  [30, 2.0423],
  [40, 2.0211],
  [60, 2.0003],
  [120, 1.9799],
  [Number.POSITIVE_INFINITY, 1.96],
];

/**
 * How many standard errors a 95 % interval reaches to either side. Between entries of the table
 * straight over 1/degrees, which is right to four digits.
 * @param degrees  of freedom: a whole number from 1 on
 */
export function studentT(degrees: number): number {
  const exact = T_UP_TO_30[degrees - 1];
  if (exact !== undefined) return exact;
  const above = T_BEYOND.findIndex(([most]) => most >= degrees);
  const [fewer, high] = T_BEYOND[above - 1] ?? [1, 12.7062];
  const [more, low] = T_BEYOND[above] ?? [Number.POSITIVE_INFINITY, 1.96];
  const share = (1 / degrees - 1 / more) / (1 / fewer - 1 / more);
  return low + (high - low) * share;
}

/**
 * How far a simulated figure is from a published one, as a share of the published one. Where nothing
 * is published to happen, anything is infinitely far.
 */
export function relativeError(simulated: number, published: number): number {
  if (published === 0) return simulated === 0 ? 0 : Number.POSITIVE_INFINITY;
  return simulated / published - 1;
}

/** Largest relative errors at which a simulation still agrees with an exact formula. */
export const TOLERANCE = {
  /** Means, up to a utilisation of 0.8 and above. */
  mean: 0.01,
  meanUnderLoad: 0.03,
  percentile: 0.03,
  /** Of shares lost, from one in a thousand on. */
  loss: 0.05,
  /** Figures in which there is no chance: one packet more or less at the ends. */
  certain: 0.001,
  /** Approximations: only the order of magnitude. */
  approximation: 0.5,
} as const;

/** What a mean may be off, by the utilisation of the busiest server. */
export function meanTolerance(utilisation: number): number {
  return utilisation <= 0.8 + 1e-9 ? TOLERANCE.mean : TOLERANCE.meanUnderLoad;
}
