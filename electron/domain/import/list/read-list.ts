/**
 * Reads what `Format-List` printed: blocks of `Label : value`, one per record, blank lines between.
 *
 * The column of the colon is the same within a block; a line that begins beyond it goes on with the
 * value above, which the console had wrapped. Where a long word was cut cannot be told from a wrap
 * between words, so a wrapped value is joined with a blank only where the line had room left.
 * @see PowerShell, ListWriter.cs
 */
import type { TextPieces } from '../decode-text';
import type { JsonObject, JsonValue } from '../json-value';
import type { RecordFault, RecordStep } from '../record-step';
import { CONSOLE_LINE } from '../text-format';
import { LineText } from './line-text';

export interface ListRules {
  /** Characters of a value. */
  readonly maxStringLength: number;
}

interface Block {
  readonly line: number;
  /** Where the colon stands, from 0. */
  readonly column: number;
  readonly values: Map<string, string[]>;
  last: string;
}

const LABEL = /^([A-Za-z_][\w .()-]*?) *:(?: |$)/;
/** Properties of one record; the widest command prints some 150. */
const MOST_PROPERTIES = 2000;

export function* readList(
  pieces: TextPieces,
  rules: ListRules,
): Generator<RecordStep, { readonly shortenedStrings: number; readonly lostReferences: 0 }> {
  const text = new LineText(pieces, rules.maxStringLength);
  let block: Block | null = null;
  let isSkipping = false;
  let shortened = 0;
  let piecesSeen = 0;
  for (let line = text.next(); line !== null; line = text.next()) {
    if (piecesSeen !== text.piecesRead) {
      piecesSeen = text.piecesRead;
      yield { kind: 'progress' };
    }
    if (line.trim() === '') {
      if (block !== null) yield recordOf(block);
      block = null;
      isSkipping = false;
      continue;
    }
    // The rest of a damaged block has lost its record.
    if (isSkipping) continue;
    if (CONSOLE_LINE.test(line)) {
      if (block !== null) yield recordOf(block);
      block = null;
      isSkipping = true;
      continue;
    }
    const label: string | undefined = LABEL.exec(line)?.[1];
    const column: number = block === null ? line.indexOf(':') : block.column;
    const isWrapped = block !== null && line.slice(0, column + 2).trim() === '';
    if (block !== null && isWrapped) {
      const parts = block.values.get(block.last);
      const length = parts?.reduce((sum, part) => sum + part.length, 0) ?? 0;
      if (length < rules.maxStringLength) parts?.push(line.slice(column + 2));
      else shortened += 1;
      continue;
    }
    if (label === undefined || line.charAt(column) !== ':') {
      yield fault('record', text.line, line, 'a property, a colon and its value');
      block = null;
      isSkipping = true;
      continue;
    }
    const name = line.slice(0, column).trim();
    if (block !== null && (block.values.has(name) || MOST_PROPERTIES <= block.values.size)) {
      yield recordOf(block);
      block = null;
    }
    block ??= { line: text.line, column, values: new Map(), last: name };
    block.values.set(name, [line.slice(column + 2)]);
    block.last = name;
  }
  if (block !== null) yield recordOf(block);
  return { shortenedStrings: shortened + text.shortenedLines, lostReferences: 0 };
}

function recordOf(block: Block): RecordStep {
  const record: Record<string, JsonValue> = {};
  const width = Math.max(...[...block.values.values()].map((parts) => parts[0]?.length ?? 0), 0);
  for (const [name, parts] of block.values) {
    // The one key with which a file could reach beyond its own objects; no command prints it.
    if (name !== '__proto__') record[name] = valueOfText(joined(parts, width), name);
  }
  const value: JsonObject = record;
  return { kind: 'record', value, types: [], key: null, line: block.line };
}

/** A line that is full to the last column was cut in the middle of a word, or just at its end. */
function joined(parts: readonly string[], width: number): string {
  let text = '';
  for (const part of parts) {
    const isCut =
      text !== '' && text.length >= width && !/\s$/.test(text) && !/\s/.test(part.trim());
    text = text === '' ? part : isCut ? text + part.trim() : `${text.trimEnd()} ${part.trim()}`;
  }
  return text.trim();
}

function valueOfText(text: string, name: string): JsonValue {
  if (text === '') return null;
  const list = /^\{(.*)\}$/s.exec(text)?.[1];
  if (list !== undefined) return listOfValues(list);
  if (/Name$/i.test(name)) return text;
  return text === 'True' ? true : text === 'False' ? false : text;
}

/** `{a, b, c, d...}`: an incomplete list is no list, and its text says so. */
function listOfValues(text: string): JsonValue {
  if (text.trim() === '') return [];
  if (/(?:\.\.\.|…)$/.test(text)) return `@{${text}}`;
  // Sentences have commas of their own; only one after a full stop begins the next.
  const isProse = /[a-z] [a-z]+ [a-z]/.test(text);
  return text.split(isProse ? /(?<=[.!?]),\s+/ : ', ').map((item) => item.trim());
}

function fault(
  cost: RecordFault['cost'],
  line: number,
  found: string,
  expected: string,
): RecordFault {
  return { kind: 'fault', cost, line, found, expected };
}
