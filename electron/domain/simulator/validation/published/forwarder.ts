/** A machine that takes packets from one port and sends them out of another, on one core a ring. */
import type { Distribution } from '../../draws/distribution';
import type { Network, Notice, Queue, Server } from '../../network';
import {
  NO_TIME,
  PLAIN_CORE,
  plainFlow,
  plainQueue,
  plainServer,
  plainSource,
  toQueue,
  toServer,
} from '../../plain-parts';
import type { RunResult } from '../../run-result';

export interface Forwarder {
  readonly packetsPerSecond: number;
  readonly arrivals?: 'constant' | 'poisson';
  readonly bytes?: number;
  readonly gigabitsPerSecond?: number;
  readonly ringEntries?: number;
  /** Rings, each with a core of its own; connections are spread over them in turn. */
  readonly rings?: number;
  readonly notice?: Notice;
  readonly wakeNanoseconds?: number;
  readonly perPacketNanoseconds: number;
  readonly perByteNanoseconds?: number;
  readonly budget?: number;
  /** All delays that no load changes: NIC, link, wire, in and out again. */
  readonly delayNanoseconds?: number;
  /** What takes the core away from time to time, such as a timer tick; before other work. */
  readonly interruptions?: readonly Interruption[];
  readonly warmupMilliseconds?: number;
  readonly durationMilliseconds: number;
}

export interface Interruption {
  readonly everyMicroseconds: number;
  readonly nanoseconds: number;
}

const PS_PER_SECOND = 1e12;
const PS_PER_MILLISECOND = 1e9;
const PS_PER_MICROSECOND = 1e6;
const PS_PER_NANOSECOND = 1000;

const AT_ONCE: Notice = { kind: 'at-once', delayPs: 0 };

export function forwarder(asked: Forwarder): Network {
  const { rings = 1, interruptions = [], durationMilliseconds } = asked;
  const warmupPs = Math.round((asked.warmupMilliseconds ?? 1) * PS_PER_MILLISECOND);
  const gapPs = Math.round(PS_PER_SECOND / asked.packetsPerSecond);
  const delayPs = Math.round((asked.delayNanoseconds ?? 0) * PS_PER_NANOSECOND);
  const lanes = Array.from({ length: rings }, (_, ring) => [
    toServer(0),
    toQueue(ring, delayPs),
    toServer(1),
  ]);
  const gap: Distribution =
    asked.arrivals === 'poisson'
      ? { kind: 'exponential', mean: gapPs }
      : { kind: 'constant', value: gapPs };
  return {
    seed: 1,
    warmupPs,
    endPs: warmupPs + Math.round(durationMilliseconds * PS_PER_MILLISECOND),
    flows: [
      plainFlow(plainSource(gap), lanes, {
        name: 'packets',
        spread: 'in-turn',
        bytes: constant(asked.bytes ?? 64),
      }),
      ...interruptions.map(({ everyMicroseconds }, number) =>
        plainFlow(
          plainSource(constant(everyMicroseconds * PS_PER_MICROSECOND)),
          [[toQueue(rings + number)]],
          { name: `interruption ${number}` },
        ),
      ),
    ],
    servers: [wire('wire in', asked), wire('wire out', asked)],
    queues: [
      ...Array.from({ length: rings }, (_, ring) => ringQueue(ring, asked)),
      ...interruptions.map(({ nanoseconds }, number) =>
        plainQueue(constant(Math.round(nanoseconds * PS_PER_NANOSECOND)), {
          name: `interruption ${number}`,
          budget: 64,
          priority: -1,
        }),
      ),
    ],
    cores: Array.from({ length: rings }, (_, ring) => ({ ...PLAIN_CORE, name: `core ${ring}` })),
  };
}

function ringQueue(ring: number, asked: Forwarder): Queue {
  return plainQueue(null, {
    name: `ring ${ring}`,
    core: ring,
    capacity: asked.ringEntries ?? 512,
    releases: 'taken',
    budget: asked.budget ?? 64,
    notice: asked.notice ?? AT_ONCE,
    wakePs: Math.round((asked.wakeNanoseconds ?? 0) * PS_PER_NANOSECOND),
    work: [
      {
        activity: 'switch',
        perPacketPs: Math.round(asked.perPacketNanoseconds * PS_PER_NANOSECOND),
        perBytePs: (asked.perByteNanoseconds ?? 0) * PS_PER_NANOSECOND,
        extra: null,
      },
    ],
  });
}

function wire(name: string, { gigabitsPerSecond = 10 }: Forwarder): Server {
  return plainServer(null, {
    name,
    capacityBytes: 1024 * 1024,
    service: { ...NO_TIME, perBytePs: 8000 / gigabitsPerSecond, overheadBytes: 20 },
  });
}

function constant(value: number): Distribution {
  return { kind: 'constant', value };
}

/** Of the packets that are forwarded: millions a second. */
export function deliveredMpps({ flows, measuredPs }: RunResult): number {
  return ((flows[0]?.delivered.packets ?? 0) / measuredPs) * 1e6;
}

export function deliveredShare({ flows }: RunResult): number {
  const [packets] = flows;
  return (packets?.delivered.packets ?? 0) / Math.max(1, packets?.started.packets ?? 0);
}

/** In microseconds; not a number when nothing was delivered. */
export function latencyMicroseconds(share: number): (result: RunResult) => number {
  return ({ flows }) => (flows[0]?.latency.quantile(share) ?? Number.NaN) / PS_PER_MICROSECOND;
}
