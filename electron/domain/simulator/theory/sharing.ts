import { type ServiceMoments, utilisationOf } from './queue-means';

/** One of several kinds of customers of one server. */
export interface CustomerClass {
  readonly arrivalRate: number;
  readonly service: ServiceMoments;
}

/**
 * M/G/1 with priorities, a service once begun is finished: Wq_k = R / ((1−σ_{k−1})(1−σ_k)) with
 * R = ½Σλ_iE[S_i²] and σ_k = Σ_{i≤k} ρ_i.
 * @param classes  the most important first
 * @returns  mean waits in the same order
 * @throws RangeError  when the server cannot keep up with all of them
 * @see Cobham, Priority assignment in waiting line problems, Operations Research 2, 1954
 */
export function priorityWaits(classes: readonly CustomerClass[]): number[] {
  const residual = residualOf(classes);
  let load = 0;
  return classes.map(({ arrivalRate, service }) => {
    const before = load;
    load += arrivalRate * service.mean;
    utilisationOf(load, 1);
    return residual / ((1 - before) * (1 - load));
  });
}

/** M/G/1 without priorities, all classes in one queue: everybody waits R/(1−ρ). */
export function commonWait(classes: readonly CustomerClass[]): number {
  const load = classes.reduce((sum, one) => sum + one.arrivalRate * one.service.mean, 0);
  return residualOf(classes) / (1 - utilisationOf(load, 1));
}

/** R: what is left, on average, of the service that an arrival finds going on. */
function residualOf(classes: readonly CustomerClass[]): number {
  return classes.reduce(
    (sum, { arrivalRate, service }) => sum + (arrivalRate * service.secondMoment) / 2,
    0,
  );
}

export interface Demand {
  readonly wanted: number;
  readonly weight: number;
}

/**
 * What each flow gets of a link in the end under fair queueing: nobody more than it wants, and of
 * the rest all the same per weight (weighted max–min fairness).
 * @param demands  in the unit of the capacity; the result keeps their order
 * @see Bertsekas & Gallager, Data Networks, 2nd ed., 1992, section 6.5.2
 */
export function maxMinShares(capacity: number, demands: readonly Demand[]): number[] {
  const shares = demands.map(() => 0);
  let left = capacity;
  let hungry = demands.map((_, at) => at);
  while (hungry.length > 0) {
    const weights = hungry.reduce((sum, at) => sum + (demands[at] as Demand).weight, 0);
    const perWeight = left / weights;
    const content = hungry.filter((at) => {
      const { wanted, weight } = demands[at] as Demand;
      return wanted <= perWeight * weight;
    });
    for (const at of content) shares[at] = (demands[at] as Demand).wanted;
    if (content.length === 0) {
      for (const at of hungry) shares[at] = perWeight * (demands[at] as Demand).weight;
      return shares;
    }
    left -= content.reduce((sum, at) => sum + (demands[at] as Demand).wanted, 0);
    hungry = hungry.filter((at) => !content.includes(at));
  }
  return shares;
}

export interface RoundRobinFlow {
  /** Share of the link that a flow is sure of, in bits/s. */
  readonly rate: number;
  /** Longest wait until it gets it, in seconds. */
  readonly latency: number;
}

/**
 * Deficit round robin: with quanta φ_i, their sum F and a link of r, flow i is sure of φ_i r/F
 * after at most (3F−2φ_i)/r.
 * @param linkRate     bits/s
 * @param quantaBytes  by flow; each at least its largest packet
 * @see Stiliadis & Varma, Latency-rate servers, IEEE/ACM ToN 6(5), 1998
 */
export function deficitRoundRobin(
  linkRate: number,
  quantaBytes: readonly number[],
): RoundRobinFlow[] {
  const frame = quantaBytes.reduce((sum, quantum) => sum + quantum, 0);
  return quantaBytes.map((quantum) => ({
    rate: (quantum * linkRate) / frame,
    latency: (8 * (3 * frame - 2 * quantum)) / linkRate,
  }));
}

/**
 * Token bucket: the longest time that a burst is held up by it, (B−b)/r, the input being much
 * faster than r.
 * @param rate   r: tokens, in bits/s
 * @param depth  b, in bits
 * @param burst  B, in bits
 * @returns seconds; 0 for a burst that the bucket holds
 */
export function tokenBucketDelay(rate: number, depth: number, burst: number): number {
  return Math.max(0, burst - depth) / rate;
}

/** Token bucket: most bits that leave it in an interval, rt + b. */
export function tokenBucketOutput(rate: number, depth: number, seconds: number): number {
  return rate * seconds + depth;
}
