/**
 * From what stands in a file to the value of a fact, or to the reason why there is none.
 * Every decoder takes the forms in which PowerShell 5.1 and 7 write one type.
 */
import type { UnknownReason } from '../../../../shared/fact';
import { isJsonArray, isJsonObject, type JsonValue } from '../json-value';
import { type EnumTable, findInEnum } from './enums';
import { isCutText, listOf, memberOf, scalarOf, unwrap, wrappedName } from './record-view';

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: UnknownReason; readonly expected: string };

export interface Decoder<T> {
  /** What would have been understood, for the list of problems. */
  readonly expects: string;
  readonly decode: (raw: JsonValue) => Decoded<T>;
}

function decoder<T>(expects: string, decodeValue: (raw: JsonValue) => T | undefined): Decoder<T> {
  return {
    expects,
    decode: (raw) => {
      const inner = unwrap(raw);
      if (inner === null || inner === undefined || inner === '') return none('empty', expects);
      const value = decodeValue(raw);
      if (value !== undefined) return { ok: true, value };
      return none(
        typeof inner === 'string' && isCutText(inner) ? 'cut-off' : 'not-understood',
        expects,
      );
    },
  };
}

function none(reason: UnknownReason, expected: string): Decoded<never> {
  return { ok: false, reason, expected };
}

/** The same, with a value for `null` and the empty text: where "nothing there" is an answer. */
export function emptyMeans<T>(value: T, from: Decoder<T>): Decoder<T> {
  return {
    expects: from.expects,
    decode: (raw) => {
      const inner = unwrap(raw);
      return inner === null || inner === undefined || inner === ''
        ? { ok: true, value }
        : from.decode(raw);
    },
  };
}

/**
 * PowerShell writes `True` in every language; a spreadsheet that saved the file anew writes it in
 * its own.
 */
const TRUTH_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  wahr: true,
  falsch: false,
  vrai: true,
  faux: false,
  verdadero: true,
  verdadeiro: true,
  falso: false,
  vero: true,
  waar: true,
  onwaar: false,
  prawda: true,
  fałsz: false,
  pravda: true,
  nepravda: false,
  sant: true,
  falskt: false,
  igaz: true,
  hamis: false,
  истина: true,
  ложь: false,
};

/** A boolean, or its name. */
export const bool = decoder('true or false', truthOf);

/** @returns `undefined` for what says neither */
export function truthOf(raw: JsonValue | undefined): boolean | undefined {
  const value = scalarOf(raw);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toLowerCase();
  return Object.hasOwn(TRUTH_WORDS, text) ? TRUTH_WORDS[text] : undefined;
}

/** A registry switch: 1 is on; 0 and 2 are off. */
export const registrySwitch = decoder('0, 1 or 2', (raw) => {
  const value = wholeNumber(scalarOf(raw));
  return value === undefined || value > 2 ? undefined : value === 1;
});

export const count = decoder('a whole number', (raw) => wholeNumber(scalarOf(raw)));

/** A count in units of `factor`: kilobytes as bytes, say. */
export function countTimes(factor: number): Decoder<number> {
  return decoder('a whole number', (raw) => {
    const value = wholeNumber(scalarOf(raw));
    const product = value === undefined ? Number.NaN : value * factor;
    return Number.isSafeInteger(product) ? product : undefined;
  });
}

/** A link rate; 0 and the highest number stand for "not connected". */
export const bitRate: Decoder<number> = {
  expects: 'a rate in bit/s',
  decode: (raw) => {
    const value = Number(scalarOf(raw) ?? Number.NaN);
    if (value === 0 || value > Number.MAX_SAFE_INTEGER) return none('empty', 'a rate in bit/s');
    return count.decode(raw);
  },
};

/** A number of a NUMA node; 65535 stands for "does not say". */
export const numaNode: Decoder<number> = {
  expects: 'the number of a NUMA node',
  decode: (raw) => {
    const decoded = count.decode(raw);
    return decoded.ok && decoded.value >= 65535
      ? none('empty', 'the number of a NUMA node')
      : decoded;
  },
};

export const text = decoder('a text', (raw) => {
  const value = scalarOf(raw);
  if (value === null || (typeof value === 'string' && isCutText(value))) return undefined;
  const trimmed = String(value).trim();
  return trimmed === '' ? undefined : trimmed;
});

