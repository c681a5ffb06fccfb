import { type Distribution, meanOf } from '../draws/distribution';
import {
  type ArrivalsInService,
  arrivalsDuring,
  lengthsAfterDepartures,
  poissonArrivals,
} from './arrivals-in-service';

/** A queue with K places, the one in service included; whoever finds none is lost. */
export interface LossyMeans {
  /** P_K: share of all arrivals that are lost. */
  readonly lost: number;
  /** L: customers inside. */
  readonly inside: number;
  /** W: time inside, of those that are not lost. */
  readonly stay: number;
  /** Served per unit of time. */
  readonly throughput: number;
}

/**
 * M/M/1/K: p_n = (1−ρ)ρⁿ / (1−ρ^(K+1)), and 1/(K+1) at ρ = 1.
 * @see Kleinrock, Queueing Systems I, 1975, chapter 3
 */
export function mm1k(arrivalRate: number, serviceRate: number, places: number): LossyMeans {
  const ratio = arrivalRate / serviceRate;
  // Above 1 the likeliest state is the full one: counted from there, the powers do not overflow.
  const weights = Array.from({ length: places + 1 }, (_, n) =>
    ratio <= 1 ? ratio ** n : ratio ** (n - places),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = weights.map((weight) => weight / total);
  return lossyMeans(arrivalRate, probabilities, probabilities[places] as number);
}

/**
 * M/D/1/K, see `mg1k`.
 * @param serviceTime  D
 */
export function md1k(arrivalRate: number, serviceTime: number, places: number): LossyMeans {
  const offered = arrivalRate * serviceTime;
  return fromChain(arrivalRate, offered, poissonArrivals(offered), places);
}

/**
 * M/G/1/K by the chain just after departures: with π its stationary vector over 0 … K−1,
 * P_K = 1 − 1/(π_0+ρ) and p_n = π_n/(π_0+ρ) below K.
 * @returns null for service laws without a closed form of the arrivals during a service
 * @see Gross & Harris, Fundamentals of Queueing Theory, 3rd ed., 1998, chapter 5
 */
export function mg1k(
  arrivalRate: number,
  service: Distribution,
  places: number,
): LossyMeans | null {
  const arrivals = arrivalsDuring(service, arrivalRate);
  return arrivals && fromChain(arrivalRate, arrivalRate * meanOf(service), arrivals, places);
}

function fromChain(
  arrivalRate: number,
  offered: number,
  arrivals: ArrivalsInService,
  places: number,
): LossyMeans {
  const weights = lengthsAfterDepartures(arrivals, places);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const stationary = weights.map((weight) => weight / total);
  const scale = (stationary[0] as number) + offered;
  const below = stationary.map((probability) => probability / scale);
  // Near the last digit of a double the loss may come out a little negative.
  const lost = Math.max(0, 1 - 1 / scale);
  return lossyMeans(arrivalRate, [...below, lost], lost);
}

function lossyMeans(arrivalRate: number, inside: readonly number[], lost: number): LossyMeans {
  const throughput = arrivalRate * (1 - lost);
  const mean = inside.reduce((sum, probability, n) => sum + n * probability, 0);
  return { lost, inside: mean, stay: mean / throughput, throughput };
}

/** A queue under more than it can serve, with many places, whatever the law of service. */
export interface OverloadLimits {
  /** 1 − 1/ρ. */
  readonly lost: number;
  /** μ. */
  readonly throughput: number;
  /** Of those that are not lost: about K/μ, a little less for the places that are free. */
  readonly stay: number;
}

/**
 * Limits for ρ > 1 and K → ∞. The stay is that of M/M/1/K, (K − 1/(ρ−1))/μ.
 * @throws RangeError  when the queue is not overloaded
 */
export function overloadLimits(
  arrivalRate: number,
  serviceRate: number,
  places: number,
): OverloadLimits {
  const ratio = arrivalRate / serviceRate;
  if (!(ratio > 1)) throw new RangeError(`not an overload: ${ratio}`);
  return {
    lost: 1 - 1 / ratio,
    throughput: serviceRate,
    stay: (places - 1 / (ratio - 1)) / serviceRate,
  };
}

export interface Stall {
  readonly lost: number;
  /** Until the queue is as short as before. */
  readonly drainTime: number;
}

/**
 * The server stops for a while and packets go on arriving. Fluid: in means, without chance.
 * @param free  places free when it stops
 */
export function stall(
  arrivalRate: number,
  serviceRate: number,
  stallTime: number,
  free: number,
): Stall {
  const arrived = arrivalRate * stallTime;
  const kept = Math.min(arrived, free);
  return { lost: arrived - kept, drainTime: kept / (serviceRate - arrivalRate) };
}
