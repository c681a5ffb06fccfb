import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/contract/reports';
import type { Report } from '../../../shared/model/report';
import type { MoveKind } from '../../../shared/model/verdict';
import { buildReport } from '../../domain/report/build-report';
import { madeWith } from '../report-files/made-by';
import { limitsOf, reportText } from '../report-files/report-text';
import { kindOf, readArguments, required } from './arguments';
import { type CommandIo, type ExitCode, finishWith, UsageError } from './io';
import { printWithElectron } from './print-with-electron';
import { readSubject, type Subject } from './read-subject';

/** `portolan report`: the report as a file. */
export async function reportCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('report', args, {
    format: { type: 'string' },
    out: { type: 'string' },
    kind: { type: 'string' },
  });
  const kind = kindOf(values.kind);
  const out = required(values.out, '--out', 'report');
  const format = formatOf(values.format, out);
  const subject = await readSubject(io, positionals);
  const report = reportOf(io, subject, kind, format);
  if (out === '-' && format !== 'pdf') {
    await io.out(reportText(report, format));
    return 0;
  }
  const path = resolve(io.folder, out);
  await writeReport(io, report, format, path);
  await io.out(`${path}\n`);
  return 0;
}

export function reportOf(
  io: CommandIo,
  subject: Subject,
  kind: MoveKind,
  format: ReportFormat,
): Report {
  return finishWith(
    io,
    buildReport(
      {
        planName: subject.name,
        madeAt: io.now().toISOString(),
        madeBy: madeWith(subject.judge),
        kind,
        judge: subject.judge,
        files: subject.files,
        problems: subject.problems,
      },
      limitsOf(format),
    ),
  );
}

export async function writeReport(
  io: CommandIo,
  report: Report,
  format: ReportFormat,
  path: string,
): Promise<void> {
  const text = reportText(report, format);
  await (format === 'pdf' ? printWithElectron(io, text, path) : writeFile(path, text));
}

function formatOf(text: string | undefined, out: string): ReportFormat {
  const wanted = text ?? /\.(\w+)$/.exec(out)?.[1]?.toLowerCase();
  const format = REPORT_FORMATS.find((one) => one === wanted);
  if (format !== undefined) return format;
  throw new UsageError(
    wanted === undefined ? '--format is missing.' : `There is no format "${wanted}".`,
    `The formats are ${REPORT_FORMATS.join(', ')}.`,
  );
}
