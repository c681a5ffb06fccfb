/** Values of facts as people read and type them. */
import { formatBitRate, formatBytes, formatNumber } from '../format/quantity';
import type { FieldSpec } from './field';

/** A value in words and with its unit: "yes", "10 Gbit/s", "none". */
export function fieldText(spec: FieldSpec, value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberText(spec, value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return String(value);
}

export type ParsedText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly expected: string };

/** Reads what a person typed for a field; says what would have been understood. */
export function parseFieldText(spec: FieldSpec, text: string): ParsedText {
  const trimmed = text.trim();
  switch (spec.kind) {
    case 'boolean':
      return parseBoolean(trimmed);
    case 'count':
    case 'amount':
      return parseNumber(spec, trimmed);
    case 'text':
      return trimmed === '' ? expected('a text') : { ok: true, value: trimmed };
    case 'optional-text':
      return { ok: true, value: isNone(trimmed) ? null : trimmed };
    case 'choice':
      return spec.values.includes(trimmed.toLowerCase())
        ? { ok: true, value: trimmed.toLowerCase() }
        : expected(`one of ${spec.values.join(', ')}`);
    case 'text-list':
      return { ok: true, value: listOf(trimmed) };
    case 'optional-text-list':
      return { ok: true, value: isNone(trimmed) ? null : listOf(trimmed) };
    case 'choice-list': {
      const list = listOf(trimmed.toLowerCase());
      return list.every((item) => spec.values.includes(item))
        ? { ok: true, value: list }
        : expected(`a list of ${spec.values.join(', ')}`);
    }
  }
}

function numberText(spec: FieldSpec, value: number): string {
  const unit = 'unit' in spec ? spec.unit : undefined;
  if (unit === 'bits/s') return formatBitRate(value);
  if (unit === 'bytes') return formatBytes(value);
  if (unit === 'bytes/s') return `${formatBytes(value)}/s`;
  if ('plain' in spec && spec.plain) return String(value);
  return unit === undefined ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

function parseBoolean(text: string): ParsedText {
  if (/^(yes|on|true|enabled|1)$/i.test(text)) return { ok: true, value: true };
  if (/^(no|off|false|disabled|0)$/i.test(text)) return { ok: true, value: false };
  return expected('yes or no');
}

const DECIMAL: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };
const BINARY: Readonly<Record<string, number>> = {
  '': 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  t: 1024 ** 4,
};

function parseNumber(spec: FieldSpec, text: string): ParsedText {
  const unit = 'unit' in spec ? spec.unit : undefined;
  const example =
    unit === 'bits/s'
      ? 'a rate such as 10 Gbit/s'
      : unit === 'bytes'
        ? 'a size such as 64 GB'
        : 'a number';
  const match = /^(\d[\d\s.,']*?)\s*([kmgt]?)(?:i?b|bit|bits|bps|hz|t)?(?:\/s)?$/i.exec(
    withoutUnit(text, unit),
  );
  if (!match) return expected(example);
  const digits = (match[1] ?? '')
    .replace(/[\s']/g, '')
    .replace(/,(?=\d{3}\b)/g, '')
    .replace(',', '.');
  const factors = unit === 'bytes' || unit === 'bytes/s' ? BINARY : DECIMAL;
  const value = Number(digits) * (factors[(match[2] ?? '').toLowerCase()] ?? Number.NaN);
  if (!Number.isFinite(value)) return expected(example);
  if (spec.kind === 'count' && !Number.isSafeInteger(value)) return expected(`${example}, whole`);
  return { ok: true, value };
}

/** "2400 MHz" and "8 GT/s" are numbers in that very unit: the letter before it is no factor. */
function withoutUnit(text: string, unit: string | undefined): string {
  if (unit !== 'MHz' && unit !== 'GT/s' && unit !== 'packets/s') return text;
  return text.toLowerCase().endsWith(unit.toLowerCase())
    ? text.slice(0, -unit.length).trim()
    : text;
}

function isNone(text: string): boolean {
  return text === '' || /^none$/i.test(text);
}

function listOf(text: string): string[] {
  if (isNone(text)) return [];
  return text
    .split(/[,;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function expected(what: string): ParsedText {
  return { ok: false, expected: what };
}
