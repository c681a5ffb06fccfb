import { useEffect, useRef, useState } from 'react';
import type { ReportFormat, ReportOutcome } from '../../../shared/contract/reports';
import type { Fault } from '../../../shared/fault';
import type { MoveKind } from '../../../shared/model/verdict';
import { call, faultOf } from '../../api/call';
import { type JobProgress, runJob } from '../../api/run-job';

export type ReportRun =
  | { readonly status: 'idle' | 'cancelled' }
  | { readonly status: 'running'; readonly progress: JobProgress }
  | { readonly status: 'done'; readonly outcome: ReportOutcome }
  | { readonly status: 'failed'; readonly fault: Fault };

/** One report being written; leaving the dialog stops it. */
export function useReport() {
  const [run, setRun] = useState<ReportRun>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (format: ReportFormat, kind: MoveKind) => {
    const abort = new AbortController();
    running.current = abort;
    const show = (progress: JobProgress) => setRun({ status: 'running', progress });
    show({ fraction: null, step: 'Choosing where to save it' });
    try {
      const end = await runJob<ReportOutcome>(() => call('reports.start', { format, kind }), {
        signal: abort.signal,
        onProgress: show,
      });
      setRun(
        end.kind === 'done' ? { status: 'done', outcome: end.result } : { status: 'cancelled' },
      );
    } catch (thrown) {
      setRun({ status: 'failed', fault: faultOf(thrown) });
    }
  };
  return { run, start, cancel: () => running.current?.abort() };
}
