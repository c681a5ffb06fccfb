/** A JSON text by the letter, with what `JSON.parse` does not tell: the place of a mistake, and keys that stand twice. */
import type { JsonValue } from '../../import/json-value';
import { impossible, type Path, pointerTo, type SpecificationProblem } from './problem';

export interface JsonDocument {
  /** Undefined when the text is no JSON. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly SpecificationProblem[];
}

/** @param text  a byte order mark may stand before it */
export function readJsonDocument(text: string): JsonDocument {
  const json = text.replace(/^\uFEFF/, '');
  const scan = scanJson(json);
  if (scan.mistake === null) {
    return { value: JSON.parse(json) as JsonValue, problems: scan.twice.map(twiceProblem) };
  }
  const { at, expected } = scan.mistake;
  const found = at < json.length ? `“${json.slice(at, at + 12).split('\n')[0]}”` : 'the end';
  const before = json.slice(0, at).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  const message = `this is no JSON: ${found} stands at ${place}; expected ${expected}`;
  return { value: undefined, problems: [impossible([], found, expected, message)] };
}

function twiceProblem(path: Path): SpecificationProblem {
  const key = String(path.at(-1));
  return impossible(
    path,
    `“${key.slice(0, 80)}” twice`,
    'every key once',
    `“${key.slice(0, 80)}” stands twice in ${pointerTo(path.slice(0, -1)) || 'the document'}, and only one can count`,
  );
}

interface Scan {
  readonly mistake: { readonly at: number; readonly expected: string } | null;
  readonly twice: readonly Path[];
}

interface Level {
  /** Keys so far; null in a list. */
  readonly keys: Set<string> | null;
  /** The key or index that is being read. */
  step: string | number;
}

const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const BLANK = /[ \t\r\n]*/y;

/** What may come next; a comma or an end is asked for after every value. */
type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma';

function scanJson(json: string): Scan {
  const levels: Level[] = [];
  const twice: Path[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  const mistake = (expected: string): Scan => ({ mistake: { at, expected }, twice });
  for (;;) {
    at = endOf(BLANK, json, at) ?? at;
    const level = levels.at(-1);
    if (level === undefined && expecting === 'comma') {
      return at === json.length ? { mistake: null, twice } : mistake('the end of the document');
    }
    const sign = json[at] ?? '';
    if (expecting === 'colon') {
      if (sign !== ':') return mistake('a colon');
      at += 1;
      expecting = 'value';
    } else if (expecting === 'comma' || (expecting !== 'value' && (sign === '}' || sign === ']'))) {
      const end = level?.keys === null ? ']' : '}';
      if (sign === end && expecting !== 'key') {
        levels.pop();
        expecting = 'comma';
      } else if (sign === ',' && expecting === 'comma' && level !== undefined) {
        if (typeof level.step === 'number') level.step += 1;
        expecting = level.keys === null ? 'value' : 'key';
      } else return mistake(expecting === 'comma' ? `a comma or ${end}` : 'a key in quotes');
      at += 1;
    } else if (expecting === 'key' || expecting === 'key or }') {
      const end = endOfString(json, at);
      if (end === null || level === undefined) return mistake('a key in quotes');
      level.step = JSON.parse(json.slice(at, end)) as string;
      if (level.keys?.has(level.step)) twice.push(levels.map(({ step }) => step));
      level.keys?.add(level.step);
      at = end;
      expecting = 'colon';
    } else if (sign === '{') {
      levels.push({ keys: new Set(), step: '' });
      at += 1;
      expecting = 'key or }';
    } else if (sign === '[') {
      levels.push({ keys: null, step: 0 });
      at += 1;
      expecting = 'value or ]';
    } else {
      const end = sign === '"' ? endOfString(json, at) : endOf(WORD, json, at);
      if (end === null) return mistake('a value');
      at = end;
      expecting = 'comma';
    }
  }
}

/** Where the match that begins at `at` ends; null when there is none. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Behind the closing quote; null when there is no sound string at `at`. */
function endOfString(text: string, at: number): number | null {
  if (text[at] !== '"') return null;
  let here = at + 1;
  for (;;) {
    const code = text.charCodeAt(here);
    if (Number.isNaN(code) || code < 0x20) return null;
    if (code === 0x22) return here + 1;
    const next = code === 0x5c ? endOf(ESCAPE, text, here) : here + 1;
    if (next === null) return null;
    here = next;
  }
}
