/** From the named parts of a specification to the numbered ones that engines run. */
import { type Distribution, meanOf } from '../draws/distribution';
import {
  type Core,
  type Emission,
  type Flow,
  type Hop,
  type Network,
  type Notice,
  type OpenSource,
  type Queue,
  type Server,
  type Source,
  UNBOUNDED,
  type Work,
} from '../network';
import { distributionOf, type Law } from './law';
import type {
  ArrivalsSpecification,
  CoreSpecification,
  FlowSpecification,
  NextSpecification,
  NoticeSpecification,
  QueueSpecification,
  RouteSpecification,
  ServerSpecification,
} from './network-form';
import type { Sections } from './sections';
import { stationOrder } from './station-order';

export interface RunTimes {
  readonly seed: number;
  readonly warmupPs: number | null;
  readonly durationPs: number | null;
  /** In place of a duration. */
  readonly durationPackets: number | null;
}

const DEFAULT_PACKETS = 1_000_000;
const DEFAULT_DURATION_PS = 100e9;
/** Two hours: flows may be so slow that a million packets take longer than a run may. */
const GREATEST_DEFAULT_PS = 7200e12;

/**
 * Parts that are not sound, and names of nothing, are passed over: what comes of them is only good
 * for finding further problems.
 */
export function buildNetwork(sections: Sections, times: RunTimes): Network {
  const places = placesOf(sections);
  const flows = [...sections.flows].map(([name, flow]) => flowOf(name, flow, sections, places));
  const durationPs = durationOf(flows, times);
  const warmupPs = times.warmupPs ?? Math.round(durationPs / 10);
  return {
    seed: times.seed,
    warmupPs,
    endPs: warmupPs + durationPs,
    flows,
    servers: places.servers.map((name) => serverOf(name, sections.servers.get(name) ?? null)),
    queues: places.queues.map((name) =>
      queueOf(name, sections.queues.get(name) ?? null, places.cores),
    ),
    cores: places.cores.map((name) => coreOf(name, sections, places.cores)),
  };
}

/** Packets that a flow starts by itself, per picosecond in the mean; 0 without arrivals. */
export function packetsPerPs({ source }: Flow): number {
  if (source?.kind !== 'open') return 0;
  const { gap, batch, burst } = source;
  const rate = meanOf(batch) / meanOf(gap);
  if (burst === null) return rate;
  const on = meanOf(burst.on);
  return rate * (on / (on + meanOf(burst.off)));
}

function durationOf(flows: readonly Flow[], { durationPs, durationPackets }: RunTimes): number {
  if (durationPs !== null) return durationPs;
  const rate = flows.reduce((sum, flow) => sum + packetsPerPs(flow), 0);
  if (rate === 0) return DEFAULT_DURATION_PS;
  if (durationPackets !== null) return Math.max(1, Math.round(durationPackets / rate));
  return Math.min(GREATEST_DEFAULT_PS, Math.max(1, Math.round(DEFAULT_PACKETS / rate)));
}

/** Who has which number. */
interface Places {
  readonly servers: readonly string[];
  readonly queues: readonly string[];
  readonly cores: readonly string[];
  readonly hopTo: (name: string) => Omit<Hop, 'delayPs'> | null;
}

function placesOf(sections: Sections): Places {
  const stations = [...sections.servers.keys(), ...sections.queues.keys()];
  const routes = [...sections.flows.values()].flatMap((flow) =>
    flow === null ? [] : lanesOf(flow).map((lane) => lane.map(nameOfHop)),
  );
  const servers = stationOrder(stations, routes).filter((name) => sections.servers.has(name));
  const queues = [...sections.queues.keys()];
  const hops = new Map<string, Omit<Hop, 'delayPs'>>([
    ...queues.map((name, index) => [name, { to: 'queue', index }] as const),
    ...servers.map((name, index) => [name, { to: 'server', index }] as const),
  ]);
  return {
    servers,
    queues,
    cores: [...sections.cores.keys()],
    hopTo: (name) => hops.get(name) ?? null,
  };
}

