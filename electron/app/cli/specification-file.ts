/** The file behind `simulate` and `sweep`. */
import { basename, resolve } from 'node:path';
import { counted } from '../../../shared/format/plural';
import { TextPieces } from '../../domain/import/decode-text';
import type { JsonValue } from '../../domain/import/json-value';
import { readJsonDocument } from '../../domain/simulator/spec/json-document';
import type { SpecificationProblem } from '../../domain/simulator/spec/problem';
import { unreadable } from '../files/file-on-disk';
import { readForImport } from '../files/read-for-import';
import { helpOn } from './arguments';
import { type CommandIo, UsageError } from './io';

export interface SpecificationFile {
  readonly name: string;
  /** Undefined when it is no JSON. */
  readonly document: JsonValue | undefined;
  /** What the text has wrong as JSON. */
  readonly problems: readonly SpecificationProblem[];
}

const GREATEST_BYTES = 64 * 1024 * 1024;

/**
 * @throws UsageError when not exactly one file is named
 * @throws Refusal when it cannot be read
 */
export async function readSpecificationFile(
  io: CommandIo,
  command: string,
  [path, ...rest]: readonly string[],
): Promise<SpecificationFile> {
  if (path === undefined || 0 < rest.length) {
    throw new UsageError(
      path === undefined ? 'No specification is named.' : 'More than one specification is named.',
      `It is a JSON file, and docs/simulation.md tells what stands in it. ${helpOn(command)}`,
    );
  }
  const name = basename(path);
  const [file] = await readForImport([{ path: resolve(io.folder, path), name: path }]);
  const sizeBytes = file?.sizeBytes ?? 0;
  if (file === undefined || GREATEST_BYTES < sizeBytes) {
    throw unreadable(path, new RangeError(`${sizeBytes} bytes are more than ${GREATEST_BYTES}`));
  }
  const pieces = new TextPieces(file.chunks());
  let text = '';
  for (let piece = pieces.next(); piece !== null; piece = pieces.next()) text += piece;
  const { value, problems } = readJsonDocument(text);
  return { name, document: value, problems };
}

const LISTED = 50;

export const PROBLEMS_FORMAT = 'portolan-simulation-problems';

/** Tells why nothing is run: to people on standard error, to scripts as JSON. */
export async function refuseProblems(
  io: CommandIo,
  name: string,
  problems: readonly SpecificationProblem[],
  isJson: boolean,
): Promise<never> {
  if (isJson) {
    const document = { format: PROBLEMS_FORMAT, formatVersion: 1, specification: name, problems };
    await io.out(`${JSON.stringify(document, null, 2)}\n`);
  }
  const lines = problems
    .slice(0, LISTED)
    .map(({ path, message }) => (path === '' ? `  ${message}` : `  ${path}: ${message}`));
  const rest = problems.length - LISTED;
  if (0 < rest) lines.push(`  and ${counted(rest, 'more', 'more')}; --json lists them.`);
  throw new UsageError(
    `${name} cannot be run: ${counted(problems.length, 'problem')}.`,
    lines.join('\n'),
  );
}
