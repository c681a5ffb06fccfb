/**
 * The plain form of a specification: servers, queues, cores and flows by name, as `network.ts` has
 * them by number. Times are nanoseconds or what the key says; rates are per second.
 */
import { z } from 'zod';
import { ACTIVITIES } from '../network';
import {
  keysOf,
  nameOf,
  numberIn,
  oneOf,
  optional,
  preset,
  required,
  taking,
  wholeIn,
  yesOrNo,
} from './key';
import {
  BatchLaw,
  GREATEST_BYTES,
  GREATEST_NANOSECONDS,
  Nanoseconds,
  SizeLaw,
  TimeLaw,
} from './law';

export const SPECIFICATION_FORMAT = 'portolan-simulation';
export const SPECIFICATION_VERSION = 1;

/** Two and a half hours: beyond, picoseconds in a double are no longer exact. */
export const GREATEST_MILLISECONDS = 9_000_000;

const GREATEST_COUNT = 1e9;
const GREATEST_RATE = 1e12;
const GREATEST_GBIT = 100_000;

const Count = (unit: string) => wholeIn(1, GREATEST_COUNT, unit);
const Overhead = preset(
  wholeIn(0, 10_000, 'bytes'),
  0,
  'Bytes that count beside those of the packet: 20 for the preamble and the gap of Ethernet.',
);

export const ServerSpecification = keysOf(
  {
    service_ns: preset(TimeLaw, 0, 'Time that each packet takes, whatever its size.'),
    gbit_per_s: optional(
      numberIn(1e-6, GREATEST_GBIT, 'Gbit/s'),
      'no time by size',
      'Rate at which the bytes of a packet pass; the time adds to `service_ns`.',
    ),
    per_byte_ns: preset(
      numberIn(0, 1e6, 'ns'),
      0,
      'Time for every byte, in fractions if need be; adds to the others.',
    ),
    overhead_bytes: Overhead,
    chunk_bytes: preset(
      wholeIn(1, GREATEST_BYTES, 'bytes'),
      64,
      'Size of a chunk: a PCIe packet, a cell.',
    ),
    chunk_ns: preset(Nanoseconds, 0, 'Time for every chunk that is begun, overhead included.'),
    count: preset(wholeIn(1, 10_000, 'servers'), 1, 'Equal servers that share one waiting line.'),
    capacity_packets: optional(
      Count('packets'),
      'unlimited',
      'Room for packets, with those in service. A packet that finds none is lost here.',
    ),
    capacity_bytes: optional(
      Count('bytes'),
      'unlimited',
      'Room for bytes, with those in service, without overhead.',
    ),
    takes_place_ahead: preset(
      yesOrNo(),
      false,
      'Before it serves a packet, it takes a place in the queue that comes next on the route, as a NIC takes a descriptor. Without one the packet is lost at that queue and takes no time here. Only with `count` 1.',
    ),
  },
  'an object with the keys of a server',
);

const Delay = preset(
  Nanoseconds,
  0,
  'From the moment when the condition holds until the core is told.',
);

/** What stands inside the object of each notice. */
export const NOTICES = {
  at_once: keysOf({ delay_ns: Delay }, 'an object with delay_ns'),
  gathered: keysOf(
    {
      after_ns: required(Nanoseconds, 'After the first packet that waits.'),
      packets: optional(
        Count('packets'),
        'unlimited',
        'So many waiting packets end the wait at once.',
      ),
      delay_ns: Delay,
    },
    'an object with after_ns, packets and delay_ns',
  ),
  throttled: keysOf(
    {
      interval_ns: required(Nanoseconds, 'At least, from one notice to the next.'),
      delay_ns: Delay,
    },
    'an object with interval_ns and delay_ns',
  ),
  slept: keysOf(
    {
      interval_ns: required(
        numberIn(0.001, GREATEST_NANOSECONDS, 'ns'),
        'From one look at the queue to the next, counted from the end of polling.',
      ),
      delay_ns: Delay,
    },
    'an object with interval_ns and delay_ns',
  ),
} as const;

const NoticeSpecification = taking(
  z.union(
    [
      z.literal('at-once', 'the word "at-once"'),
      keysOf({ at_once: NOTICES.at_once }, 'an object with at_once'),
      keysOf({ gathered: NOTICES.gathered }, 'an object with gathered'),
      keysOf({ throttled: NOTICES.throttled }, 'an object with throttled'),
      keysOf({ slept: NOTICES.slept }, 'an object with slept'),
    ],
    '"at-once", or an object with at_once, gathered, throttled or slept',
  ),
  '"at-once", or an object with `at_once`, `gathered`, `throttled` or `slept`',
);

export const WorkSpecification = keysOf(
  {
    activity: preset(oneOf(...ACTIVITIES), 'other', 'Under which the core’s time is counted.'),
    per_packet_ns: preset(TimeLaw, 0, 'Time for every packet.'),
    per_byte_ns: preset(
      numberIn(0, 1e6, 'ns'),
      0,
      'Time for every byte of it, in fractions if need be.',
    ),
  },
  'an object with activity, per_packet_ns and per_byte_ns',
);

