import type { Distribution } from '../../../electron/domain/simulator/draws/distribution';
import {
  type Flow,
  type Hop,
  type Network,
  type Queue,
  type Server,
  UNBOUNDED,
} from '../../../electron/domain/simulator/network';

/** Parts of networks with nothing in them that a test does not ask for; times in nanoseconds. */

export const nanoseconds = (n: number) => Math.round(n * 1000);

export const constant = (ns: number): Distribution => ({
  kind: 'constant',
  value: nanoseconds(ns),
});

export const exponential = (ns: number): Distribution => ({
  kind: 'exponential',
  mean: nanoseconds(ns),
});

export const toServer = (index: number, delayPs = 0): Hop => ({ to: 'server', index, delayPs });
export const toQueue = (index: number, delayPs = 0): Hop => ({ to: 'queue', index, delayPs });

export function network(parts: Partial<Network>): Network {
  return {
    seed: 1,
    warmupPs: 0,
    endPs: 1e9,
    flows: [],
    servers: [],
    queues: [],
    cores: [{ name: 'core', sibling: null }],
    ...parts,
  };
}

export function flow(gap: Distribution, route: readonly Hop[], parts: Partial<Flow> = {}): Flow {
  return {
    name: 'flow',
    source: {
      kind: 'open',
      firstPs: 0,
      untilPs: UNBOUNDED,
      gap,
      batch: { kind: 'constant', value: 1 },
      burst: null,
    },
    bytes: { kind: 'constant', value: 64 },
    lanes: [route],
    spread: 'in-turn',
    onDelivery: null,
    onLoss: null,
    ...parts,
  };
}

export function server(extra: Distribution | null, parts: Partial<Server> = {}): Server {
  return {
    name: 'server',
    count: 1,
    capacityPackets: UNBOUNDED,
    capacityBytes: UNBOUNDED,
    service: {
      fixedPs: 0,
      perBytePs: 0,
      overheadBytes: 0,
      chunkBytes: 1,
      chunkPs: 0,
      extra,
    },
    takesPlaceAhead: false,
    ...parts,
  };
}

export function queue(extra: Distribution | null, parts: Partial<Queue> = {}): Queue {
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
