/** Reading files into the plan: what is under way, and how the last one ended. */
import type { ImportOutcome } from '../../../shared/contract/imports';
import type { Fault } from '../../../shared/fault';
import { call, faultOf } from '../../api/call';
import { type JobProgress, runJob } from '../../api/run-job';
import { createStore, type Store } from './store';

export type ImportRun =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly fileCount: number; readonly progress: JobProgress }
  | { readonly status: 'done'; readonly outcome: ImportOutcome }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly fault: Fault; readonly retry: () => void };

export interface Importer {
  readonly store: Store<ImportRun>;
  start(tokens: readonly string[]): Promise<void>;
  cancel(): void;
  dismiss(): void;
}

const STARTING: JobProgress = { fraction: null, step: 'Starting' };

export function makeImporter(): Importer {
  const store = createStore<ImportRun>({ status: 'idle' });
  let running: AbortController | null = null;

  const start = async (tokens: readonly string[]) => {
    if (running !== null || tokens.length === 0) return;
    const abort = new AbortController();
    running = abort;
    const show = (progress: JobProgress) =>
      store.set({ status: 'running', fileCount: tokens.length, progress });
    show(STARTING);
    try {
      const end = await runJob<ImportOutcome>(
        () => call('imports.start', { tokens: [...tokens] }),
        {
          signal: abort.signal,
          onProgress: show,
        },
      );
      store.set(
        end.kind === 'done' ? { status: 'done', outcome: end.result } : { status: 'cancelled' },
      );
    } catch (thrown) {
      store.set({ status: 'failed', fault: faultOf(thrown), retry: () => void start(tokens) });
    } finally {
      running = null;
    }
  };

  return {
    store,
    start,
    cancel: () => running?.abort(),
    dismiss() {
      if (running === null) store.set({ status: 'idle' });
    },
  };
}