export const QueueSpecification = keysOf(
  {
    core: optional(
      nameOf('core'),
      'a core of its own, with the name of the queue',
      'The core that polls the queue, by its name in `cores`.',
    ),
    work_ns: preset(TimeLaw, 0, 'Time that each packet takes the core, as activity `other`.'),
    work: preset(
      taking(
        z.array(WorkSpecification, 'a list of works').max(100, 'a list of at most 100 works'),
        'a list of works, at most 100',
      ),
      [],
      'What the core does with each packet; all of it adds up, with `work_ns`.',
    ),
    capacity: optional(
      Count('places'),
      'unlimited',
      'Places (descriptors, buffers). A packet that finds none is lost here.',
    ),
    releases: preset(
      oneOf('complete', 'taken'),
      'complete',
      'When a place is free again: when the work on its packet is complete, or when the core takes the packet.',
    ),
    budget: optional(Count('packets'), 'unlimited', 'Most packets of one poll.'),
    priority: preset(
      wholeIn(0, 1000, ''),
      0,
      'Lower goes first among the queues of a core; within one, in turn.',
    ),
    notice: preset(
      NoticeSpecification,
      'at-once' as const,
      'How the core learns of packets while it does not poll the queue.',
    ),
    wake_ns: preset(
      Nanoseconds,
      0,
      'What a poll costs that follows a notice, as activity `interrupt`.',
    ),
    poll_ns: preset(Nanoseconds, 0, 'What every poll costs, as activity `poll`.'),
    signal_ns: preset(
      Nanoseconds,
      0,
      'What a core that feeds this queue pays after a batch that found it empty and idle, as activity `signal`.',
    ),
  },
  'an object with the keys of a queue',
);

export const CoreSpecification = keysOf(
  {
    sibling: optional(
      nameOf('core'),
      'none',
      'A hyper-thread on the same core; it has this one as its sibling in turn.',
    ),
    slowdown: preset(
      numberIn(1, 100, 'times'),
      1,
      'How many times as long work takes that begins while the sibling is busy.',
    ),
  },
  'an object with the keys of a core',
);

const OPEN_KEYS = {
  batch: preset(BatchLaw, 1, 'Packets that arrive together.'),
  burst: optional(
    keysOf(
      {
        on_ns: required(TimeLaw, 'Length of a time with arrivals.'),
        off_ns: required(TimeLaw, 'Length of a time without.'),
      },
      'an object with on_ns and off_ns',
    ),
    'always on',
    'The flow is on and off in turn, beginning with on. The rate is that while it is on.',
  ),
  start_ns: preset(Nanoseconds, 0, 'When the first packet starts.'),
  until_ms: optional(
    numberIn(0, GREATEST_MILLISECONDS, 'ms'),
    'the end of the run',
    'No packet starts then or later, from the beginning of the warm-up.',
  ),
};

const Process = preset(
  oneOf('poisson', 'constant'),
  'poisson',
  'Independent arrivals, or equal gaps.',
);

export const ArrivalsByPackets = keysOf(
  {
    packets_per_s: required(
      numberIn(0.001, GREATEST_RATE, 'packets/s'),
      'Mean rate; batches come the rarer the more packets are in one.',
    ),
    process: Process,
    ...OPEN_KEYS,
  },
  'an object with packets_per_s',
);

export const ArrivalsByBits = keysOf(
  {
    gbit_per_s: required(
      numberIn(1e-9, GREATEST_GBIT, 'Gbit/s'),
      'Mean rate of the bits of the packets, at their mean size.',
    ),
    overhead_bytes: Overhead,
    process: Process,
    ...OPEN_KEYS,
  },
  'an object with gbit_per_s',
);

export const ArrivalsByGaps = keysOf(
  {
    gap_ns: required(TimeLaw, 'From one arrival to the next; not less than 0.001 ns in the mean.'),
    ...OPEN_KEYS,
  },
  'an object with gap_ns',
);

export const InitialArrivals = keysOf(
  {
    initial_packets: required(
      wholeIn(1, 1e6, 'packets'),
      'Packets at the beginning; all others follow from `on_delivery` and `on_loss`.',
    ),
    apart_ns: preset(Nanoseconds, 0, 'From one of them to the next.'),
  },
  'an object with initial_packets',
);

const ArrivalsSpecification = taking(
  z.union(
    [ArrivalsByPackets, ArrivalsByBits, ArrivalsByGaps, InitialArrivals],
    'an object with one of packets_per_s, gbit_per_s, gap_ns and initial_packets',
  ),
  'an object with one of `packets_per_s`, `gbit_per_s`, `gap_ns` and `initial_packets`',
);

export const HopSpecification = keysOf(
  {
    to: required(nameOf('server or queue'), 'Where the packet goes next.'),
    after_ns: preset(Nanoseconds, 0, 'How long it is on the way there.'),
  },
  'an object with to and after_ns',
);

