/**
 * Reads a JSON text step by step: records come out as soon as they are whole, several documents
 * may follow one another, and a fault costs the record it is in, not the file.
 *
 * Text that is cut off in the middle gives the records so far and the line where it ends. What is
 * harmless is accepted without a word: comments, a comma too many, a byte order mark in between.
 */
import type { TextPieces } from './decode-text';
import { JsonText } from './json-text';
import type { JsonValue } from './json-value';

export type JsonPath = readonly (string | number)[];

export interface JsonRules {
  /** Whether the object or list at this path is a record: it is handed out, and left out of its parent. */
  readonly isRecord: (path: JsonPath) => boolean;
  /** Longest path for which `isRecord` can be true. */
  readonly recordDepth: number;
  /** Properties that are never kept: bulky ones that nobody reads. */
  readonly dropped: ReadonlySet<string>;
  /** Deepest nesting that is kept; what lies deeper is left out, with a fault. */
  readonly maxDepth: number;
  /** Characters. */
  readonly maxStringLength: number;
}

/**
 * `record`: one whole record. `document`: the end of a root value; `value` lacks its records and
 * is partial unless `isWhole`. `fault`: something was not as JSON should be; `cost` says what it
 * did. `stray`: lines outside any document. `progress`: time to let the caller breathe.
 */
export type JsonStep =
  | {
      readonly kind: 'record';
      readonly path: JsonPath;
      readonly value: JsonValue;
      readonly line: number;
    }
  | {
      readonly kind: 'document';
      readonly value: JsonValue;
      readonly line: number;
      readonly isWhole: boolean;
    }
  | {
      readonly kind: 'fault';
      readonly cost: 'record' | 'rest' | 'value' | 'nothing';
      readonly path: JsonPath;
      readonly line: number;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly kind: 'stray'; readonly line: number; readonly text: string }
  | { readonly kind: 'progress' };

type Expecting = 'value' | 'value-or-end' | 'key' | 'colon' | 'comma-or-end';

interface Frame {
  readonly object: Record<string, JsonValue> | null;
  readonly list: JsonValue[] | null;
  readonly isRecord: boolean;
  readonly startLine: number;
  expecting: Expecting;
  /** The key or index of the value at hand. */
  key: string;
  index: number;
  isDamaged: boolean;
}

/** Characters read between two `progress` steps at most. */
const SKIP_STEP = 65536;

export function* readJson(pieces: TextPieces, rules: JsonRules): Generator<JsonStep, JsonText> {
  const text = new JsonText(pieces, rules.maxStringLength);
  const stack: Frame[] = [];
  /** Brackets still open in a part that is being skipped after a fault; -1: not skipping. */
  let skipping = -1;
  let skipped = 0;

  for (;;) {
    text.skipBlanks();
    const char = text.peek();
    if (char === '') {
      if (!text.more()) break;
      yield { kind: 'progress' };
      continue;
    }
    if (char === '/' && text.skipComment()) continue;
    if (skipping >= 0) {
      skipped += 1;
      if (skipped % SKIP_STEP === 0) yield { kind: 'progress' };
      skipping = skipOne(text, char, skipping);
      if (skipping === 0) {
        skipping = -1;
        const frame = stack.at(-1);
        if (frame) frame.expecting = 'comma-or-end';
      }
      continue;
    }
    const frame = stack.at(-1);
    if (frame === undefined) {
      const line = text.line;
      if (char === '{' || char === '[') {
        text.skip();
        stack.push(frameFor(char, false, line));
      } else if (char === ',') text.skip();
      else yield { kind: 'stray', line, text: text.takeLine() || char };
      continue;
    }

    const { expecting } = frame;
    const closing = frame.list ? ']' : '}';
    if (char === closing && expecting !== 'colon' && (expecting !== 'value' || frame.list)) {
      const line = frame.startLine;
      text.skip();
      stack.pop();
      const value: JsonValue = frame.object ?? frame.list ?? null;
      const parent = stack.at(-1);
      if (parent === undefined) yield { kind: 'document', value, line, isWhole: !frame.isDamaged };
      else {
        if (frame.isRecord) yield { kind: 'record', path: pathOf(stack), value, line };
        else attach(parent, value, rules);
        parent.expecting = 'comma-or-end';
      }
      continue;
    }
    if (char === ',' && expecting !== 'colon' && (expecting !== 'value' || frame.list)) {
      text.skip();
      if (expecting === 'comma-or-end') {
        frame.index += 1;
        frame.expecting = frame.list ? 'value-or-end' : 'key';
      }
      continue;
    }
    if (char === ':' && expecting === 'colon') {
      text.skip();
      frame.expecting = 'value';
      continue;
    }

    const isMissingComma =
      expecting === 'comma-or-end' && (frame.list ? '{["'.includes(char) : char === '"');
    if (isMissingComma) {
      yield fault('nothing', pathOf(stack), text.line, char, 'a comma');
      frame.index += 1;
      frame.expecting = frame.list ? 'value-or-end' : 'key';
      continue;
    }

    if (frame.expecting === 'key' && char === '"') {
      const key = text.takeString();
      if (!key.isClosed) break;
      frame.key = key.text;
      frame.expecting = 'colon';
      continue;
    }
    if (frame.expecting === 'value' || frame.expecting === 'value-or-end') {
      if (char === '{' || char === '[') {
        const line = text.line;
        if (stack.length >= rules.maxDepth) {
          yield fault(
            'value',
            pathOf(stack),
            line,
            'deeper nesting',
            `${rules.maxDepth} levels at most`,
          );
          text.skip();
          skipping = 1;
          continue;
        }
        text.skip();
        const isRecord = stack.length <= rules.recordDepth && rules.isRecord(pathOf(stack));
        stack.push(frameFor(char, isRecord, line));
        continue;
      }
      if (char === '"') {
        const read = text.takeString();
        if (!read.isClosed) break;
        attach(frame, read.text, rules);
        frame.expecting = 'comma-or-end';
        continue;
      }
      const line = text.line;
      const word = text.takeWord(true);
      const value = word === '' ? undefined : valueOfWord(word);
      if (value !== undefined) {
        attach(frame, value, rules);
        frame.expecting = 'comma-or-end';
        continue;
      }
      skipping = yield* giveUpRecord(stack, line, word === '' ? char : word, 'a value');
      if (word === '') skipping = skipFaulty(text, char, skipping, stack);
      if (skipping <= 0) skipping = resume(stack);
      continue;
    }

    const wanted = { key: 'a property name', colon: 'a colon', 'comma-or-end': 'a comma' } as const;
    skipping = yield* giveUpRecord(stack, text.line, char, wanted[frame.expecting]);
    skipping = skipFaulty(text, char, skipping, stack);
    if (skipping <= 0) skipping = resume(stack);
  }

  if (stack.length > 0 || skipping > 0) {
    const root = stack[0];
    yield fault(
      'rest',
      pathOf(stack),
      text.line,
      'the end of the file',
      'the rest of the document',
    );
    if (root) {
      // What is complete below an unfinished list or object still counts.
      yield {
        kind: 'document',
        value: partialValue(stack),
        line: root.startLine,
        isWhole: false,
      };
    }
  }
  return text;
}

