/**
 * Textbook queues as networks: parts with nothing in them that a model does not ask for. Times are
 * in microseconds, as the formulas are used; rates in packets per microsecond.
 */
import type { Distribution } from '../draws/distribution';
import {
  type Core,
  type Flow,
  type Hop,
  type Network,
  type OpenSource,
  type Queue,
  type Server,
  type Service,
  UNBOUNDED,
} from '../network';

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

export function toServer(index: number): Hop {
  return { to: 'server', index, delayPs: 0 };
}

export function toQueue(index: number): Hop {
  return { to: 'queue', index, delayPs: 0 };
}

/** Packets on one way, or on several at random. */
export function flowOf(
  gap: Distribution,
  lanes: readonly (readonly Hop[])[],
  source: Partial<OpenSource> = {},
): Flow {
  return {
    name: 'packets',
    source: {
      kind: 'open',
      firstPs: 0,
      untilPs: UNBOUNDED,
      gap,
      batch: { kind: 'constant', value: 1 },
      burst: null,
      ...source,
    },
    bytes: { kind: 'constant', value: 64 },
    lanes,
    spread: 'random',
    onDelivery: null,
    onLoss: null,
  };
}

/** Poisson arrivals. */
export function poisson(rate: number, lanes: readonly (readonly Hop[])[]): Flow {
  return flowOf(exponential(1 / rate), lanes);
}

export function serverOf(extra: Distribution | null, parts: Partial<Server> = {}): Server {
  return {
    name: 'server',
    count: 1,
    capacityPackets: UNBOUNDED,
    capacityBytes: UNBOUNDED,
    service: { ...NO_TIME, extra },
    takesPlaceAhead: false,
    ...parts,
  };
}

export const NO_TIME: Service = {
  fixedPs: 0,
  perBytePs: 0,
  overheadBytes: 0,
  chunkBytes: 1,
  chunkPs: 0,
  extra: null,
};

export function queueOf(extra: Distribution, parts: Partial<Queue> = {}): Queue {
  return {
    name: 'queue',
    core: 0,
    capacity: UNBOUNDED,
    releases: 'complete',
    budget: UNBOUNDED,
    priority: 0,
    notice: { kind: 'at-once', delayPs: 0 },
    wakePs: 0,
    pollPs: 0,
    work: [{ activity: 'other', perPacketPs: 0, perBytePs: 0, extra }],
    signalPs: 0,
    ...parts,
  };
}

/** Poisson arrivals at one server. */
export function oneServer(rate: number, service: Distribution, parts: Partial<Server> = {}) {
  return (run: RunLength) =>
    networkFor(run, rate, {
      flows: [poisson(rate, [[toServer(0)]])],
      servers: [serverOf(service, parts)],
    });
}

/** Poisson arrivals in one queue that a core of its own polls. */
export function oneCore(rate: number, service: Distribution, parts: Partial<Queue> = {}) {
  return (run: RunLength) =>
    networkFor(run, rate, {
      flows: [poisson(rate, [[toQueue(0)]])],
      queues: [queueOf(service, parts)],
      cores: [CORE],
    });
}

export const CORE: Core = { name: 'core', sibling: null };

/** A time in whole picoseconds. */
export function picoseconds(microseconds: number): number {
  return Math.round(microseconds * PICOSECONDS);
}
