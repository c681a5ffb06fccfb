/**
 * How the columns of a table are described: once, for the check of a row, for reading what a
 * person types, and for showing it.
 */
import { z } from 'zod';
import type { CatalogueColumn } from '../../../shared/model/catalogue';

type Value = string | number | null | readonly string[] | readonly number[];

export interface ColumnSpec extends CatalogueColumn {
  /** Of the value as the row holds it. */
  readonly schema: z.ZodType;
  /** A typed text as the value, unchecked. */
  readonly read: (text: string) => Value;
  /** The value for a person; nothing for what is not known. */
  readonly show: (value: unknown) => string;
  readonly what: string;
}

interface Options {
  readonly optional?: boolean;
  readonly unit?: string;
  readonly hint?: string;
}

const line = z.string().trim().min(1).max(2000);

/** @param what  what to type, for the message when it was something else */
function textLike(key: string, title: string, schema: z.ZodType, what: string, options: Options) {
  return column(key, title, 'text', schema, what, options, (text) => text);
}

export function text(key: string, title: string, options: Options = {}): ColumnSpec {
  return textLike(key, title, line, 'a text of up to 2,000 letters', options);
}

export function pattern(
  key: string,
  title: string,
  expression: RegExp,
  what: string,
  options: Options = {},
): ColumnSpec {
  return textLike(key, title, z.string().max(200).regex(expression), what, {
    hint: what,
    ...options,
  });
}

export function whole(
  key: string,
  title: string,
  low: number,
  high: number,
  options: Options = {},
): ColumnSpec {
  const what = `a whole number from ${low} to ${high}`;
  return numberLike(key, title, z.int().min(low).max(high), what, options);
}

export function number(
  key: string,
  title: string,
  low: number,
  high: number,
  options: Options = {},
): ColumnSpec {
  const what = `a number from ${low} to ${high}`;
  return numberLike(key, title, z.number().min(low).max(high), what, options);
}

function numberLike(key: string, title: string, schema: z.ZodType, what: string, options: Options) {
  return column(key, title, 'number', schema, what, { hint: what, ...options }, (typed) =>
    /^[+-]?\d[\d\s,]*(?:\.\d+)?$/.test(typed) ? Number(typed.replace(/[\s,]/g, '')) : typed,
  );
}

export function choice(
  key: string,
  title: string,
  choices: readonly string[],
  options: Options = {},
): ColumnSpec {
  const what = `one of ${choices.join(', ')}`;
  const schema = z.enum(choices as [string, ...string[]]);
  return {
    ...column(key, title, 'choice', schema, what, options, (typed) => typed.toLowerCase()),
    choices,
    read: (typed) => choices.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed,
  };
}

/** Texts without repetition. */
export function list(
  key: string,
  title: string,
  item: {
    readonly schema: z.ZodType;
    readonly what: string;
    readonly lower?: boolean;
    /** Texts that may hold commas themselves are separated by semicolons. */
    readonly separator?: ',' | ';';
  },
  options: Options & { readonly fewest?: number } = {},
): ColumnSpec {
  const fewest = options.fewest ?? 0;
  const schema = z
    .array(item.schema)
    .min(fewest)
    .max(200)
    .refine((values) => new Set(values).size === values.length);
  const separator = item.separator ?? ',';
  const what = `${item.what}, separated by ${separator === ',' ? 'commas' : 'semicolons'}${fewest === 0 ? '; may be empty' : ''}`;
  const spec = column(key, title, 'list', schema, what, { hint: what, ...options }, (typed) =>
    typed
      .split(separator === ';' ? SEMICOLONS : ',')
      .map((one) => (item.lower ? one.trim().toLowerCase() : one.trim()))
      .filter((one) => one !== ''),
  );
  return {
    ...spec,
    isRequired: 0 < fewest,
    show: (value) => (Array.isArray(value) ? value.join(`${separator} `) : cellText(value)),
  };
}

/** A semicolon in brackets belongs to the text. */
const SEMICOLONS = /;(?![^(]*\))/;

export const anyText = { schema: line, what: 'texts', separator: ';' } as const;
export const hexIds = {
  schema: z.string().regex(/^[\da-f]{4}$/),
  what: 'ids of four hex digits, such as 1572',
  lower: true,
} as const;

function column(
  key: string,
  title: string,
  kind: CatalogueColumn['kind'],
  schema: z.ZodType,
  what: string,
  { optional = false, unit, hint = '' }: Options,
  read: (text: string) => Value,
): ColumnSpec {
  return {
    key,
    title,
    kind,
    unit: unit ?? null,
    choices: [],
    isRequired: !optional,
    hint,
    schema: optional ? schema.nullable() : schema,
    what,
    read,
    show: cellText,
  };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
