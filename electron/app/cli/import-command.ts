import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ImportOutcome } from '../../../shared/contract/imports';
import { counted } from '../../../shared/format/plural';
import { SEVERITY_LABELS } from '../../../shared/format/verdict-words';
import { visibleText } from '../../../shared/format/visible-text';
import type { ImportProblem } from '../../../shared/model/import';
import { PLAN_EXTENSION } from '../../../shared/model/plan';
import type { HashedFile, PlanSession } from '../session/plan-session';
import { readArguments, required } from './arguments';
import { type CommandIo, type ExitCode, finishWith } from './io';
import { nothingUsable, readInputs } from './read-subject';

/** `portolan import`: files into a plan. */
export async function importCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('import', args, {
    out: { type: 'string' },
    name: { type: 'string' },
  });
  const path = resolve(io.folder, required(values.out, '--out', 'import'));
  const files = await readInputs(io, positionals);
  const name = values.name ?? basename(path, `.${PLAN_EXTENSION}`);
  const { outcome, problems, isNew } = await importInto(io, { path, name, files });
  await io.out(visibleText(describe(outcome, problems)));
  await io.out(isNew ? `Plan written: ${path}\n` : `Plan updated: ${path}\n`);
  return 0;
}

interface ImportWish {
  readonly path: string;
  readonly name: string;
  readonly files: readonly HashedFile[];
}

interface Imported {
  readonly outcome: ImportOutcome;
  /** All that the plan notes. */
  readonly problems: readonly ImportProblem[];
  readonly isNew: boolean;
}

/**
 * Imports into the plan that is there, as one edit that can be undone, or into a new one, which
 * takes its place only when it is whole.
 * @throws UsageError when the files hold nothing
 */
export async function importInto(
  io: CommandIo,
  { path, name, files }: ImportWish,
): Promise<Imported> {
  const { PlanSession } = await import('../session/plan-session');
  if (existsSync(path)) {
    const session = PlanSession.open(path, { now: io.now });
    try {
      return { ...runImport(io, session, files), isNew: false };
    } finally {
      session.close();
    }
  }
  const draft = `${path}.new`;
  const session = PlanSession.create(draft, name, { now: io.now });
  try {
    const imported = runImport(io, session, files);
    session.close();
    await rename(draft, path);
    return { ...imported, isNew: true };
  } finally {
    session.close();
    await rm(draft, { force: true });
  }
}

function runImport(io: CommandIo, session: PlanSession, files: readonly HashedFile[]) {
  const outcome = finishWith(io, session.import(files));
  const { problems } = session;
  if (outcome.hosts === 0 && outcome.vms === 0) throw nothingUsable(problems);
  return { outcome, problems };
}

const LISTED = 20;

function describe(outcome: ImportOutcome, problems: readonly ImportProblem[]): string {
  const { files, hosts, vms } = outcome;
  const head = `${counted(files.length, 'file')}: ${counted(hosts, 'host')}, ${counted(vms, 'VM')}, ${counted(problems.length, 'problem')}.`;
  const lines = problems
    .slice(0, LISTED)
    .map(
      ({ severity, file, place, message }) =>
        `  ${SEVERITY_LABELS[severity]}: ${file}, ${place}: ${message}`,
    );
  const rest = problems.length - LISTED;
  if (0 < rest)
    lines.push(`  and ${counted(rest, 'more problem')}; portolan judge --json lists them all.`);
  return `${[head, ...lines].join('\n')}\n`;
}
