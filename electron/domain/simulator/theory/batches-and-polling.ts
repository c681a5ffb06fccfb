import { type ServiceMoments, utilisationOf } from './queue-means';
import { type CustomerClass, commonWait } from './sharing';
import { mg1 } from './single-server';

/** The first two moments of how many arrive together: E[X] and E[X²]. */
export interface BatchMoments {
  readonly mean: number;
  readonly secondMoment: number;
}

/**
 * M^[X]/G/1, mean wait of a packet:
 * Wq = λ_B E[X] E[S²] / (2(1−ρ)) + E[S](E[X²]−E[X]) / (2E[X](1−ρ)).
 * @param batchRate  λ_B, batches per unit of time
 * @throws RangeError  when ρ ≥ 1
 * @see Gross & Harris, Fundamentals of Queueing Theory, 3rd ed., 1998, chapter 5
 */
export function batchArrivalsWait(
  batchRate: number,
  batch: BatchMoments,
  service: ServiceMoments,
): number {
  const rate = batchRate * batch.mean;
  const idle = 1 - utilisationOf(rate, service.mean);
  const ofOwnBatch = (service.mean * (batch.secondMoment - batch.mean)) / (2 * batch.mean * idle);
  return mg1(rate, service).wait + ofOwnBatch;
}

/**
 * M/G/1 with multiple vacations: the server looks when a vacation V ends, serves until nothing is
 * left, and takes the next. Wq = Wq(M/G/1) + E[V²] / (2E[V]): a free-running moderation timer, a
 * poller that sleeps.
 * @see Takagi, Queueing Analysis I, 1991, chapter 2 (vacations)
 */
export function vacationsWait(
  arrivalRate: number,
  service: ServiceMoments,
  vacation: ServiceMoments,
): number {
  return mg1(arrivalRate, service).wait + vacation.secondMoment / (2 * vacation.mean);
}

/**
 * M/G/1 with a constant set-up: the first packet of an empty queue starts a delay D before service.
 * Wq = Wq(M/G/1) + (2D + λD²) / (2(1+λD)): coalescing by time, interrupt latency, wake-up of a VM.
 * @see Takagi, Queueing Analysis I, 1991, chapter 2 (set-up times)
 */
export function setUpWait(arrivalRate: number, service: ServiceMoments, delay: number): number {
  const expected = arrivalRate * delay;
  return mg1(arrivalRate, service).wait + (2 * delay + expected * delay) / (2 * (1 + expected));
}

/**
 * M/G/1 with N-policy: service of an empty queue begins when N wait. Adds (N−1)/(2λ): coalescing by
 * count.
 * @see Takagi, Queueing Analysis I, 1991, chapter 2 (N-policy)
 */
export function countPolicyWait(
  arrivalRate: number,
  service: ServiceMoments,
  count: number,
): number {
  return mg1(arrivalRate, service).wait + (count - 1) / (2 * arrivalRate);
}

/** How often the server is woken, per unit of time; service goes on until nothing is left. */
export const wakeRate = {
  /** At every packet that finds the queue empty: λ(1−ρ). */
  unmoderated: (arrivalRate: number, serviceMean: number): number =>
    arrivalRate * idleShare(arrivalRate, serviceMean),
  /** Expiries of the free-running timer, (1−ρ)/V, whether they find work or not. */
  timer: (arrivalRate: number, serviceMean: number, interval: number): number =>
    idleShare(arrivalRate, serviceMean) / interval,
  /** Those that find work: (1−ρ)(1−e^−λV)/V. */
  timerWithWork: (arrivalRate: number, serviceMean: number, interval: number): number =>
    (idleShare(arrivalRate, serviceMean) * -Math.expm1(-arrivalRate * interval)) / interval,
  /** Delay D after the first packet: λ(1−ρ)/(1+λD). */
  setUp: (arrivalRate: number, serviceMean: number, delay: number): number =>
    (arrivalRate * idleShare(arrivalRate, serviceMean)) / (1 + arrivalRate * delay),
  /** At the N-th packet: λ(1−ρ)/N. */
  count: (arrivalRate: number, serviceMean: number, count: number): number =>
    (arrivalRate * idleShare(arrivalRate, serviceMean)) / count,
} as const;

function idleShare(arrivalRate: number, serviceMean: number): number {
  return 1 - utilisationOf(arrivalRate, serviceMean);
}

/**
 * One server that goes round several queues, each until it is empty: what Σ ρ_i Wq_i comes to, in
 * whichever order it goes.
 * ρ Σλ_iE[S_i²]/(2(1−ρ)) + ρ E[R²]/(2E[R]) + E[R](ρ²−Σρ_i²)/(2(1−ρ)).
 * @param switchOver  R: moments of all switch-over times of one round; mean 0 for none
 * @see Boxma & Groenendijk, Pseudo-conservation laws in cyclic-service systems, J. Appl. Prob. 24, 1987
 */
export function polledWaitsByLoad(
  queues: readonly CustomerClass[],
  switchOver: ServiceMoments,
): number {
  const loads = queues.map(({ arrivalRate, service }) => arrivalRate * service.mean);
  const load = loads.reduce((sum, one) => sum + one, 0);
  const idle = 1 - utilisationOf(load, 1);
  const squares = loads.reduce((sum, one) => sum + one ** 2, 0);
  const waiting = load * commonWait(queues);
  if (switchOver.mean === 0) return waiting;
  return (
    waiting +
    (load * switchOver.secondMoment) / (2 * switchOver.mean) +
    (switchOver.mean * (load ** 2 - squares)) / (2 * idle)
  );
}

/** Mean time of one round of a polling server: E[R]/(1−ρ). */
export function pollingCycle(load: number, switchOverMean: number): number {
  return switchOverMean / (1 - utilisationOf(load, 1));
}
