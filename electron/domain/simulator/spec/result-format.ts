/**
 * The form of a simulation's result. `formatVersion` counts up when a reader of the old form would
 * misread the new one; new properties alone do not count.
 */
import { z } from 'zod';
import { ACTIVITIES } from '../network';

export const RESULT_FORMAT = 'portolan-simulation-result';
export const RESULT_VERSION = 1;

const count = z.number();
const ns = z.number().describe('Nanoseconds.');
const share = z.number().describe('From 0 to 1.');

const Amount = z.strictObject({
  packets: count,
  bytes: count,
  packetsPerS: z.number(),
  gbitPerS: z.number().describe('Of the bytes of the packets.'),
});

export const Latency = z
  .strictObject({
    count: count.describe('Packets that were started and delivered in the measured time.'),
    mean: ns.nullable(),
    standardDeviation: ns.nullable(),
    min: ns.nullable(),
    p50: ns.nullable(),
    p90: ns.nullable(),
    p99: ns.nullable(),
    p999: ns.nullable(),
    p9999: ns.nullable(),
    max: ns.nullable(),
  })
  .describe(
    'Nanoseconds. Mean, min and max are exact, the others within 0.8 %; null when nothing was delivered.',
  );
export type Latency = z.infer<typeof Latency>;

const Kind = z.enum(['server', 'queue']);

export const FlowReport = z.strictObject({
  name: z.string(),
  offered: Amount.describe('Packets that were started.'),
  delivered: Amount,
  lost: z.strictObject({
    packets: count,
    share: share.describe('Of the packets that were delivered or lost in the measured time.'),
    byStage: z
      .array(z.strictObject({ kind: Kind, name: z.string(), packets: count, share }))
      .describe('Where packets were lost, most first.'),
  }),
  wholeRun: z
    .strictObject({ started: count, delivered: count, lost: count, inFlight: count })
    .describe('With the warm-up: started = delivered + lost + inFlight.'),
  latencyNs: Latency.describe('From the start of a packet to its delivery.'),
  sinceCauseNs: Latency.nullable().describe(
    'The same from the start of the packet whose delivery or loss started this one: a round trip. null when no flow starts packets of this one.',
  ),
});
export type FlowReport = z.infer<typeof FlowReport>;

export const ServerReport = z.strictObject({
  name: z.string(),
  arrived: count.describe('With those that were lost.'),
  lost: count,
  served: count.describe('Packets whose service began.'),
  utilisation: share.describe('Busy time, over the measured time and all its servers.'),
  waitNs: ns.nullable().describe('Mean wait before service; null when nothing was served.'),
  serviceNs: ns.nullable().describe('Mean service.'),
  meanWaiting: z.number().describe('Mean number that wait, by Little.'),
  meanInside: z.number().describe('Mean number that wait or are served, by Little.'),
  mostInside: count,
});
export type ServerReport = z.infer<typeof ServerReport>;

export const QueueReport = z.strictObject({
  name: z.string(),
  core: z.string(),
  arrived: count.describe('Without those that were lost.'),
  lost: count.describe('Packets that found no place.'),
  taken: count.describe('Packets that the core took.'),
  waitNs: ns.nullable().describe('Mean, from arrival to the beginning of the work on the packet.'),
  stayNs: ns.nullable().describe('Mean, from arrival to the end of that work.'),
  meanWaiting: z.number().describe('Mean number of packets whose work has not begun, by Little.'),
  meanInside: z.number().describe('Mean number of packets whose work is not complete, by Little.'),
  mostWaiting: count.describe('Most packets that a poll found.'),
  polls: count,
  wakes: count.describe('Polls that followed a notice: interrupts.'),
  signals: count.describe('Signals that cores paid for this queue.'),
  packetsPerPoll: z.number().nullable(),
});
export type QueueReport = z.infer<typeof QueueReport>;

const ActivityReport = z.strictObject({
  activity: z.enum(ACTIVITIES),
  ns,
  share: share.describe('Of the measured time.'),
});

export const CoreReport = z.strictObject({
  name: z.string(),
  utilisation: share,
  workedNs: ns.describe(
    'Work of the polls that began in the measured time, whole; the activities add up to it.',
  ),
  activities: z.array(ActivityReport).describe('Without those that took no time.'),
});
export type CoreReport = z.infer<typeof CoreReport>;

export const ResourceLoad = z.strictObject({
  kind: z.enum(['server', 'core']),
  name: z.string(),
  utilisation: share,
  demand: z
    .number()
    .describe('What the utilisation would be if all that came were served; above 1: too much.'),
  saturatesAt: z
    .strictObject({
      timesThisLoad: z.number(),
      packetsPerS: z
        .number()
        .nullable()
        .describe('Of all flows with a rate together; null when a flow waits for deliveries.'),
    })
    .nullable()
    .describe('If all grew alike and each packet cost the same; null without any load.'),
});
export type ResourceLoad = z.infer<typeof ResourceLoad>;

export const Bottleneck = ResourceLoad.extend({
  isSaturated: z.boolean(),
  next: ResourceLoad.nullable().describe('Which would be the next.'),
  sentence: z.string(),
});
export type Bottleneck = z.infer<typeof Bottleneck>;

/** What follows from the specification alone, on every machine and engine. */
export const RunReport = z.strictObject({
  form: z.literal('network'),
  seed: z.number(),
  warmupNs: ns,
  measuredNs: ns,
  packets: count.describe('Packets that were started in the whole run.'),
  flows: z.array(FlowReport),
  servers: z.array(ServerReport).describe('In the order in which packets pass them.'),
  queues: z.array(QueueReport),
  cores: z.array(CoreReport),
  bottleneck: Bottleneck.nullable().describe('null when nothing takes time.'),
});
export type RunReport = z.infer<typeof RunReport>;

export const SimulationResult = z
  .strictObject({
    format: z.literal(RESULT_FORMAT),
    formatVersion: z.literal(RESULT_VERSION),
    madeAt: z.string().describe('ISO 8601, UTC.'),
    madeBy: z.strictObject({ portolan: z.string() }),
    specification: z.string().describe('Name of the file.'),
    engine: z.string(),
    wallMs: z.number().describe('Time that the engine took, in milliseconds.'),
    packetsPerWallS: z.number().describe('Packets of the run in a second of that time.'),
    ...RunReport.shape,
  })
  .meta({ title: 'Result of portolan simulate' });
export type SimulationResult = z.infer<typeof SimulationResult>;

export function simulationResultJsonSchema(): object {
  return z.toJSONSchema(SimulationResult);
}