/** Hexadecimal id of four digits. */
export const pciId = decoder('a PCI id of four hexadecimal digits', (raw) => {
  const found = /^(?:0x)?([\da-f]{1,4})$/i.exec(String(scalarOf(raw) ?? '').trim());
  return found?.[1]?.toLowerCase().padStart(4, '0');
});

/** A GUID without braces, in lower case. */
export const guid = decoder('a GUID', (raw) => {
  const value = scalarOf(raw);
  return typeof value === 'string' ? guidIn(value) : undefined;
});

/** Upper-case hexadecimal digits without separators; a MAC of zeros is one that was not given yet. */
export const mac: Decoder<string> = {
  expects: 'a MAC address',
  decode: (raw) => {
    const digits = String(scalarOf(raw) ?? '').replace(/[\s:.-]/g, '');
    if (digits === '' || /^0+$/.test(digits)) return none('empty', 'a MAC address');
    return /^[\da-f]{12}$/i.test(digits)
      ? { ok: true, value: digits.toUpperCase() }
      : none('not-understood', 'a MAC address');
  },
};

/** `25 Gbps`, `866.7 Mbps`, also with a comma; decimal prefixes. */
export const linkSpeedText = decoder('a link speed such as 25 Gbps', (raw) => {
  const value = scalarOf(raw);
  if (typeof value !== 'string') return undefined;
  const found = /^\s*(\d+(?:[.,]\d+)?)\s*([KMGT]?)bps\s*$/i.exec(
    value.replace(/[\u00a0\u202f]/g, ' '),
  );
  if (found === null) return undefined;
  const power = ['', 'K', 'M', 'G', 'T'].indexOf((found[2] ?? '').toUpperCase());
  return Math.round(Number((found[1] ?? '').replace(',', '.')) * 1000 ** power);
});

/** A list of texts. A single text counts as a list of one, as PowerShell may collapse it. */
export const textList = decoder('a list of texts', (raw) => {
  const items = listOf(raw).map((item) => scalarOf(item));
  if (items.some((item) => typeof item === 'string' && isCutText(item))) return undefined;
  return items.flatMap((item) => (item === null || item === '' ? [] : [String(item).trim()]));
});

/** A list of GUIDs, also one that was cut to a single text with blanks between. */
export const guidList = decoder('a list of GUIDs', (raw) => {
  const guids = listOf(raw)
    .flatMap((item) => String(scalarOf(item) ?? '').split(/[\s,;]+/))
    .filter((item) => item !== '')
    .map(guidIn);
  return guids.some((one) => one === undefined) ? undefined : (guids as string[]);
});

/** `10.0`, also from a version object, whose parts that are not set are -1. */
export const version = decoder('a version such as 10.0', (raw) => {
  const inner = unwrap(raw);
  if (isJsonObject(inner)) {
    const parts = ['Major', 'Minor', 'Build', 'Revision'].map((part) =>
      scalarOf(memberOf(inner, part)),
    );
    const set = parts.filter((part): part is number => typeof part === 'number' && part >= 0);
    return set.length < 2 ? undefined : set.join('.');
  }
  const value = scalarOf(raw);
  // A number: 9.0 without its quotes has become 9.
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value);
  return typeof value === 'string' && /^\d+(?:\.\d+){1,3}$/.test(value.trim())
    ? value.trim()
    : undefined;
});

/** An enum by number, numeric text, name, or wrapper with both; always by the table of its property. */
export function enumOf<V>(from: EnumTable<V>): Decoder<V> {
  const expects = `one of ${from.rows.map(([name, number]) => `${name} (${number})`).join(', ')}`;
  return {
    expects,
    decode: (raw) => {
      const value = scalarOf(raw);
      if (value === null || value === '') return none('empty', expects);
      if (typeof value === 'boolean') return none('not-understood', expects);
      const name = wrappedName(isJsonArray(raw) ? raw[0] : raw);
      const byName = name === null ? undefined : findInEnum(from, name);
      const match = byName?.isFound === true ? byName : findInEnum(from, value);
      if (!match.isFound) return none('not-understood', expects);
      return match.value === null ? none('empty', expects) : { ok: true, value: match.value };
    },
  };
}

/** The first GUID in a text, in lower case. */
export function guidIn(value: string): string | undefined {
  return /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i.exec(value)?.[0]?.toLowerCase();
}

function wholeNumber(value: string | number | boolean | null): number | undefined {
  if (typeof value === 'boolean' || value === null) return undefined;
  const digits = typeof value === 'string' ? value.replace(/[\s\u00a0\u202f]/g, '') : value;
  if (digits === '') return undefined;
  const number = Number(digits);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
