import { beforeEach, describe, expect, it, vi } from 'vitest';
import { faultOf } from '../../../renderer/api/call';
import { runJob } from '../../../renderer/api/run-job';
import type { JobEvent } from '../../../shared/contract/jobs';
import type { Fault } from '../../../shared/fault';

const listeners = new Set<(event: JobEvent) => void>();
const calls: unknown[] = [];
const tell = (event: JobEvent) => {
  for (const listener of [...listeners]) listener(event);
};
const fault: Fault = { code: 'file.unreadable', message: 'No.', next: '', retryable: false };

beforeEach(() => {
  listeners.clear();
  calls.length = 0;
  vi.stubGlobal('window', {
    portolan: {
      call: async (name: string, request: unknown) => {
        calls.push([name, request]);
        return { ok: true, value: null };
      },
      on: (_name: string, listener: (event: JobEvent) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
});

describe('following a job', () => {
  it('hears events that overtake the reply with its id, in their order', async () => {
    const heard: unknown[] = [];
    const end = await runJob<number, string>(
      async () => {
        tell({ jobId: 'j', kind: 'progress', fraction: 0.5, step: 'half' });
        tell({ jobId: 'other', kind: 'done', result: 1 });
        tell({ jobId: 'j', kind: 'partial', partial: 'a' });
        tell({ jobId: 'j', kind: 'done', result: 42 });
        return { jobId: 'j' };
      },
      {
        onProgress: ({ step }) => heard.push(step),
        onPartial: (partial) => heard.push(partial),
      },
    );
    expect(heard).toEqual(['half', 'a']);
    expect(end).toEqual({ kind: 'done', result: 42 });
  });

  it('stops listening when it ends', async () => {
    await runJob(async () => {
      tell({ jobId: 'j', kind: 'done', result: null });
      return { jobId: 'j' };
    });
    expect(listeners.size).toBe(0);
  });

  it('throws the fault of a failed job', async () => {
    const run = runJob(async () => {
      tell({ jobId: 'j', kind: 'failed', fault });
      return { jobId: 'j' };
    });
    await expect(run.catch(faultOf)).resolves.toEqual(fault);
  });

  it('takes a start that was given up as cancelled', async () => {
    expect(await runJob(async () => null)).toEqual({ kind: 'cancelled' });
  });

  it('asks the job to stop, and waits until it did', async () => {
    const abort = new AbortController();
    const run = runJob(async () => ({ jobId: 'j' }), { signal: abort.signal });
    await Promise.resolve();
    abort.abort();
    await vi.waitFor(() => expect(calls).toEqual([['jobs.cancel', { jobId: 'j' }]]));
    tell({ jobId: 'j', kind: 'cancelled' });
    expect(await run).toEqual({ kind: 'cancelled' });
  });

  it('hands on names that are safe to show', async () => {
    const partials: unknown[] = [];
    const end = runJob(async () => ({ jobId: 'job-1' }), {
      onPartial: (partial) => partials.push(partial),
    });
    await Promise.resolve();
    tell({ jobId: 'job-1', kind: 'partial', partial: { name: 'sql\u202e30' } });
    tell({ jobId: 'job-1', kind: 'done', result: { names: ['web\u0007'] } });
    expect(await end).toEqual({ kind: 'done', result: { names: ['web[U+0007]'] } });
    expect(partials).toEqual([{ name: 'sql[U+202E]30' }]);
  });
});