export function lanesOf({ route, lanes }: FlowSpecification): readonly RouteSpecification[] {
  return lanes ?? (route ? [route] : []);
}

function nameOfHop(hop: RouteSpecification[number]): string {
  return typeof hop === 'string' ? hop : hop.to;
}

/** In a part that is not sound a packet spends this time. */
const UNKNOWN_PS = 1e12;

function serverOf(name: string, specification: ServerSpecification | null): Server {
  if (specification === null) {
    return serverOf(name, { ...PLAIN_SERVER, service_ns: UNKNOWN_PS / 1000 });
  }
  const { service_ns: service, gbit_per_s: gbit, per_byte_ns: perByte } = specification;
  return {
    name,
    count: specification.count,
    capacityPackets: specification.capacity_packets ?? UNBOUNDED,
    capacityBytes: specification.capacity_bytes ?? UNBOUNDED,
    service: {
      ...partsOf(service),
      perBytePs: perByte * 1000 + (gbit ? 8000 / gbit : 0),
      overheadBytes: specification.overhead_bytes,
      chunkBytes: specification.chunk_bytes,
      chunkPs: picoseconds(specification.chunk_ns),
    },
    takesPlaceAhead: specification.takes_place_ahead,
  };
}

const PLAIN_SERVER: ServerSpecification = {
  service_ns: 0,
  per_byte_ns: 0,
  overhead_bytes: 0,
  chunk_bytes: 64,
  chunk_ns: 0,
  count: 1,
  takes_place_ahead: false,
};

/** Time that is always the same needs no draw. */
function partsOf(law: Law): { readonly fixedPs: number; readonly extra: Distribution | null } {
  const distribution = distributionOf(law, 1000);
  return distribution.kind === 'constant'
    ? { fixedPs: distribution.value, extra: null }
    : { fixedPs: 0, extra: distribution };
}

function queueOf(
  name: string,
  specification: QueueSpecification | null,
  cores: readonly string[],
): Queue {
  if (specification === null) {
    return queueOf(name, { ...PLAIN_QUEUE, work_ns: UNKNOWN_PS / 1000 }, cores);
  }
  const core = cores.indexOf(specification.core ?? name);
  return {
    name,
    core: Math.max(0, core),
    capacity: specification.capacity ?? UNBOUNDED,
    releases: specification.releases,
    budget: specification.budget ?? UNBOUNDED,
    priority: specification.priority,
    notice: noticeOf(specification.notice),
    wakePs: picoseconds(specification.wake_ns),
    pollPs: picoseconds(specification.poll_ns),
    work: worksOf(specification),
    signalPs: picoseconds(specification.signal_ns),
  };
}

const PLAIN_QUEUE: QueueSpecification = {
  work_ns: 0,
  work: [],
  releases: 'complete',
  priority: 0,
  notice: 'at-once',
  wake_ns: 0,
  poll_ns: 0,
  signal_ns: 0,
};

function worksOf({ work, work_ns: other }: QueueSpecification): Work[] {
  const works = work.map(({ activity, per_packet_ns: perPacket, per_byte_ns: perByte }): Work => {
    const { fixedPs, extra } = partsOf(perPacket);
    return { activity, perPacketPs: fixedPs, perBytePs: perByte * 1000, extra };
  });
  if (other === 0) return works;
  const { fixedPs, extra } = partsOf(other);
  return [...works, { activity: 'other', perPacketPs: fixedPs, perBytePs: 0, extra }];
}

function noticeOf(notice: NoticeSpecification): Notice {
  if (notice === 'at-once') return { kind: 'at-once', delayPs: 0 };
  if ('at_once' in notice) {
    return { kind: 'at-once', delayPs: picoseconds(notice.at_once.delay_ns) };
  }
  if ('gathered' in notice) {
    const { after_ns: after, packets, delay_ns: delay } = notice.gathered;
    return {
      kind: 'gathered',
      afterPs: picoseconds(after),
      packets: packets ?? UNBOUNDED,
      delayPs: picoseconds(delay),
    };
  }
  const [kind, { interval_ns: interval, delay_ns: delay }] =
    'throttled' in notice
      ? (['throttled', notice.throttled] as const)
      : (['slept', notice.slept] as const);
  return { kind, intervalPs: picoseconds(interval), delayPs: picoseconds(delay) };
}

