/** The elements of CLIXML that hold one value, and what becomes of it. */
import type { JsonValue } from '../json-value';

const WHOLE = new Set(['By', 'SB', 'I16', 'U16', 'I32', 'U32', 'I64', 'U64', 'C']);
const FRACTIONS = new Set(['Sg', 'Db', 'D']);
const TEXTS = new Set(['S', 'G', 'DT', 'TS', 'Version', 'URI', 'BA', 'XD', 'SBK', 'SS']);

export function isPrimitive(tag: string): boolean {
  return TEXTS.has(tag) || WHOLE.has(tag) || tag === 'B' || tag === 'Nil' || FRACTIONS.has(tag);
}

/**
 * @returns `undefined` when the text is no value of that type. Whole numbers that a double cannot
 *     hold stay text, as with JSON.
 */
export function primitiveValue(tag: string, text: string): JsonValue | undefined {
  if (TEXTS.has(tag)) return text;
  const trimmed = text.trim();
  if (tag === 'Nil') return trimmed === '' ? null : undefined;
  if (tag === 'B') {
    const lower = trimmed.toLowerCase();
    return lower === 'true' ? true : lower === 'false' ? false : undefined;
  }
  if (WHOLE.has(tag)) {
    if (!/^[-+]?\d{1,20}$/.test(trimmed)) return undefined;
    const number = Number(trimmed);
    return Number.isSafeInteger(number) ? number : trimmed;
  }
  // .NET writes INF, -INF and NaN, which no fact can be.
  const number = Number(trimmed);
  return trimmed === '' ? undefined : Number.isFinite(number) ? number : trimmed;
}
