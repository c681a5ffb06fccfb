/**
 * Reads what `Export-Csv` wrote, from PowerShell 5.1 and 7, with any of its delimiters, with and
 * without the `#TYPE` line that names the class. Several outputs may follow one another when each
 * begins with that line.
 */
import type { TextPieces } from '../decode-text';
import type { JsonObject, JsonValue } from '../json-value';
import type { RecordFault, RecordStep } from '../record-step';
import { DELIMITERS } from '../text-format';
import { CsvText } from './csv-text';

export interface CsvRules {
  /** Characters of a cell. */
  readonly maxStringLength: number;
}

/** Columns of a header; the widest command prints some 150 properties. */
const MOST_COLUMNS = 2000;

export function* readCsv(
  pieces: TextPieces,
  rules: CsvRules,
): Generator<RecordStep, { readonly shortenedStrings: number; readonly lostReferences: 0 }> {
  const text = new CsvText(pieces, rules.maxStringLength);
  let columns: readonly string[] | null = null;
  let types: readonly string[] = [];
  let isDelimiterTold = false;
  let hasHead = false;
  let hasRow = false;
  let piecesSeen = 0;
  while (text.toNextRow()) {
    hasHead = true;
    if (piecesSeen !== text.piecesRead) {
      piecesSeen = text.piecesRead;
      yield { kind: 'progress' };
    }
    const start = columns === null || text.peekLine().startsWith('#') ? text.peekLine() : '';
    const type = /^"?#TYPE\s+([^",;\t|]+)/i.exec(start)?.[1];
    if (type !== undefined) {
      types = [type.trim()];
      columns = null;
      text.skipLine();
      continue;
    }
    if (columns === null) {
      const told = /^sep=(.)$/i.exec(start)?.[1];
      if (told !== undefined) {
        text.delimiter = told;
        isDelimiterTold = true;
        text.skipLine();
        continue;
      }
      if (!isDelimiterTold) text.delimiter = delimiterOf(start);
      const { cells, line, fault: damage } = text.takeRow();
      const names = cells.map((cell) => cell?.trim() ?? '');
      if (damage !== null || MOST_COLUMNS < names.length || !names.some((name) => name !== '')) {
        yield fault('rest', line, start, 'a line with the names of the columns');
        break;
      }
      columns = names;
      continue;
    }
    hasRow = true;
    const { cells, line, fault: damage } = text.takeRow();
    if (damage === 'unclosed') yield fault('rest', line, 'the end of the file', 'a closing quote');
    else if (damage !== null) yield fault('record', line, 'a quote inside a cell', 'a delimiter');
    else if (cells.length !== columns.length) {
      yield fault('record', line, `${cells.length} cells`, `${columns.length} cells`);
    } else yield { kind: 'record', value: recordOf(columns, cells), types, key: null, line };
  }
  // A command that finds nothing leaves an empty file, without any names.
  if (hasHead && !hasRow) yield fault('rest', text.line, 'the end of the file', 'a row');
  return { shortenedStrings: text.shortenedStrings, lostReferences: 0 };
}

/** The delimiter that stands most often between the names of the columns. */
function delimiterOf(header: string): string {
  const outside = header.replace(/"(?:[^"]|"")*"/g, '');
  let best: string = DELIMITERS[0];
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = outside.split(delimiter).length - 1;
    if (most < count) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}

function recordOf(columns: readonly string[], cells: readonly (string | null)[]): JsonObject {
  const record: Record<string, JsonValue> = {};
  for (const [index, name] of columns.entries()) {
    // The one key with which a file could reach beyond its own objects; no command prints it.
    if (name !== '' && name !== '__proto__') record[name] = valueOfCell(cells[index] ?? null, name);
  }
  return record;
}

/** Names may be `True`; elsewhere it is the boolean, which Windows does not translate. */
function valueOfCell(cell: string | null, column: string): JsonValue {
  if (/Name$/i.test(column)) return cell;
  return cell === 'True' ? true : cell === 'False' ? false : cell;
}

function fault(
  cost: RecordFault['cost'],
  line: number,
  found: string,
  expected: string,
): RecordFault {
  return { kind: 'fault', cost, line, found, expected };
}
