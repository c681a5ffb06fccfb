import { md1 } from './single-server';

export interface PipelineMeans {
  /** Total of all waits. */
  readonly wait: number;
  /** Total of waits and services. */
  readonly stay: number;
}

/**
 * Poisson arrivals through stages of constant service and unlimited buffers: packets wait as long as
 * in one M/D/1 at the slowest stage, whatever the order of the stages.
 * @throws RangeError  when the slowest stage cannot keep up
 * @see Friedman, Reduction methods for tandem queuing systems, Operations Research 13, 1965
 */
export function constantPipeline(
  arrivalRate: number,
  serviceTimes: readonly number[],
): PipelineMeans {
  const { wait } = md1(arrivalRate, 1 / Math.max(...serviceTimes));
  return { wait, stay: wait + serviceTimes.reduce((sum, time) => sum + time, 0) };
}
