import { mkdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { counted } from '../../../shared/format/plural';
import { formatBytes } from '../../../shared/format/quantity';
import {
  OUTCOME_LABELS,
  PORTABILITY_LABELS,
  PORTABILITY_MEANINGS,
} from '../../../shared/format/verdict-words';
import { visibleText } from '../../../shared/format/visible-text';
import type { Report } from '../../../shared/model/report';
import { OUTCOMES, PORTABILITIES } from '../../../shared/model/verdict';
import { demonstrationFiles } from '../demo/demonstration';
import { readForImport } from '../files/read-for-import';
import { readArguments } from './arguments';
import { importInto } from './import-command';
import { type CommandIo, type ExitCode, UsageError } from './io';
import { readSubject } from './read-subject';
import { reportOf, writeReport } from './report-command';

const FOLDER = 'portolan-demo';
const FIRST_OBSTACLES = 5;

/** `portolan demo`: the whole way from raw files to a report, without a window. */
export async function demoCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('demo', args, { out: { type: 'string' } });
  if (0 < positionals.length) {
    throw new UsageError(`"${positionals[0]}" is not understood.`, 'See portolan demo --help.');
  }
  const folder = resolve(io.folder, values.out ?? FOLDER);
  await mkdir(folder, { recursive: true });
  const plan = join(folder, 'demonstration.portolan');
  // The demonstration always starts from the raw files.
  await rm(plan, { force: true });
  const files = await readForImport(demonstrationFiles());
  await importInto(io, { path: plan, name: 'Demonstration estate', files });
  const report = reportOf(io, await readSubject(io, [plan]), 'live', 'html');
  await io.out(visibleText(summaryOf(report)));
  const page = join(folder, 'report.html');
  await writeReport(io, report, 'html', page);
  const written = [plan, page];
  const pdf = join(folder, 'report.pdf');
  const failure = await writeReport(io, report, 'pdf', pdf).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (failure === null) written.push(pdf);
  await io.out('\nFiles\n');
  for (const path of written)
    await io.out(`  ${path}  (${formatBytes((await stat(path)).size)})\n`);
  if (failure !== null) throw failure;
  return 0;
}

function summaryOf({ planName, inputs, totals, moves, obstacles, problems }: Report): string {
  const lines = [
    `${planName}: ${counted(totals.hosts, 'host')}, ${counted(totals.vms, 'VM')}, read from ${counted(inputs.length, 'file')} with ${counted(problems.total, 'problem')}.`,
    '',
    'VMs, moved live',
    ...PORTABILITIES.map(
      (one) =>
        `  ${String(totals.byPortability[one]).padStart(4)}  ${PORTABILITY_LABELS[one].padEnd(14)} ${PORTABILITY_MEANINGS[one]}`,
    ),
    '',
    'Single moves',
    ...OUTCOMES.map((one) => `  ${String(moves[one]).padStart(4)}  ${OUTCOME_LABELS[one]}`),
  ];
  if (0 < obstacles.total) lines.push('', 'What stands in the way of most VMs');
  for (const { vms, message, subject } of obstacles.items.slice(0, FIRST_OBSTACLES)) {
    const example = subject === null && 1 < vms.total ? 'for example: ' : '';
    lines.push(
      `  ${String(vms.total).padStart(4)} ${vms.total === 1 ? 'VM ' : 'VMs'}  ${example}${message}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
