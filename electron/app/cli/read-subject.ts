/** What a command works on: a plan file, or any files that can be imported, read on the spot. */
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { visibleText } from '../../../shared/format/visible-text';
import { type Assumptions, PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { ImportedFile, ImportProblem } from '../../../shared/model/import';
import { importFiles } from '../../domain/import/import-files';
import { rules } from '../../domain/rules/catalogue';
import { Judge } from '../../domain/verdict/judge';
import { readForImport } from '../files/read-for-import';
import type { HashedFile } from '../session/plan-session';
import type { Step } from '../session/steps';
import { type CommandIo, finishWith, UsageError } from './io';

export interface Subject {
  readonly kind: 'plan' | 'files';
  readonly name: string;
  readonly judge: Judge;
  readonly files: readonly (ImportedFile & {
    readonly sha256: string;
    readonly importedAt?: string;
  })[];
  readonly problems: readonly ImportProblem[];
}

/**
 * @throws UsageError when there is nothing to work on
 * @throws Refusal when a plan cannot be opened or a file cannot be read
 */
export async function readSubject(io: CommandIo, paths: readonly string[]): Promise<Subject> {
  const [first] = paths;
  if (paths.length === 1 && first !== undefined && (await isPlan(resolve(io.folder, first)))) {
    return readPlan(resolve(io.folder, first));
  }
  const files = await readInputs(io, paths);
  const result = finishWith(io, reading(files));
  const { estate, problems } = result;
  if (estate.hosts.length === 0 && estate.vms.length === 0) throw nothingUsable(problems);
  return {
    kind: 'files',
    name: nameFor(files),
    judge: new Judge(estate, PRESET_ASSUMPTIONS, rules),
    files: result.files.map((file, index) => ({ ...file, sha256: files[index]?.sha256 ?? '' })),
    problems,
  };
}

/** The same, judged under other answers to open questions; a plan itself keeps its own. */
export function assuming(subject: Subject, assumed: Partial<Assumptions>): Subject {
  if (Object.keys(assumed).length === 0) return subject;
  const { estate, assumptions, waivers, catalogue } = subject.judge;
  return {
    ...subject,
    judge: new Judge(estate, { ...assumptions, ...assumed }, rules, waivers.list, catalogue),
  };
}

/** The bytes of all files that the paths name; folders stand for the files in them. */
export async function readInputs(io: CommandIo, paths: readonly string[]): Promise<HashedFile[]> {
  if (paths.length === 0) {
    throw new UsageError(
      'No file is named.',
      'Name files or folders with what your hosts printed.',
    );
  }
  const found: string[] = [];
  for (const path of paths) found.push(...(await filesOf(io, path)));
  const unique = [...new Set(found)];
  return readForImport(unique.map((path) => ({ path, name: shortName(path, unique, io.folder) })));
}

/** What a person can do when none of the files held anything. */
export function nothingUsable(problems: readonly ImportProblem[]): UsageError {
  const [first] = problems;
  const reason = first === undefined ? '' : ` ${first.file}: ${first.message}`;
  return new UsageError(
    `No host and no VM was found in the files.${reason}`,
    'Give the collector’s files, the JSON output of the cmdlets, or an inventory (portolan schema inventory).',
  );
}

async function readPlan(path: string): Promise<Subject> {
  // The database library is only loaded for those who have a plan.
  const { PlanSession } = await import('../session/plan-session');
  const session = PlanSession.open(path);
  try {
    return {
      kind: 'plan',
      name: session.name,
      judge: session.judge,
      files: session.files,
      problems: session.problems,
    };
  } finally {
    session.close();
  }
}

/** Every SQLite file begins with these letters; whose it is, the plan file checks. */
export async function isPlan(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(15), 0, 15, 0);
    return bytesRead === 15 && buffer.toString('latin1') === 'SQLite format 3';
  } catch {
    // A folder, or nothing that can be read: whoever reads it next says so.
    return false;
  } finally {
    await file.close();
  }
}

const IMPORTABLE = ['.json', '.xml', '.clixml', '.csv', '.txt'];

async function filesOf(io: CommandIo, given: string): Promise<string[]> {
  const path = resolve(io.folder, given);
  const stats = await stat(path).catch(() => null);
  if (stats === null) {
    throw new UsageError(`${given} is not there.`, 'Check the name and the folder.');
  }
  if (!stats.isDirectory()) return [path];
  const names = (await readdir(path)).sort();
  const files = names.filter((name) => IMPORTABLE.includes(extname(name).toLowerCase()));
  const others = names.filter((name) => !files.includes(name) && !name.startsWith('.'));
  if (0 < files.length && 0 < others.length) {
    const some = others.slice(0, 5).join(', ');
    const more = others.length > 5 ? ` and ${others.length - 5} more` : '';
    io.err(
      `portolan: not read in ${visibleText(given)}, because of how they end: ${visibleText(some)}${more}. To have one read, name it.\n`,
    );
  }
  if (files.length === 0) {
    throw new UsageError(
      `The folder ${given} holds no .json, .xml, .csv or .txt file.`,
      'Name the files one by one if they end otherwise.',
    );
  }
  return files.map((name) => join(path, name));
}

/** The file's name alone, with its folder where two would be called the same. */
function shortName(path: string, all: readonly string[], folder: string): string {
  const name = basename(path);
  const isShared = all.some((other) => other !== path && basename(other) === name);
  return isShared ? relative(folder, path).replaceAll('\\', '/') : name;
}

function nameFor(files: readonly HashedFile[]): string {
  const [first] = files;
  return files.length === 1 && first !== undefined ? first.name : `${files.length} files`;
}

function* reading(files: readonly HashedFile[]) {
  const work = importFiles(files);
  let next = work.next();
  while (!next.done) {
    const { bytesDone, bytesTotal, file } = next.value;
    const fraction = bytesTotal === 0 ? null : bytesDone / bytesTotal;
    yield { fraction, step: `Reading ${file}` } satisfies Step;
    next = work.next();
  }
  return next.value;
}
