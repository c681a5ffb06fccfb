/** Comparing two states: what is under way, and what the last comparison found. */
import type { ComparisonPart } from '../../../shared/contract/snapshots';
import type { Fault } from '../../../shared/fault';
import type { Comparison } from '../../../shared/model/comparison';
import type { MoveKind } from '../../../shared/model/verdict';
import { call, faultOf } from '../../api/call';
import { type JobProgress, runJob } from '../../api/run-job';
import { createStore, type Store } from './store';

/** Snapshots by id; `null` is the present state. */
export interface ComparedStates {
  readonly before: string | null;
  readonly after: string | null;
}

export interface ComparisonWish extends ComparedStates {
  readonly kind: MoveKind;
  /** Names plan and revision: the present state of another revision is another state. */
  readonly key: string;
}

export interface ComparisonRun {
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly wish: ComparisonWish | null;
  readonly progress: JobProgress;
  /** Records and facts are there before the verdicts are. */
  readonly part: ComparisonPart | null;
  readonly comparison: Comparison | null;
  readonly fault: Fault | null;
}

export interface Comparer {
  readonly store: Store<ComparisonRun>;
  /** Compares anew; a run that is under way is stopped. */
  start(wish: ComparisonWish): void;
  cancel(): void;
  clear(): void;
}

const IDLE: ComparisonRun = {
  status: 'idle',
  wish: null,
  progress: { fraction: null, step: 'Starting' },
  part: null,
  comparison: null,
  fault: null,
};

export function makeComparer(): Comparer {
  const store = createStore(IDLE);
  let running: AbortController | null = null;

  const run = async (wish: ComparisonWish) => {
    running?.abort();
    const abort = new AbortController();
    running = abort;
    const show = (change: Partial<ComparisonRun>) => {
      if (running === abort) store.update((now) => ({ ...now, ...change }));
    };
    store.set({ ...IDLE, status: 'running', wish });
    const { before, after, kind } = wish;
    try {
      const end = await runJob<Comparison, ComparisonPart>(
        () => call('snapshots.compare-start', { before, after, kind }),
        {
          signal: abort.signal,
          onProgress: (progress) => show({ progress }),
          onPartial: (part) => show({ part }),
        },
      );
      show(
        end.kind === 'done'
          ? { status: 'done', comparison: end.result, part: end.result }
          : { status: 'cancelled' },
      );
    } catch (thrown) {
      show({ status: 'failed', fault: faultOf(thrown) });
    } finally {
      if (running === abort) running = null;
    }
  };

  return {
    store,
    start: (wish) => void run(wish),
    cancel: () => running?.abort(),
    clear() {
      const stopped = running;
      running = null;
      stopped?.abort();
      store.set(IDLE);
    },
  };
}
