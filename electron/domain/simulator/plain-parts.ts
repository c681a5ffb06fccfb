/** Parts of networks with nothing in them that nobody asks for: the plainest that they can be. */
import type { Distribution } from './draws/distribution';
import {
  type Core,
  type Flow,
  type Hop,
  type OpenSource,
  type Queue,
  type Server,
  type Service,
  type Source,
  UNBOUNDED,
} from './network';

export function toServer(index: number, delayPs = 0): Hop {
  return { to: 'server', index, delayPs };
}

export function toQueue(index: number, delayPs = 0): Hop {
  return { to: 'queue', index, delayPs };
}

/** Packets for ever, one at a time. */
export function plainSource(gap: Distribution, parts: Partial<OpenSource> = {}): OpenSource {
  return {
    kind: 'open',
    firstPs: 0,
    untilPs: UNBOUNDED,
    gap,
    batch: { kind: 'constant', value: 1 },
    burst: null,
    ...parts,
  };
}

/** Packets of 64 bytes on one way, or on several at random. */
export function plainFlow(
  source: Source | null,
  lanes: readonly (readonly Hop[])[],
  parts: Partial<Flow> = {},
): Flow {
  return {
    name: 'flow',
    source,
    bytes: { kind: 'constant', value: 64 },
    lanes,
    spread: 'random',
    onDelivery: null,
    onLoss: null,
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

/** One server without bounds that takes a time by chance. */
export function plainServer(extra: Distribution | null, parts: Partial<Server> = {}): Server {
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

/** A queue without bounds, of core 0, which learns of packets at once. */
export function plainQueue(extra: Distribution | null, parts: Partial<Queue> = {}): Queue {
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

export const PLAIN_CORE: Core = { name: 'core', sibling: null };
