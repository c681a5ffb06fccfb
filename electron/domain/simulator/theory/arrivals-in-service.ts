import type { Distribution } from '../draws/distribution';

/** P(j arrivals during one service), for j = 0, 1, … as far as it matters. */
export type ArrivalsInService = readonly number[];

/** What is less likely than this is left out: together it stays below the last digit of a double. */
const NEGLIGIBLE = 1e-22;

/** During a constant service in which `mean` arrivals are expected: Poisson. */
export function poissonArrivals(mean: number): ArrivalsInService {
  return untilNegligible(Math.exp(-mean), mean, (before, j) => (before * mean) / j);
}

/**
 * P(j arrivals during one service) for Poisson arrivals: ∫ e^−λx (λx)^j / j! dF(x).
 * @param arrivalRate  λ, in the inverse of the unit of the service time
 * @returns null for laws that have no closed form here: uniform, geometric and quantiles
 */
export function arrivalsDuring(
  service: Distribution,
  arrivalRate: number,
): ArrivalsInService | null {
  switch (service.kind) {
    case 'constant':
      return poissonArrivals(arrivalRate * service.value);
    case 'exponential':
      return erlangArrivals(1, arrivalRate * service.mean);
    case 'erlang':
      return erlangArrivals(service.shape, arrivalRate * service.mean);
    case 'mixture': {
      const total = service.parts.reduce((sum, { weight }) => sum + weight, 0);
      const sum: number[] = [];
      for (const { weight, of } of service.parts) {
        const part = arrivalsDuring(of, arrivalRate);
        if (part === null) return null;
        for (const [j, probability] of part.entries()) {
          sum[j] = (sum[j] ?? 0) + (probability * weight) / total;
        }
      }
      return sum;
    }
    case 'sum':
      return service.of.reduce<ArrivalsInService | null>(
        (sum, part) => convolved(sum, arrivalsDuring(part, arrivalRate)),
        [1],
      );
    case 'uniform':
    case 'geometric':
    case 'quantiles':
      return null;
  }
}

/** Negative binomial: in each phase, arrivals come before its end with probability s/(1+s). */
function erlangArrivals(shape: number, mean: number): ArrivalsInService {
  const perPhase = mean / shape;
  const before = perPhase / (1 + perPhase);
  return untilNegligible(
    (1 + perPhase) ** -shape,
    mean,
    (last, j) => (last * before * (shape + j - 1)) / j,
  );
}

function untilNegligible(
  first: number,
  mean: number,
  next: (before: number, j: number) => number,
): ArrivalsInService {
  const probabilities = [first];
  for (let j = 1, last = first; j <= mean || last > NEGLIGIBLE; j++) {
    last = next(last, j);
    probabilities.push(last);
  }
  return probabilities;
}

function convolved(
  one: ArrivalsInService | null,
  other: ArrivalsInService | null,
): ArrivalsInService | null {
  if (one === null || other === null) return null;
  const sum = new Array<number>(one.length + other.length - 1).fill(0);
  for (const [i, p] of one.entries()) {
    for (const [j, q] of other.entries()) sum[i + j] = (sum[i + j] as number) + p * q;
  }
  return sum;
}

/**
 * M/G/1 just after departures: how much more likely 0, 1, … customers are left behind than none,
 * that is π_j / π_0. Infinitely many places; with K places the first K of them are the same.
 *
 * The chain crosses from above j to j as often as from j or below to above: π_{j+1} a_0 =
 * π_0 P(A > j) + Σ_{1≤i≤j} π_i P(A > j+1−i). No term is negative: nothing cancels.
 * @param count  how many of them
 * @see Kleinrock, Queueing Systems I, 1975, chapter 5 (the chain)
 */
export function lengthsAfterDepartures(arrivals: ArrivalsInService, count: number): number[] {
  const none = arrivals[0] as number;
  const moreThan: number[] = [];
  let tail = 0;
  for (let j = arrivals.length - 1; j >= 0; j--) {
    moreThan[j] = tail;
    tail += arrivals[j] as number;
  }
  const weights = [1];
  while (weights.length < count) {
    const j = weights.length - 1;
    let up = moreThan[j] ?? 0;
    for (let i = Math.max(1, j + 2 - moreThan.length); i <= j; i++) {
      up += (weights[i] as number) * (moreThan[j + 1 - i] as number);
    }
    weights.push(up / none);
  }
  return weights;
}
