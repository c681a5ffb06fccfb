/**
 * The keys of a specification. Each says what it takes, what its absence means and what it is for,
 * in one place: the text of a problem, the JSON Schema and the tables of docs/simulation.md are
 * made from it.
 */
import { z } from 'zod';

/** What a value takes, in words: unit and range. It is also the message of every zod issue there. */
const TAKES = new WeakMap<z.core.$ZodType, string>();

export interface KeyNote {
  readonly takes: string;
  /** What counts when the key is left out; null: it may not be left out. */
  readonly leftOut: string | null;
  readonly tells: string;
}

const NOTES = new WeakMap<z.core.$ZodType, KeyNote>();

export function noteOf(schema: z.core.$ZodType): KeyNote | undefined {
  return NOTES.get(schema);
}

export function taking<S extends z.ZodType>(schema: S, takes: string): S {
  TAKES.set(schema, takes);
  return schema;
}

export function numberIn(low: number, high: number, unit: string) {
  const takes = `a number from ${plain(low)} to ${plain(high)}${unit === '' ? '' : ` ${unit}`}`;
  return taking(z.number(takes).min(low, takes).max(high, takes), takes);
}

export function wholeIn(low: number, high: number, unit: string) {
  const takes = `a whole number from ${plain(low)} to ${plain(high)}${unit === '' ? '' : ` ${unit}`}`;
  return taking(z.number(takes).int(takes).min(low, takes).max(high, takes), takes);
}

export function oneOf<const W extends readonly [string, ...string[]]>(...words: W) {
  const takes = words.map((word) => `"${word}"`).join(' or ');
  return taking(z.enum(words, takes), takes);
}

export function nameOf(what: string) {
  const takes = `the name of a ${what}`;
  return taking(z.string(takes), takes);
}

export function yesOrNo() {
  const takes = 'true or false';
  return taking(z.boolean(takes), takes);
}

/** A key that may not be left out. */
export function required<S extends z.ZodType>(schema: S, tells: string): S {
  return noted(schema.describe(tells), schema, null, tells);
}

/** A key that counts as `value` when it is left out. */
export function preset<S extends z.ZodType>(
  schema: S,
  value: z.core.util.NoUndefined<z.output<S>>,
  tells: string,
) {
  return noted(schema.default(value).describe(tells), schema, JSON.stringify(value), tells);
}

/** A key whose absence, or null, means something that is no value: no limit, none. */
export function optional<S extends z.ZodType>(schema: S, leftOut: string, tells: string) {
  return noted(schema.nullish().describe(tells), schema, leftOut, tells);
}

function noted<S extends z.ZodType>(
  schema: S,
  inner: z.ZodType,
  leftOut: string | null,
  tells: string,
): S {
  NOTES.set(schema, { takes: TAKES.get(inner) ?? '', leftOut, tells });
  return schema;
}

const COMMENT = z.unknown().optional().describe('Not read.');

/** An object with these keys and no others. An unknown key's issue lists the known ones. */
export function keysOf<const S extends z.core.$ZodShape>(shape: S, what: string) {
  const known = Object.keys(shape);
  const error = (issue: { readonly code?: string | undefined }) =>
    issue.code === 'unrecognized_keys' ? known.join(KNOWN_KEYS_BREAK) : what;
  return taking(z.strictObject({ ...shape, comment: COMMENT }, { error }), what);
}

export const KNOWN_KEYS_BREAK = ', ';

/** Powers of ten for what nobody wants to count the zeros of. */
function plain(value: number): string {
  if (value === Number.MAX_SAFE_INTEGER) return '2^53 − 1';
  const exponent = Math.round(Math.log10(value));
  const isPower = value === Number(`1e${exponent}`);
  return isPower && (6 < exponent || exponent < -3) ? `1e${exponent}` : String(value);
}