/**
 * Drops the record that the cursor is in; outside of records only the value at hand.
 * @returns brackets to be closed until reading goes on
 */
function* giveUpRecord(
  stack: Frame[],
  line: number,
  found: string,
  expected: string,
): Generator<JsonStep, number> {
  const path = pathOf(stack);
  const recordAt = stack.findLastIndex((frame) => frame.isRecord);
  const keep = recordAt < 0 ? stack.length : recordAt;
  const dropped = stack.length - keep;
  stack.length = keep;
  for (const frame of stack) frame.isDamaged = true;
  yield fault(recordAt >= 0 ? 'record' : 'value', path, line, found, expected);
  return dropped;
}

/** Reading goes on in the list or object around the fault. */
function resume(stack: readonly Frame[]): number {
  const frame = stack.at(-1);
  if (frame) frame.expecting = 'comma-or-end';
  return -1;
}

/** Steps over the token that was at fault, unless it closes the list or object that goes on. */
function skipFaulty(text: JsonText, char: string, depth: number, stack: readonly Frame[]): number {
  const closing = stack.at(-1)?.list ? ']' : '}';
  return depth === 0 && char === closing ? 0 : skipOne(text, char, depth);
}

/** Steps over one token without looking at the grammar. */
function skipOne(text: JsonText, char: string, depth: number): number {
  if (char === '"') text.takeString();
  else if (text.takeWord(false) === '') text.skip();
  if (char === '{' || char === '[') return depth + 1;
  return char === '}' || char === ']' ? depth - 1 : depth;
}

function frameFor(open: string, isRecord: boolean, startLine: number): Frame {
  const isObject = open === '{';
  return {
    object: isObject ? {} : null,
    list: isObject ? null : [],
    isRecord,
    startLine,
    expecting: isObject ? 'key' : 'value-or-end',
    key: '',
    index: 0,
    isDamaged: false,
  };
}

/** The one key with which a file could reach beyond its own objects; no command prints it. */
const PROTOTYPE = '__proto__';

function attach(frame: Frame, value: JsonValue, rules: JsonRules): void {
  if (frame.list) frame.list.push(value);
  else if (frame.object && frame.key !== PROTOTYPE && !rules.dropped.has(frame.key)) {
    frame.object[frame.key] = value;
  }
}

function pathOf(stack: readonly Frame[]): JsonPath {
  return stack.map((frame) => (frame.list ? frame.index : frame.key));
}

/** The root as far as it was read, with its unfinished parts that are no records. */
function partialValue(stack: readonly Frame[]): JsonValue {
  let inner: JsonValue | undefined;
  for (const frame of [...stack].reverse()) {
    if (inner !== undefined) {
      if (frame.list) frame.list.push(inner);
      else if (frame.object && frame.key !== PROTOTYPE) frame.object[frame.key] = inner;
    }
    inner = frame.isRecord ? undefined : (frame.object ?? frame.list ?? undefined);
  }
  return inner ?? null;
}

const WORDS: Readonly<Record<string, JsonValue>> = { true: true, false: false, null: null };

/** @returns `undefined` when the word is neither a number nor one of JSON's three words */
function valueOfWord(word: string): JsonValue | undefined {
  if (/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(word)) {
    const number = Number(word);
    if (!Number.isFinite(number)) return word;
    // A counter beyond 2^53 would be rounded: its digits are kept.
    return Number.isInteger(number) && !Number.isSafeInteger(number) ? word : number;
  }
  const lower = word.toLowerCase();
  return Object.hasOwn(WORDS, lower) ? WORDS[lower] : undefined;
}

function fault(
  cost: 'record' | 'rest' | 'value' | 'nothing',
  path: JsonPath,
  line: number,
  found: string,
  expected: string,
): JsonStep {
  return { kind: 'fault', cost, path, line, found, expected };
}