function coreOf(name: string, { cores }: Sections, names: readonly string[]): Core {
  const own = cores.get(name) ?? null;
  const [other, theirs] =
    [...cores].find(([, core]: [string, CoreSpecification | null]) => core?.sibling === name) ?? [];
  const sibling = own?.sibling ?? other;
  const core = sibling === undefined ? -1 : names.indexOf(sibling);
  if (core < 0) return { name, sibling: null };
  const slowdown = own?.sibling ? own.slowdown : (theirs?.slowdown ?? 1);
  return { name, sibling: { core, slowdown } };
}

function flowOf(
  name: string,
  specification: FlowSpecification | null,
  sections: Sections,
  places: Places,
): Flow {
  if (specification === null) {
    return {
      name,
      source: null,
      bytes: { kind: 'constant', value: 1 },
      lanes: [],
      spread: 'in-turn',
      onDelivery: null,
      onLoss: null,
    };
  }
  const bytes = distributionOf(specification.bytes, 1);
  const flows = [...sections.flows.keys()];
  return {
    name,
    source: sourceOf(specification.arrivals ?? null, meanOf(bytes)),
    bytes,
    lanes: lanesOf(specification).map((lane) => lane.flatMap((hop) => hopOf(hop, places) ?? [])),
    spread: specification.spread,
    onDelivery: emissionOf(specification.on_delivery ?? null, flows),
    onLoss: emissionOf(specification.on_loss ?? null, flows),
  };
}

function hopOf(hop: RouteSpecification[number], { hopTo }: Places): Hop | null {
  const station = hopTo(nameOfHop(hop));
  if (station === null) return null;
  return { ...station, delayPs: typeof hop === 'string' ? 0 : picoseconds(hop.after_ns) };
}

function emissionOf(next: NextSpecification | null, flows: readonly string[]): Emission | null {
  if (next === null) return null;
  const {
    flow,
    every,
    after_ns: after,
  } = typeof next === 'string' ? { flow: next, every: 1, after_ns: 0 } : next;
  const index = flows.indexOf(flow);
  return index < 0 ? null : { flow: index, every, delay: distributionOf(after, 1000) };
}

function sourceOf(arrivals: ArrivalsSpecification | null, meanBytes: number): Source | null {
  if (arrivals === null) return null;
  if ('initial_packets' in arrivals) {
    const { initial_packets: packets, apart_ns: apart } = arrivals;
    return { kind: 'initial', packets, apartPs: picoseconds(apart) };
  }
  const batch = distributionOf(arrivals.batch, 1);
  const { burst } = arrivals;
  return {
    kind: 'open',
    firstPs: picoseconds(arrivals.start_ns),
    untilPs:
      (arrivals.until_ms ?? null) === null ? UNBOUNDED : Math.round((arrivals.until_ms ?? 0) * 1e9),
    gap: gapOf(arrivals, meanOf(batch), meanBytes),
    batch,
    burst: burst
      ? { on: distributionOf(burst.on_ns, 1000), off: distributionOf(burst.off_ns, 1000) }
      : null,
  };
}

type OpenArrivals = Exclude<ArrivalsSpecification, { initial_packets: number }>;

function gapOf(arrivals: OpenArrivals, meanBatch: number, meanBytes: number): OpenSource['gap'] {
  if ('gap_ns' in arrivals) return distributionOf(arrivals.gap_ns, 1000);
  const perPacketPs =
    'gbit_per_s' in arrivals
      ? ((meanBytes + arrivals.overhead_bytes) * 8000) / arrivals.gbit_per_s
      : 1e12 / arrivals.packets_per_s;
  const mean = perPacketPs * meanBatch;
  return arrivals.process === 'constant'
    ? { kind: 'constant', value: Math.round(mean) }
    : { kind: 'exponential', mean };
}

function picoseconds(nanoseconds: number): number {
  return Math.round(nanoseconds * 1000);
}
