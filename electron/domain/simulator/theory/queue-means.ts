/**
 * What exact formulas say of queues, to hold engines against. Everything in this folder may use
 * logarithms and exponentials: nothing of it is on the way to a simulated result.
 *
 * Letters as in the books: λ arrival rate, μ service rate, S service time, ρ = λE[S]/c utilisation
 * of one of c servers. Rates are per unit of time, whichever unit; times come out in the same.
 */

/** Means of a queue in equilibrium. */
export interface QueueMeans {
  /** ρ: share of the time that one server is busy. */
  readonly utilisation: number;
  /** Wq: time from arrival to the beginning of service. */
  readonly wait: number;
  /** W: time from arrival to departure. */
  readonly stay: number;
  /** Lq: customers waiting. */
  readonly waiting: number;
  /** L: customers waiting or in service. */
  readonly inside: number;
}

/** The first two moments of a service time: E[S] and E[S²]. */
export interface ServiceMoments {
  readonly mean: number;
  readonly secondMoment: number;
}

/** A constant time: E[S²] = E[S]². */
export function constantTime(mean: number): ServiceMoments {
  return { mean, secondMoment: mean ** 2 };
}

/** An exponential time: E[S²] = 2E[S]². */
export function exponentialTime(mean: number): ServiceMoments {
  return { mean, secondMoment: 2 * mean ** 2 };
}

/**
 * All means from the mean wait, by Little: Lq = λWq, L = λW.
 * @throws RangeError  when the servers cannot keep up (ρ ≥ 1)
 */
export function meansFromWait(
  arrivalRate: number,
  serviceMean: number,
  wait: number,
  servers = 1,
): QueueMeans {
  const utilisation = utilisationOf(arrivalRate, serviceMean, servers);
  const stay = wait + serviceMean;
  return { utilisation, wait, stay, waiting: arrivalRate * wait, inside: arrivalRate * stay };
}

/** @throws RangeError  when the servers cannot keep up (ρ ≥ 1): there is no equilibrium */
export function utilisationOf(arrivalRate: number, serviceMean: number, servers = 1): number {
  const utilisation = (arrivalRate * serviceMean) / servers;
  if (!(utilisation >= 0 && utilisation < 1)) {
    throw new RangeError(`no equilibrium at a utilisation of ${utilisation}`);
  }
  return utilisation;
}
