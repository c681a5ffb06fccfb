/** Follows the job that counts, for every VM, where it could go: for row heads and status bar. */

import type { SummaryChunk, SummaryResult } from '../../../shared/contract/verdicts';
import type { Fault } from '../../../shared/fault';
import type { MoveKind, PlanTotals, VmSummary } from '../../../shared/model/verdict';
import { call, faultOf } from '../../api/call';
import { runJob } from '../../api/run-job';
import { createStore, type Store } from './store';

export interface Summary {
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly fraction: number | null;
  /** Grows while the job runs. Replaced only when it ends, so that rows do not jump meanwhile. */
  readonly byVm: ReadonlyMap<string, VmSummary>;
  /** The counts of the last complete run, for sorting and filtering. */
  readonly settled: ReadonlyMap<string, VmSummary> | null;
  readonly totals: PlanTotals | null;
  readonly fault: Fault | null;
}

export const EMPTY_SUMMARY: Summary = {
  status: 'idle',
  fraction: null,
  byVm: new Map(),
  settled: null,
  totals: null,
  fault: null,
};

export interface Summariser {
  readonly store: Store<Summary>;
  /** Counts anew; a run that is under way is stopped. */
  start(kind: MoveKind): void;
  cancel(): void;
  /** Forgets everything: the plan was closed or another one opened. */
  clear(): void;
}

/** Partial results come in quick succession; the screen follows at this pace, in milliseconds. */
const REDRAW_EVERY = 120;

export function makeSummariser(): Summariser {
  const store = createStore(EMPTY_SUMMARY);
  let running: AbortController | null = null;

  const run = async (kind: MoveKind) => {
    running?.abort();
    const abort = new AbortController();
    running = abort;
    const isCurrent = () => running === abort;
    const byVm = new Map(store.get().byVm);
    let timer: ReturnType<typeof setTimeout> | null = null;
    let fraction: number | null = null;
    const show = () => {
      timer = null;
      if (isCurrent())
        store.update((now) => ({ ...now, status: 'running', fraction, byVm: new Map(byVm) }));
    };
    const showSoon = () => {
      timer ??= setTimeout(show, REDRAW_EVERY);
    };
    store.update((now) => ({ ...now, status: 'running', fraction: null, fault: null }));
    try {
      const end = await runJob<SummaryResult, SummaryChunk>(
        () => call('verdicts.summarise-start', { kind }),
        {
          signal: abort.signal,
          onProgress: (progress) => {
            fraction = progress.fraction;
            showSoon();
          },
          onPartial: (chunk) => {
            for (const summary of chunk) byVm.set(summary.vmId, summary);
            showSoon();
          },
        },
      );
      if (!isCurrent()) return;
      if (end.kind === 'cancelled')
        store.update((now) => ({ ...now, status: 'cancelled', fraction: null }));
      else {
        store.set({
          status: 'done',
          fraction: 1,
          byVm,
          settled: byVm,
          totals: end.result.totals,
          fault: null,
        });
      }
    } catch (thrown) {
      if (isCurrent()) {
        store.update((now) => ({
          ...now,
          status: 'failed',
          fraction: null,
          fault: faultOf(thrown),
        }));
      }
    } finally {
      if (timer !== null) clearTimeout(timer);
      if (isCurrent()) running = null;
    }
  };

  return {
    store,
    start: (kind) => void run(kind),
    cancel: () => running?.abort(),
    clear() {
      const stopped = running;
      running = null;
      stopped?.abort();
      store.set(EMPTY_SUMMARY);
    },
  };
}
