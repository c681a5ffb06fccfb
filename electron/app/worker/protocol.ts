/** What main and the plan worker say to each other. */
import type { Events } from '../../../shared/contract';
import type { ReportFormat } from '../../../shared/contract/reports';
import type { Reply } from '../../../shared/fault';
import type { PlanState } from '../../../shared/model/plan';
import type { MoveKind } from '../../../shared/model/verdict';
import type { CompareWish } from '../session/compare-job';
import type { PlanMethod } from '../session/plan-handlers';

/** Questions with one answer. */
export type WorkerQuestion =
  | { readonly ask: 'open'; readonly path: string; readonly isDemonstration: boolean }
  | {
      readonly ask: 'create';
      readonly path: string;
      readonly name: string;
      readonly isDemonstration: boolean;
      /** Files to import before the plan is shown: the demonstration estate. */
      readonly files: readonly FileToRead[];
    }
  | { readonly ask: 'copy'; readonly path: string }
  | { readonly ask: 'close' }
  | { readonly ask: 'state' }
  | { readonly ask: 'method'; readonly method: PlanMethod; readonly request: unknown };

export interface FileToRead {
  readonly path: string;
  readonly name: string;
}

/** Long work; its events carry the job id that main gave it. */
export type WorkerJob =
  | { readonly job: 'import'; readonly files: readonly FileToRead[] }
  | { readonly job: 'summarise'; readonly kind: MoveKind }
  | ({ readonly job: 'compare' } & CompareWish)
  | { readonly job: 'findings'; readonly kind: MoveKind }
  | {
      readonly job: 'report';
      readonly format: ReportFormat;
      readonly kind: MoveKind;
      /** Where to write it; for a PDF the HTML to print goes there. */
      readonly path: string;
    };

export type ToWorker =
  | { readonly kind: 'question'; readonly id: number; readonly question: WorkerQuestion }
  | { readonly kind: 'start'; readonly jobId: string; readonly work: WorkerJob }
  | { readonly kind: 'cancel'; readonly jobId: string };

export type FromWorker =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'job'; readonly event: Events['job'] }
  | { readonly kind: 'plan-changed'; readonly state: PlanState | null };

export interface WorkerData {
  readonly nativeBinding: string | undefined;
}
