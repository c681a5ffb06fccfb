import { writeFileSync } from 'node:fs';
import type { ReportFormat } from '../../../shared/contract/reports';
import type { MoveKind } from '../../../shared/model/verdict';
import { buildReport } from '../../domain/report/build-report';
import { madeWith } from '../report-files/made-by';
import { limitsOf, reportText } from '../report-files/report-text';
import type { PlanSession } from './plan-session';
import type { Step } from './steps';

/** Builds the report of the open plan and writes it; a PDF's pages are written as HTML to print. */
export function* reportJob(
  session: PlanSession,
  {
    format,
    kind,
    path,
  }: { readonly format: ReportFormat; readonly kind: MoveKind; readonly path: string },
): Generator<Step, null> {
  const subject = {
    planName: session.name,
    madeAt: new Date().toISOString(),
    madeBy: madeWith(session.judge),
    kind,
    judge: session.judge,
    matrix: session.matrix,
    files: session.files,
    problems: session.problems,
  };
  const report = yield* buildReport(subject, limitsOf(format));
  yield { fraction: null, step: 'Writing the report' };
  writeFileSync(path, reportText(report, format));
  return null;
}
