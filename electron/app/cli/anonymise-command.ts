/** `portolan anonymise`: copies of files and plans that name nobody, with the same verdicts. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { counted } from '../../../shared/format/plural';
import { visibleText } from '../../../shared/format/visible-text';
import { PLAN_EXTENSION } from '../../../shared/model/plan';
import { anonymiseEstate } from '../../domain/anonymise/anonymise-estate';
import { anonymiseFiles } from '../../domain/anonymise/anonymise-files';
import { anonymiseOwnRows, anonymiseWaivers } from '../../domain/anonymise/anonymise-plan';
import { Pseudonyms } from '../../domain/anonymise/pseudonyms';
import { readArguments, required } from './arguments';
import { type CommandIo, type ExitCode, UsageError } from './io';
import { isPlan, readInputs } from './read-subject';

export async function anonymiseCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('anonymise', args, {
    out: { type: 'string' },
    map: { type: 'string' },
  });
  const out = resolve(io.folder, required(values.out, '--out', 'anonymise'));
  const map = values.map === undefined ? null : resolve(io.folder, values.map);
  const plans: string[] = [];
  const others: string[] = [];
  for (const path of positionals) {
    ((await isPlan(resolve(io.folder, path))) ? plans : others).push(path);
  }
  const files = others.length === 0 && 0 < plans.length ? [] : await readInputs(io, others);
  const isOneFile = extname(out) !== '';
  if (isOneFile && files.length + plans.length !== 1) {
    throw new UsageError(
      `${values.out} is one file, and ${counted(files.length + plans.length, 'file')} came in.`,
      'Name a folder after --out.',
    );
  }

  const names = new Pseudonyms();
  const work = anonymiseFiles(files, names);
  let next = work.next();
  for (let done = 0; !next.done; done += 1) {
    io.progress({ fraction: done / (2 * files.length), step: `Reading ${next.value}` });
    next = work.next();
  }
  const { files: written, leftOut } = next.value;
  const pathOf = (name: string) => (isOneFile ? out : join(out, name));
  const planPaths = plans.map((path, index) => ({
    from: resolve(io.folder, path),
    to: pathOf(`plan-${index + 1}.${PLAN_EXTENSION}`),
  }));
  const targets = [...written.map(({ name }) => pathOf(name)), ...planPaths.map(({ to }) => to)];
  for (const path of map === null ? targets : [...targets, map]) {
    if (!existsSync(path)) continue;
    throw new UsageError(`${path} is there already.`, 'Name an empty folder, or another file.');
  }
  await mkdir(isOneFile ? dirname(out) : out, { recursive: true });
  for (const { name, text } of written) await writeFile(pathOf(name), text, { flag: 'wx' });
  for (const { from, to } of planPaths) await anonymisePlan(io, from, to, names);
  if (map !== null) {
    const replacements = names.replacements.map(({ given, shown }) => [given, shown]);
    await writeFile(map, `${JSON.stringify(replacements, null, 1)}\n`, { flag: 'wx', mode: 0o600 });
  }

  for (const { given, why } of leftOut) {
    io.err(visibleText(`${given} was left out: it cannot be read as a whole (${why}).\n`));
  }
  if (targets.length === 0) {
    throw new UsageError('No file could be anonymised.', 'Export the files again, whole.');
  }
  await io.out(
    `${counted(targets.length, 'file')} written to ${out}, ${counted(names.replacements.length, 'name and address', 'names and addresses')} replaced.\n`,
  );
  await io.out('Look the files over before you hand them on.\n');
  if (map !== null) await io.out(`What stands for what: ${basename(map)}. Keep it to yourself.\n`);
  return 0;
}

/** Without the journal, the snapshots, and the list of imported files. */
async function anonymisePlan(
  io: CommandIo,
  from: string,
  to: string,
  names: Pseudonyms,
): Promise<void> {
  // The database library is only loaded for those who have a plan.
  const { PlanSession } = await import('../session/plan-session');
  const { writeNewPlan } = await import('../session/new-plan');
  const session = PlanSession.open(from, { readOnly: true });
  const draft = `${to}.new`;
  try {
    const { judge, assumptions, waivers } = session;
    writeNewPlan(draft, {
      name: 'Anonymous plan',
      at: io.now(),
      estate: anonymiseEstate(judge.estate, names),
      assumptions,
      waivers: anonymiseWaivers(waivers, names),
      own: anonymiseOwnRows(judge.catalogue.own, names),
    });
    await rename(draft, to);
  } finally {
    session.close();
    await rm(draft, { force: true });
  }
}
