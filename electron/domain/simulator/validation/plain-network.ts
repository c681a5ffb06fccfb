/**
 * Textbook queues as networks: parts with nothing in them that a model does not ask for. Times are
 * in microseconds, as the formulas are used; rates in packets per microsecond.
 */
import { type Distribution, meanOf, secondMomentOf } from '../draws/distribution';
import type { Flow, Hop, Network, Queue, Server } from '../network';
import {
  PLAIN_CORE,
  plainFlow,
  plainQueue,
  plainServer,
  plainSource,
  toQueue,
  toServer,
} from '../plain-parts';
import type { ServiceMoments } from '../theory/queue-means';

const PICOSECONDS = 1_000_000;

/** A constant time. */
export function always(microseconds: number): Distribution {
  return { kind: 'constant', value: Math.round(microseconds * PICOSECONDS) };
}

/** An exponential time. */
export function exponential(microseconds: number): Distribution {
  return { kind: 'exponential', mean: microseconds * PICOSECONDS };
}

export function erlang(shape: number, microseconds: number): Distribution {
  return { kind: 'erlang', shape, mean: microseconds * PICOSECONDS };
}

/** One of two laws, the first in `share` of all cases. */
export function either(share: number, one: Distribution, other: Distribution): Distribution {
  return {
    kind: 'mixture',
    parts: [
      { weight: share, of: one },
      { weight: 1 - share, of: other },
    ],
  };
}

/**
 * Exponential times of two means, each with half of the sum of all times.
 * @param variation  variance by the square of the mean, above 1
 */
export function hyperexponential(microseconds: number, variation: number): Distribution {
  const often = (1 + Math.sqrt((variation - 1) / (variation + 1))) / 2;
  return either(
    often,
    exponential(microseconds / (2 * often)),
    exponential(microseconds / (2 * (1 - often))),
  );
}

/** Moments of a service law in microseconds. */
export function momentsOf(service: Distribution): ServiceMoments {
  return { mean: meanOf(service) / 1e6, secondMoment: secondMomentOf(service) / 1e12 };
}

/** What a run is asked for. */
export interface RunLength {
  readonly seed: number;
  /** Packets of all flows that are measured, about; a fifth as many come before. */
  readonly packets: number;
}

type Parts = Partial<Pick<Network, 'servers' | 'queues' | 'cores'>> & Pick<Network, 'flows'>;

/**
 * A network that runs as long as it takes for so many packets.
 * @param rate  of all flows together, per microsecond
 */
export function networkFor({ seed, packets }: RunLength, rate: number, parts: Parts): Network {
  const measuredPs = Math.round((packets / rate) * PICOSECONDS);
  const warmupPs = Math.round(measuredPs / 5);
  return {
    seed,
    warmupPs,
    endPs: warmupPs + measuredPs,
    servers: [],
    queues: [],
    cores: [],
    ...parts,
  };
}

/** Poisson arrivals. */
export function poisson(rate: number, lanes: readonly (readonly Hop[])[]): Flow {
  return plainFlow(plainSource(exponential(1 / rate)), lanes);
}

/** Poisson arrivals at one server. */
export function oneServer(rate: number, service: Distribution, parts: Partial<Server> = {}) {
  return (run: RunLength) =>
    networkFor(run, rate, {
      flows: [poisson(rate, [[toServer(0)]])],
      servers: [plainServer(service, parts)],
    });
}

/** Poisson arrivals in one queue that a core of its own polls. */
export function oneCore(rate: number, service: Distribution, parts: Partial<Queue> = {}) {
  return (run: RunLength) =>
    networkFor(run, rate, {
      flows: [poisson(rate, [[toQueue(0)]])],
      queues: [plainQueue(service, parts)],
      cores: [PLAIN_CORE],
    });
}

/** A time in whole picoseconds. */
export function picoseconds(microseconds: number): number {
  return Math.round(microseconds * PICOSECONDS);
}
