/**
 * A host with its NIC, VMs and traffic, as a person describes it: what a simulation of the three
 * datapaths begins with.
 */
import { z } from 'zod';
import { costProfileSchema } from './cost-profile';

const whole = (low: number, high: number) => z.number().int().min(low).max(high);

const pcieSchema = z.strictObject({
  generation: z.union([1, 2, 3, 4, 5].map((n) => z.literal(n as 1 | 2 | 3 | 4 | 5))).default(3),
  lanes: z.union([1, 2, 4, 8, 16].map((n) => z.literal(n as 1 | 2 | 4 | 8 | 16))).default(8),
  maxPayloadBytes: z.union([z.literal(128), z.literal(256), z.literal(512)]).default(256),
});

const moderationSchema = z.discriminatedUnion('kind', [
  /** Every first packet interrupts. */
  z.strictObject({ kind: z.literal('none') }),
  /** At least so long between two interrupts of a queue (ITR). */
  z.strictObject({ kind: z.literal('throttled'), microseconds: z.number().min(0).max(1e6) }),
  /** So long after the first packet, or at so many. */
  z.strictObject({
    kind: z.literal('gathered'),
    microseconds: z.number().min(0).max(1e6),
    packets: whole(1, 1e6).default(1e6),
  }),
  /** A driver that polls without interrupts. */
  z.strictObject({ kind: z.literal('polled') }),
]);
export type Moderation = z.infer<typeof moderationSchema>;

export const nicSchema = z.strictObject({
  gigabitsPerSecond: z.number().min(0.01).max(800).default(10),
  /** Receive buffer on the NIC. */
  fifoBytes: whole(2048, 1e9).default(512 * 1024),
  /** Room in the network's switch in front of the wire; beyond it the network loses packets. */
  networkBufferBytes: whole(0, 1e12).default(1024 * 1024),
  ringEntries: whole(1, 65_536).default(512),
  pcie: pcieSchema.prefault({}),
  moderation: moderationSchema.default({ kind: 'throttled', microseconds: 50 }),
  /** From the start of a write on the link until software can see it. */
  dmaDelayNanoseconds: z.number().min(0).max(1e6).default(450),
});
export type Nic = z.infer<typeof nicSchema>;

export const trafficSchema = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  direction: z.enum(['receive', 'transmit']),
  packetsPerSecond: z.number().positive().max(1e9).optional(),
  gigabitsPerSecond: z.number().positive().max(800).optional(),
  /** Frame with FCS, without gap and preamble. */
  bytes: z.union([whole(64, 65_536), z.literal('imix')]).default(1518),
  arrivals: z.enum(['constant', 'poisson']).default('poisson'),
  /** Every so many packets are answered by one, on the same vNIC; 0 for none. */
  answerEvery: whole(0, 1e6).default(0),
  answerBytes: whole(64, 65_536).default(64),
});
export type Traffic = z.infer<typeof trafficSchema>;

export const PATHS = ['sriov', 'vmdq', 'software'] as const;
export type Path = (typeof PATHS)[number];

const vnicSchema = z.strictObject({
  path: z.enum(PATHS),
  /** Queues of this vNIC: VMMQ, or queue pairs of the VF; spread over as many cores. */
  queues: whole(1, 64).default(1),
  traffic: z.array(trafficSchema).max(100).default([]),
});
export type Vnic = z.infer<typeof vnicSchema>;

const vmSchema = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  /** So many VMs of this kind. */
  count: whole(1, 1000).default(1),
  vcpus: whole(1, 240).default(1),
  vnics: z.array(vnicSchema).min(1).max(12),
});
export type VirtualMachine = z.infer<typeof vmSchema>;

export const hostSchema = z.strictObject({
  clockGigahertz: z.number().min(0.1).max(10).default(3),
  cores: whole(1, 1024).default(8),
  /** The first core that queues are given to, and how many. */
  queueBaseCore: whole(0, 1023).default(1),
  queueCores: whole(1, 1024).default(4),
  /** Cores over which the default queue is spread; 1 before vRSS and where it is off. */
  defaultQueueCores: whole(1, 64).default(1),
  /** Most packets of one round of polling. */
  pollBudget: whole(1, 4096).default(64),
  /** How the interrupt of a VF reaches its guest. */
  interruptDelivery: z.enum(['exit', 'posted']).default('posted'),
  /** Places of a VMBus channel: sections of the receive buffer. */
  channelEntries: whole(1, 1_000_000).default(4096),
});

export const hostScenarioSchema = z.strictObject({
  seed: whole(0, Number.MAX_SAFE_INTEGER).default(1),
  warmupMilliseconds: z.number().min(0).max(1e6).default(10),
  durationMilliseconds: z.number().positive().max(1e6).default(100),
  profile: costProfileSchema,
  host: hostSchema.prefault({}),
  nic: nicSchema.prefault({}),
  vms: z.array(vmSchema).min(1).max(1000),
});
export type HostScenario = z.infer<typeof hostScenarioSchema>;
