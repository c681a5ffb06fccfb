/** One object of an inventory: its facts, its shorthands, and the problems in it. */
import { type Fact, known, type Origin, unknown } from '../../../../shared/fact';
import type { RecordKind } from '../../../../shared/model/estate';
import { suggestion } from '../../nearest-word';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  shortText,
} from '../json-value';
import type { ProblemLog } from '../problems';
import { CHOICE_NUMBERS } from './choice-numbers';
import { parseValue } from './parse-value';
import { saidIn } from './said-in';
import { fieldsOf, IGNORED_KEYS, SHORTHANDS, wordsOf } from './vocabulary';

export interface InventoryRecord {
  readonly file: string;
  /** `hosts[0].switches[1]` */
  readonly place: string;
  /** Facts that the file gives under their own name, unknown ones included. */
  readonly facts: Readonly<Record<string, Fact<unknown>>>;
  /** Values of the shorthands, as they stand. */
  readonly shorthands: ReadonlyMap<string, JsonValue>;
  /** What the file calls each shorthand. */
  readonly keys: ReadonlyMap<string, string>;
}

/** @returns `null`, and a problem, when the value is no object */
export function readRecord(
  kind: RecordKind,
  raw: JsonValue,
  file: string,
  place: string,
  log: ProblemLog,
): InventoryRecord | null {
  if (!isJsonObject(raw)) {
    log.add(file, {
      place,
      found: shortText(raw),
      expected: 'an object in braces',
      severity: 'lost',
      message: `${article(kind)} must be an object such as { "name": "..." }; this one was left out.`,
    });
    return null;
  }
  const specs = new Map(
    fieldsOf(kind).map(([name, spec]) => [name.toLowerCase(), [name, spec] as const]),
  );
  const words = new Set(SHORTHANDS[kind].map(({ name }) => name));
  const facts: Record<string, Fact<unknown>> = {};
  const shorthands = new Map<string, JsonValue>();
  const keys = new Map<string, string>();
  for (const { key, word, value } of saidIn(kind, raw)) {
    const at = `${place}.${key}`;
    const field = word === null ? undefined : specs.get(word.toLowerCase());
    if (word !== null && words.has(word)) {
      shorthands.set(word, value);
      keys.set(word, key);
    } else if (field !== undefined) {
      const [name, spec] = field;
      const origin: Origin = { kind: 'import', file, field: at };
      const parsed = parseValue(spec, value, CHOICE_NUMBERS[`${kind}.${name}`]);
      if (parsed.kind === 'value') facts[name] = known(parsed.value, origin);
      else if (parsed.kind === 'unknown') facts[name] = unknown('not-collected', undefined, origin);
      else {
        facts[name] = unknown('not-understood', shortText(value), origin);
        noteBadValue(file, at, value, parsed.expected, log);
      }
    } else if (!IGNORED_KEYS.includes(key)) noteUnknownWord(kind, file, at, key, log);
  }
  return { file, place, facts, shorthands, keys };
}

/** A shorthand that is a text; `null` when it is left out, null or no text. */
export function textShorthand(
  record: InventoryRecord,
  name: string,
  log: ProblemLog,
): string | null {
  const value = record.shorthands.get(name);
  if (value === undefined || value === null) return null;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && text.trim() !== '') return text.trim();
  noteBadValue(record.file, placeOf(record, name), value, 'a text', log);
  return null;
}

/** A shorthand that is a list of texts, or one text; `null` when it is left out or null. */
export function textsShorthand(
  record: InventoryRecord,
  name: string,
  log: ProblemLog,
): readonly string[] | null {
  const value = record.shorthands.get(name);
  if (value === undefined || value === null) return null;
  const texts = isJsonArray(value) ? value : [value];
  const sound = texts.filter((one) => typeof one === 'string' && one.trim() !== '');
  if (sound.length < texts.length) {
    noteBadValue(record.file, placeOf(record, name), value, 'a list of texts', log);
  }
  return sound.map((one) => String(one).trim());
}

/** The fact of a field that is written through a shorthand; `null` when the shorthand is left out. */
export function shorthandFact(
  kind: RecordKind,
  record: InventoryRecord,
  shorthand: string,
  field: string,
  log: ProblemLog,
): Fact<unknown> | null {
  const value = record.shorthands.get(shorthand);
  const spec = fieldsOf(kind).find(([name]) => name === field)?.[1];
  if (value === undefined || spec === undefined) return null;
  const at = placeOf(record, shorthand);
  const origin: Origin = { kind: 'import', file: record.file, field: at };
  const parsed = parseValue(spec, value);
  if (parsed.kind === 'value') return known(parsed.value, origin);
  if (parsed.kind === 'unknown') return unknown('not-collected', undefined, origin);
  noteBadValue(record.file, at, value, parsed.expected, log);
  return unknown('not-understood', shortText(value), origin);
}

/** The objects of a nested list; a single object counts as a list of one. */
export function nestedItems(
  record: InventoryRecord,
  name: string,
  log: ProblemLog,
): readonly JsonValue[] {
  const value = record.shorthands.get(name);
  if (value === undefined || value === null) return [];
  if (isJsonArray(value)) return value;
  if (isJsonObject(value)) return [value];
  noteBadValue(record.file, placeOf(record, name), value, 'a list', log);
  return [];
}

function placeOf({ place, keys }: InventoryRecord, shorthand: string): string {
  return `${place}.${keys.get(shorthand) ?? shorthand}`;
}

export function noteBadValue(
  file: string,
  place: string,
  found: JsonValue,
  expected: string,
  log: ProblemLog,
): void {
  log.add(
    file,
    {
      place,
      found: shortText(found),
      expected,
      severity: 'lost',
      message: `“${shortText(found)}” is not ${expected}, so the value counts as unknown; correct it in the file.`,
    },
    `value ${expected}`,
  );
}

function noteUnknownWord(
  kind: RecordKind,
  file: string,
  place: string,
  key: string,
  log: ProblemLog,
): void {
  const meant = suggestion(key, wordsOf(kind));
  log.add(
    file,
    {
      place,
      found: key,
      expected: meant ?? `a property of ${article(kind).toLowerCase()}`,
      severity: 'lost',
      message: `${article(kind)} has no property “${key}”, so it was not read${meant === null ? '' : `; did you mean “${meant}”`}${meant === null ? '; portolan schema inventory lists all.' : '?'}`,
    },
    'unknown property',
  );
}

function article(kind: RecordKind): string {
  return kind === 'adapter'
    ? 'An adapter'
    : `A ${kind === 'vm' ? 'VM' : kind === 'vnic' ? 'vNIC' : kind}`;
}

/** All properties of an object but those of the lists, for the root of a file. */
export function noteUnknownRootKeys(
  file: string,
  root: JsonObject,
  allowed: readonly string[],
  log: ProblemLog,
): void {
  for (const key of Object.keys(root)) {
    if (allowed.includes(key) || IGNORED_KEYS.includes(key)) continue;
    const meant = suggestion(key, allowed);
    log.add(file, {
      place: key,
      found: key,
      expected: meant ?? allowed.join(', '),
      severity: 'lost',
      message: `An inventory has no part “${key}”, so it was not read${meant === null ? '.' : `; did you mean “${meant}”?`}`,
    });
  }
}
