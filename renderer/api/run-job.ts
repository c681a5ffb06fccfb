import type { JobEvent } from '../../shared/contract/jobs';
import { listen } from './bridge';
import { call, FaultError } from './call';

export interface JobProgress {
  /** 0…1, or `null` while the amount of work is not known. */
  readonly fraction: number | null;
  readonly step: string;
}

export interface JobListeners<Partial> {
  readonly onProgress?: (progress: JobProgress) => void;
  readonly onPartial?: (partial: Partial) => void;
  /** Aborting asks the job to stop; it then ends with `cancelled`. */
  readonly signal?: AbortSignal;
}

export type JobEnd<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** Stopped by the user, or never started because a dialog was cancelled. */
  | { readonly kind: 'cancelled' };

/**
 * Starts long work and follows it to its end.
 * Events may overtake the reply that tells the job's id, so they are kept until it is known.
 * @throws FaultError  when the start is refused or the job fails
 */
export async function runJob<Result, Partial = never>(
  start: () => Promise<{ readonly jobId: string } | null>,
  { onProgress, onPartial, signal }: JobListeners<Partial> = {},
): Promise<JobEnd<Result>> {
  let jobId: string | null = null;
  const early: JobEvent[] = [];
  let settle: ((event: JobEvent) => void) | undefined;
  const ended = new Promise<JobEvent>((resolve) => {
    settle = resolve;
  });

  const take = (event: JobEvent) => {
    if (event.jobId !== jobId) return;
    if (event.kind === 'progress') onProgress?.(event);
    else if (event.kind === 'partial') onPartial?.(event.partial as Partial);
    else settle?.(event);
  };
  const unlisten = listen('job', (event) => {
    if (jobId === null) early.push(event);
    else take(event);
  });
  const cancel = () => {
    // A job that ended meanwhile is unknown; there is nothing left to stop.
    if (jobId !== null) call('jobs.cancel', { jobId }).catch(() => undefined);
  };

  try {
    const started = await start();
    if (started === null) return { kind: 'cancelled' };
    jobId = started.jobId;
    for (const event of early.splice(0)) take(event);
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    const end = await ended;
    if (end.kind === 'failed') throw new FaultError(end.fault);
    return end.kind === 'done'
      ? { kind: 'done', result: end.result as Result }
      : { kind: 'cancelled' };
  } finally {
    signal?.removeEventListener('abort', cancel);
    unlisten();
  }
}
