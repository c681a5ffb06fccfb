/** One file of any format. What it holds tells the format, not its name. */
import { readClixml } from './clixml/read-clixml';
import { readCsv } from './csv/read-csv';
import { TextPieces } from './decode-text';
import type { FileContents } from './file-contents';
import { FileProblems } from './file-problems';
import { foreignFormatOf } from './foreign-format';
import type { Gatherer } from './hyperv/gather';
import { DROPPED_PROPERTIES } from './hyperv/slim-record';
import { type InputFile, unread } from './input-file';
import type { ImportLimits } from './limits';
import { readList } from './list/read-list';
import type { ProblemLog } from './problems';
import { readCommandFile } from './read-command-file';
import { readJsonFile } from './read-json-file';
import { formatOf } from './text-format';

/** Reads a file to its end. Yields the bytes done. */
export function* readFile(
  file: InputFile,
  gatherer: Gatherer,
  log: ProblemLog,
  limits: ImportLimits,
): Generator<number, FileContents> {
  const pieces = new TextPieces(file.chunks());
  const problems = new FileProblems(file.name, limits, log);
  const foreign = foreignFormatOf(pieces.start, file.name);
  if (foreign !== null) {
    problems.foreign(foreign.name, foreign.advice);
    return { summary: unread(file), inventories: [] };
  }
  const start = pieces.next() ?? '';
  pieces.putBack(start);
  const { maxStringLength, maxDepth } = limits;
  const format = formatOf(start, file.name);
  if (format === 'json') return yield* readJsonFile(file, pieces, gatherer, log, limits);
  const reading =
    format === 'cmdlet-clixml'
      ? readClixml(pieces, { dropped: DROPPED_PROPERTIES, maxDepth, maxStringLength })
      : format === 'cmdlet-csv'
        ? readCsv(pieces, { maxStringLength })
        : readList(pieces, { maxStringLength });
  const source = { file, format, pieces, problems };
  return yield* readCommandFile(source, reading, gatherer, limits, log);
}