const ROUTE = 'a list of 1 to 1000 stations, each a name or an object with `to` and `after_ns`';
const RouteSpecification = taking(
  z
    .array(
      z.union(
        [z.string(), HopSpecification],
        'the name of a server or queue, or an object with to and after_ns',
      ),
      ROUTE,
    )
    .min(1, ROUTE)
    .max(1000, ROUTE),
  ROUTE,
);

export const EmissionSpecification = keysOf(
  {
    flow: required(nameOf('flow'), 'The flow that gets a packet.'),
    every: preset(Count('packets'), 1, 'Only every so many times.'),
    after_ns: preset(TimeLaw, 0, 'How long it takes until that packet starts.'),
  },
  'an object with flow, every and after_ns',
);

const NextSpecification = taking(
  z.union(
    [z.string(), EmissionSpecification],
    'the name of a flow, or an object with flow, every and after_ns',
  ),
  'the name of a flow, or an object with `flow`, `every` and `after_ns`',
);

const LANES = 'a list of 1 to 10000 routes';

export const FlowSpecification = keysOf(
  {
    arrivals: optional(
      ArrivalsSpecification,
      'none of its own; packets start by `on_delivery` and `on_loss` of flows',
      'When packets start.',
    ),
    bytes: preset(SizeLaw, 64, 'Size of a packet.'),
    route: optional(RouteSpecification, 'see `lanes`', 'The stations that a packet passes.'),
    lanes: optional(
      taking(z.array(RouteSpecification, LANES).min(1, LANES).max(10_000, LANES), LANES),
      'one, the `route`',
      'Several routes in place of `route`, of which each packet takes one.',
    ),
    spread: preset(oneOf('in-turn', 'random'), 'in-turn', 'How packets are spread over the lanes.'),
    on_delivery: optional(
      NextSpecification,
      'nothing',
      'What a delivery starts: a reply, the next request.',
    ),
    on_loss: optional(NextSpecification, 'nothing', 'What a loss starts: another try.'),
  },
  'an object with the keys of a flow',
);

/** Keys of every form. */
export const COMMON_KEYS = {
  $schema: z.string().optional().describe('For editors; not read.'),
  format: required(
    taking(
      z.literal(SPECIFICATION_FORMAT, `"${SPECIFICATION_FORMAT}"`),
      `"${SPECIFICATION_FORMAT}"`,
    ),
    'What the file is.',
  ),
  formatVersion: required(
    taking(z.literal(SPECIFICATION_VERSION, '1'), '1'),
    'Counts up when older readers would misread it.',
  ),
  form: preset(
    taking(z.literal('network', '"network"'), '"network"'),
    'network' as const,
    'Which kind of specification it is.',
  ),
  seed: preset(
    wholeIn(0, Number.MAX_SAFE_INTEGER, ''),
    1,
    'Another seed, another sample; the same seed, the same result to the last digit.',
  ),
  warmup_ms: optional(
    numberIn(0, GREATEST_MILLISECONDS, 'ms'),
    'a tenth of the duration',
    'Time before anything is measured. With the duration at most 2.5 hours.',
  ),
  duration_ms: optional(
    numberIn(1e-6, GREATEST_MILLISECONDS, 'ms'),
    'see `duration_packets`',
    'Time that is measured, after the warm-up.',
  ),
  duration_packets: optional(
    wholeIn(1, 1e10, 'packets'),
    '1000000, but 2 hours at most; 100 ms when no flow has a rate',
    'In place of `duration_ms`: so long that all flows with a rate offer so many packets in the mean.',
  ),
};

const section = <S extends z.ZodType>(of: S, what: string, tells: string) =>
  preset(taking(z.record(z.string(), of), `an object with a name for each ${what}`), {}, tells);

export const NetworkSpecification = keysOf(
  {
    ...COMMON_KEYS,
    servers: section(
      ServerSpecification,
      'server',
      'First come, first served: wires, links, textbook servers.',
    ),
    queues: section(QueueSpecification, 'queue', 'Rings and channels that a core polls.'),
    cores: section(CoreSpecification, 'core', 'Who works on the queues.'),
    flows: required(
      taking(z.record(z.string(), FlowSpecification), 'an object with a name for each flow'),
      'Who sends packets, and which way. At least one.',
    ),
  },
  'an object in braces',
);

export type ServerSpecification = z.output<typeof ServerSpecification>;
export type QueueSpecification = z.output<typeof QueueSpecification>;
export type NoticeSpecification = QueueSpecification['notice'];
export type CoreSpecification = z.output<typeof CoreSpecification>;
export type FlowSpecification = z.output<typeof FlowSpecification>;
export type ArrivalsSpecification = NonNullable<FlowSpecification['arrivals']>;
export type RouteSpecification = NonNullable<FlowSpecification['route']>;
export type NextSpecification = NonNullable<FlowSpecification['on_delivery']>;

/** JSON Schema 2020-12, for editors and for checking a file before it is run. */
export function simulationJsonSchema(): object {
  return {
    $id: 'https://portolan.invalid/schema/simulation-1.json',
    title: 'Portolan simulation',
    ...z.toJSONSchema(NetworkSpecification, { io: 'input' }),
  };
}
