/** Follows the job that gathers findings by root cause, for the view that shows them. */
import type { Fault } from '../../../shared/fault';
import type { Findings } from '../../../shared/model/cause';
import type { MoveKind } from '../../../shared/model/verdict';
import { call, faultOf } from '../../api/call';
import { runJob } from '../../api/run-job';
import { createStore, type Store } from './store';

export interface FindingsRun {
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Plan, revision and kind that the run is about: another key means that it is old. */
  readonly key: string;
  readonly fraction: number | null;
  readonly step: string;
  /** Complete when `done`; else what was gathered so far, or of the run before. */
  readonly findings: Findings | null;
  readonly fault: Fault | null;
}

const IDLE: FindingsRun = {
  status: 'idle',
  key: '',
  fraction: null,
  step: '',
  findings: null,
  fault: null,
};

export interface FindingsRunner {
  readonly store: Store<FindingsRun>;
  /** Gathers anew; a run that is under way is stopped. */
  start(kind: MoveKind, key: string): void;
  cancel(): void;
  /** Forgets everything: the plan was closed or another one opened. */
  clear(): void;
}

export function makeFindingsRunner(): FindingsRunner {
  const store = createStore(IDLE);
  let running: AbortController | null = null;

  const run = async (kind: MoveKind, key: string) => {
    running?.abort();
    const abort = new AbortController();
    running = abort;
    const change = (part: Partial<FindingsRun>) => {
      if (running === abort) store.update((now) => ({ ...now, ...part }));
    };
    const before = store.get().findings;
    // The list of the same kind stays in view until the new one is complete; rows do not jump.
    const isReplacing = before !== null && before.kind === kind;
    change({
      status: 'running',
      key,
      fraction: null,
      step: 'Starting',
      fault: null,
      findings: isReplacing ? before : null,
    });
    try {
      const end = await runJob<Findings, Findings>(() => call('findings.start', { kind }), {
        signal: abort.signal,
        onProgress: ({ fraction, step }) => change({ fraction, step }),
        onPartial: (findings) => {
          if (!isReplacing) change({ findings });
        },
      });
      change(
        end.kind === 'done'
          ? { status: 'done', fraction: 1, findings: end.result }
          : { status: 'cancelled', fraction: null },
      );
    } catch (thrown) {
      change({ status: 'failed', fraction: null, fault: faultOf(thrown) });
    } finally {
      if (running === abort) running = null;
    }
  };

  return {
    store,
    start: (kind, key) => void run(kind, key),
    cancel: () => running?.abort(),
    clear() {
      const stopped = running;
      running = null;
      stopped?.abort();
      store.set(IDLE);
    },
  };
}
