import { lengthsAfterDepartures, poissonArrivals } from './arrivals-in-service';
import {
  constantTime,
  exponentialTime,
  meansFromWait,
  type QueueMeans,
  type ServiceMoments,
  utilisationOf,
} from './queue-means';

/**
 * M/G/1, first come first served: Wq = λE[S²] / (2(1−ρ)).
 * @throws RangeError  when ρ ≥ 1
 * @see Kleinrock, Queueing Systems I, 1975, chapter 5 (Pollaczek–Khinchine)
 */
export function mg1(arrivalRate: number, service: ServiceMoments): QueueMeans {
  const utilisation = utilisationOf(arrivalRate, service.mean);
  const wait = (arrivalRate * service.secondMoment) / (2 * (1 - utilisation));
  return meansFromWait(arrivalRate, service.mean, wait);
}

/** M/M/1: Wq = ρ/(μ−λ). As `mg1` with exponential service. */
export function mm1(arrivalRate: number, serviceRate: number): QueueMeans {
  return mg1(arrivalRate, exponentialTime(1 / serviceRate));
}

/** M/M/1: the time in the system that a share p does not exceed, −ln(1−p)/(μ−λ). */
export function mm1StayQuantile(arrivalRate: number, serviceRate: number, p: number): number {
  utilisationOf(arrivalRate, 1 / serviceRate);
  return -Math.log1p(-p) / (serviceRate - arrivalRate);
}

/** M/D/1: Wq = ρ/(2μ(1−ρ)). As `mg1` with constant service. */
export function md1(arrivalRate: number, serviceRate: number): QueueMeans {
  return mg1(arrivalRate, constantTime(1 / serviceRate));
}

/** Waits of M/D/1 as a distribution, exactly. */
export interface Md1Waits {
  /** P(Wq ≤ t). */
  atMost(time: number): number;
  /** The wait that a share p of all do not exceed; p below 1. */
  quantile(p: number): number;
}

/**
 * M/D/1 waits. With D the service time, (k−1)D ≤ t < kD and u = kD − t:
 * P(Wq ≤ t) = e^−λu Σ_{j<k} P(N ≤ k−j) (λu)^j / j!, N being the number in the system. Unlike the
 * alternating sum of the books, all its terms are positive, so that doubles suffice everywhere.
 * @throws RangeError  when ρ ≥ 1
 * @see Franx, A simple solution for the M/D/c waiting time distribution, OR Letters 29, 2001
 */
export function md1Waits(arrivalRate: number, serviceRate: number): Md1Waits {
  const service = 1 / serviceRate;
  const utilisation = utilisationOf(arrivalRate, service);
  const arrivals = poissonArrivals(utilisation);
  let cumulative: number[] = [];
  const insideAtMost = (n: number): number => {
    if (n >= cumulative.length) {
      let sum = 0;
      cumulative = lengthsAfterDepartures(arrivals, Math.max(64, 2 * n)).map((weight) => {
        sum += weight * (1 - utilisation);
        return sum;
      });
    }
    return cumulative[n] as number;
  };
  const atMost = (time: number): number => {
    if (time < 0) return 0;
    const k = Math.floor(time / service) + 1;
    const mean = arrivalRate * (k * service - time);
    let term = Math.exp(-mean);
    let sum = 0;
    for (let j = 0; j < k; j++) {
      sum += term * insideAtMost(k - j);
      term *= mean / (j + 1);
    }
    return sum;
  };
  return { atMost, quantile: (p) => leastTimeWith((time) => atMost(time) >= p, service) };
}

/** By halving, to the last digits. */
function leastTimeWith(isEnough: (time: number) => boolean, step: number): number {
  if (isEnough(0)) return 0;
  let low = 0;
  let high = step;
  while (!isEnough(high)) {
    low = high;
    high *= 2;
  }
  for (let halvings = 0; halvings < 60; halvings++) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * G/G/1, an approximation: Wq ≈ ρ/(1−ρ) · (Ca²+Cs²)/2 · E[S]. It is right in the limit of ρ → 1;
 * below, tell only the order of magnitude by it.
 * @param arrivalVariation  Ca², variance of the gaps by the square of their mean
 * @param serviceVariation  Cs², the same of service times
 * @see Kingman, The single server queue in heavy traffic, Proc. Camb. Phil. Soc. 57, 1961
 */
export function kingmanWaitApproximation(
  arrivalRate: number,
  serviceMean: number,
  arrivalVariation: number,
  serviceVariation: number,
): number {
  const utilisation = utilisationOf(arrivalRate, serviceMean);
  return (
    ((utilisation / (1 - utilisation)) * (arrivalVariation + serviceVariation) * serviceMean) / 2
  );
}
