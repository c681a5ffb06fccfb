import { z } from 'zod';
import type { Fault } from '../fault';
import { Done, IdText, method } from './method';

/**
 * The one protocol for long work: a `…start` method answers a job id at once; `job` events tell
 * progress and partial results; the last event is `done`, `failed` or `cancelled`.
 */
export type JobEvent<Partial = unknown, Result = unknown> =
  | {
      readonly jobId: string;
      readonly kind: 'progress';
      /** 0…1, or `null` while the amount of work is not known. */
      readonly fraction: number | null;
      /** What is being done, for people: "Reading HV07.json". */
      readonly step: string;
    }
  | { readonly jobId: string; readonly kind: 'partial'; readonly partial: Partial }
  | { readonly jobId: string; readonly kind: 'done'; readonly result: Result }
  | { readonly jobId: string; readonly kind: 'failed'; readonly fault: Fault }
  | { readonly jobId: string; readonly kind: 'cancelled' };

export const JobStarted = z.strictObject({ jobId: IdText });

export const jobMethods = {
  /** Asks a job to stop; it ends with `cancelled` and leaves nothing half done. */
  'jobs.cancel': method({
    request: z.strictObject({ jobId: IdText }),
    response: Done,
    errors: ['job.unknown'],
  }),
};
