/** A live migration while a VM goes on working, as a person describes it. */
import { z } from 'zod';
import { costProfileSchema } from './cost-profile';
import { hostSchema, nicSchema, PATHS, trafficSchema } from './host-scenario';

const milliseconds = z.number().min(0).max(1e6);

const sideSchema = z.strictObject({
  host: hostSchema.prefault({}),
  nic: nicSchema.prefault({}),
  /** The path of the VM's vNIC when nothing moves. */
  path: z.enum(PATHS),
  /** The path that it falls back to while it moves. */
  fallback: z.enum(['vmdq', 'software']).default('vmdq'),
});

/**
 * What becomes of memory on its way, and what a byte of it costs each side. A graph of Microsoft's
 * for Windows Server 2012 R2 has the same VM at over 60 s, some 15 s and below 10 s.
 */
export const transports = {
  tcp: { title: 'TCP/IP', sentShare: 1, sendCyclesPerByte: 2.13, receiveCyclesPerByte: 2.3 },
  compression: {
    title: 'Compression',
    sentShare: 0.25,
    sendCyclesPerByte: 12,
    receiveCyclesPerByte: 6,
  },
  'smb-direct': {
    title: 'SMB Direct (RDMA)',
    sentShare: 1,
    sendCyclesPerByte: 0.05,
    receiveCyclesPerByte: 0.05,
  },
} as const;
export type Transport = keyof typeof transports;

export const migrationScenarioSchema = z.strictObject({
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
  profile: costProfileSchema,
  source: sideSchema,
  target: sideSchema,
  vm: z.strictObject({
    vcpus: z.number().int().min(1).max(240).default(1),
    traffic: z.array(trafficSchema).min(1).max(20),
    memoryMegabytes: z.number().positive().max(24e6),
    /** Memory that is written anew, counted once per round. */
    dirtyMegabytesPerSecond: z.number().min(0).max(1e6),
  }),
  migration: z
    .strictObject({
      transport: z
        .enum(Object.keys(transports) as [Transport, ...Transport[]])
        .default('compression'),
      /** On the wire of the VM, or on one of their own that nothing else uses. */
      link: z.enum(['shared', 'separate']).default('shared'),
      /** What the move takes of the link; without it, nine tenths of what the VM leaves. */
      gigabitsPerSecond: z.number().positive().max(800).optional(),
      frameBytes: z.number().int().min(1518).max(65_536).default(9018),
      /** Moves at the same time that share it. */
      concurrent: z.number().int().min(1).max(100).default(1),
      /** When so little is left, the VM is stopped for the rest. */
      stopMegabytes: z.number().positive().max(1e6).default(64),
      mostRounds: z.number().int().min(1).max(100).default(10),
      /** Device state, announcing the new place, resuming. */
      switchOverMilliseconds: milliseconds.default(50),
      /** From resuming until the VF carries the traffic again. */
      vfReturnMilliseconds: milliseconds.default(500),
      /** Breaks off after this share of the copying, and the VM stays; null for never. */
      failsAfter: z.number().min(0).max(1).nullable().default(null),
    })
    .prefault({}),
  beforeMilliseconds: milliseconds.default(200),
  afterMilliseconds: milliseconds.default(200),
});
export type MigrationScenario = z.infer<typeof migrationScenarioSchema>;
