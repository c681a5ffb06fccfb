/** Report jobs: the worker builds and writes; a PDF is printed here, where the print engine is. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Events } from '../../shared/contract';
import type { ReportFormat, ReportOutcome } from '../../shared/contract/reports';
import type { MoveKind } from '../../shared/model/verdict';
import { tokenFor } from './files/tokens';
import { toFault } from './log';
import { printPdf } from './report-files/print-pdf';
import type { PlanClient } from './worker/plan-client';

interface Pending {
  readonly path: string;
  /** The HTML that the worker writes for printing; `null` when it writes the report itself. */
  readonly htmlPath: string | null;
}

export class Reports {
  readonly #worker: () => PlanClient;
  readonly #pending = new Map<string, Pending>();

  constructor(worker: () => PlanClient) {
    this.#worker = worker;
  }

  start(format: ReportFormat, kind: MoveKind, path: string): string {
    const htmlPath = format === 'pdf' ? `${path}.portolan-print.html` : null;
    const jobId = this.#worker().start({ job: 'report', format, kind, path: htmlPath ?? path });
    this.#pending.set(jobId, { path, htmlPath });
    return jobId;
  }

  /** Passes a job event on, with the file's outcome in place of the worker's when it is a report. */
  async finish(event: Events['job']): Promise<Events['job']> {
    const pending = this.#pending.get(event.jobId);
    if (pending === undefined || event.kind === 'progress' || event.kind === 'partial')
      return event;
    this.#pending.delete(event.jobId);
    try {
      if (event.kind !== 'done') return event;
      if (pending.htmlPath !== null) {
        await writeFile(pending.path, await printPdf(await readFile(pending.htmlPath, 'utf8')));
      }
      const { size } = await stat(pending.path);
      const result: ReportOutcome = {
        fileName: basename(pending.path),
        token: tokenFor(pending.path),
        sizeBytes: size,
      };
      return { ...event, result };
    } catch (thrown) {
      return { jobId: event.jobId, kind: 'failed', fault: toFault(thrown, 'the report') };
    } finally {
      if (pending.htmlPath !== null) await rm(pending.htmlPath, { force: true });
    }
  }
}
