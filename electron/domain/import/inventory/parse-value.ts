/** Values as people write them in an inventory, by the description of their field. */
import type { FieldSpec, FieldUnit } from '../../../../shared/model/field';
import { parseFieldText } from '../../../../shared/model/field-text';
import { type EnumTable, findInEnum, plainName } from '../hyperv/enums';
import { isJsonArray, type JsonValue } from '../json-value';

export type ParsedValue =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The writer says "I do not know". */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'bad'; readonly expected: string };

/**
 * `null` and the text "unknown" say that the value is not known. Where there may be none (no
 * cluster, no team), `null` says so, and "unknown" is the word for not knowing.
 * @param numbers  the enum behind a choice, so that its PowerShell numbers are understood
 */
export function parseValue(
  spec: FieldSpec,
  raw: JsonValue,
  numbers?: EnumTable<unknown>,
): ParsedValue {
  if (typeof raw === 'string' && /^\s*unknown\s*$/i.test(raw) && !hasUnknownAsValue(spec)) {
    return { kind: 'unknown' };
  }
  if (raw === null) {
    return spec.kind.startsWith('optional-') ? value(null) : { kind: 'unknown' };
  }
  switch (spec.kind) {
    case 'boolean':
      return parseBoolean(raw);
    case 'count':
    case 'amount':
      return parseNumber(spec, raw);
    case 'text':
    case 'optional-text':
      return parseText(raw);
    case 'choice':
      return parseChoice(spec.values, raw, numbers);
    case 'text-list':
    case 'optional-text-list':
      return parseList(raw, parseText, 'a list of texts');
    case 'choice-list':
      return parseList(
        raw,
        (item) => parseChoice(spec.values, item, numbers),
        `a list of ${spec.values.join(', ')}`,
      );
  }
}

/** SriovSupport has a value that is called Unknown. */
function hasUnknownAsValue(spec: FieldSpec): boolean {
  return spec.kind === 'choice' && spec.values.includes('unknown');
}

function value(parsed: unknown): ParsedValue {
  return { kind: 'value', value: parsed };
}

function bad(expected: string): ParsedValue {
  return { kind: 'bad', expected };
}

/** Numbers are refused: On is 0 and Off is 1 in some commands, and the other way round elsewhere. */
function parseBoolean(raw: JsonValue): ParsedValue {
  if (typeof raw === 'boolean') return value(raw);
  if (typeof raw !== 'string') return bad('true or false');
  if (/^\s*(?:true|yes|on|enabled)\s*$/i.test(raw)) return value(true);
  if (/^\s*(?:false|no|off|disabled)\s*$/i.test(raw)) return value(false);
  return bad('true or false');
}

function parseNumber(spec: FieldSpec, raw: JsonValue): ParsedValue {
  const unit = 'unit' in spec ? spec.unit : undefined;
  const example = exampleOf(unit);
  if (typeof raw === 'number') {
    const isFit = spec.kind === 'count' ? Number.isSafeInteger(raw) : Number.isFinite(raw);
    return isFit && 0 <= raw ? value(raw) : bad(example);
  }
  if (typeof raw !== 'string') return bad(example);
  const special = unit === 'MHz' ? megahertz(raw) : unit === 'GT/s' ? gigatransfers(raw) : null;
  if (special !== null) return value(special);
  if (unit === 'MHz' || unit === 'GT/s') return bad(example);
  const parsed = parseFieldText(spec, raw);
  return parsed.ok ? value(parsed.value) : bad(example);
}

function exampleOf(unit: FieldUnit | undefined): string {
  switch (unit) {
    case 'bytes':
      return 'a number of bytes, or a size such as "64 GB"';
    case 'bits/s':
      return 'a number of bit/s, or a rate such as "10 Gbps"';
    case 'bytes/s':
      return 'a number of bytes per second, or a rate such as "100 MB/s"';
    case 'MHz':
      return 'a number of MHz, or a clock such as "2.4 GHz"';
    case 'GT/s':
      return 'a number of GT/s, or a rate such as "8 GT/s"';
    case 'packets/s':
      return 'a number of packets per second';
    case undefined:
      return 'a number of 0 or more';
  }
}

function megahertz(text: string): number | null {
  const found = /^\s*(\d+(?:[.,]\d+)?)\s*([MG])?(?:Hz)?\s*$/i.exec(text);
  if (found === null) return null;
  const number = Number((found[1] ?? '').replace(',', '.'));
  return Math.round(number * ((found[2] ?? 'M').toUpperCase() === 'G' ? 1000 : 1));
}

function gigatransfers(text: string): number | null {
  const found = /^\s*(\d+(?:[.,]\d+)?)\s*(?:GT\/s)?\s*$/i.exec(text);
  return found === null ? null : Number((found[1] ?? '').replace(',', '.'));
}

function parseText(raw: JsonValue): ParsedValue {
  if (typeof raw === 'number') return value(String(raw));
  if (typeof raw !== 'string' || raw.trim() === '') return bad('a text');
  return value(raw.trim());
}

function parseChoice(
  values: readonly string[],
  raw: JsonValue,
  numbers: EnumTable<unknown> | undefined,
): ParsedValue {
  const expected = `one of ${values.join(', ')}`;
  if (typeof raw !== 'string' && typeof raw !== 'number') return bad(expected);
  const named = values.find((one) => plainName(one) === plainName(String(raw)));
  if (named !== undefined) return value(named);
  const match = numbers === undefined ? null : findInEnum(numbers, raw);
  return match?.isFound === true && match.value !== null ? value(match.value) : bad(expected);
}

function parseList(
  raw: JsonValue,
  parseItem: (item: JsonValue) => ParsedValue,
  expected: string,
): ParsedValue {
  // A single text stands for a list of one; an object does not.
  const items = isJsonArray(raw) ? raw : [raw];
  const parsed = items.map(parseItem);
  if (parsed.some((one) => one.kind !== 'value')) return bad(expected);
  return value(parsed.map((one) => (one.kind === 'value' ? one.value : null)));
}
