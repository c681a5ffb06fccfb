/** Which values a sweep puts where: `/flows/in/arrivals/packets_per_s=100000..1900000/10`. */
import { isJsonArray, type JsonValue } from '../../import/json-value';
import { stepsOf } from './json-pointer';

export interface Vary {
  /** As it was written. */
  readonly pointer: string;
  readonly steps: readonly string[];
  readonly values: readonly JsonValue[];
}

export const GREATEST_RUNS = 10_000;

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const RANGE = new RegExp(String.raw`^(${NUMBER})\.\.(${NUMBER})(?:\/(\d+))?$`);

/** @returns what is wrong with the text, in words */
export function parseVary(text: string): Vary | string {
  const { pointer, rest } = parted(text);
  const steps = stepsOf(pointer);
  if (steps === null || rest === null) {
    return `“${text}” is not POINTER=VALUES, such as /flows/in/arrivals/packets_per_s=100000..1000000/10`;
  }
  const values = valuesOf(rest);
  return typeof values === 'string' ? values : { pointer, steps, values };
}

export interface VaryMost {
  readonly pointer: string;
  readonly steps: readonly string[];
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** A pointer, with or without the range to look in. */
export function parseMost(text: string): VaryMost | string {
  const { pointer, rest } = parted(text);
  const steps = stepsOf(pointer);
  const [, from, to, count] = rest === null ? [] : (RANGE.exec(rest) ?? []);
  if (steps === null || count !== undefined || (rest !== null && from === undefined)) {
    return `“${text}” is not POINTER or POINTER=FROM..TO, such as /flows/in/arrivals/packets_per_s=100000..2000000`;
  }
  if (from === undefined) return { pointer, steps, range: null };
  const range = { from: Number(from), to: Number(to) };
  return range.from < range.to ? { pointer, steps, range } : `${rest} does not rise`;
}

/** Keys may hold an equals sign, values may not. */
function parted(text: string): { readonly pointer: string; readonly rest: string | null } {
  const at = text.lastIndexOf('=');
  return at < 0
    ? { pointer: text, rest: null }
    : { pointer: text.slice(0, at).trim(), rest: text.slice(at + 1).trim() };
}

function valuesOf(text: string): readonly JsonValue[] | string {
  const [, from, to, count] = RANGE.exec(text) ?? [];
  if (from !== undefined) {
    const number = Number(count ?? '');
    if (count === undefined || number < 2 || GREATEST_RUNS < number) {
      return `${text} lacks the number of values, from 2 to ${GREATEST_RUNS}: ${from}..${to}/10`;
    }
    const step = (Number(to) - Number(from)) / (number - 1);
    // Steps of a third show no more digits than anybody asked for.
    return Array.from({ length: number }, (_, at) =>
      at === number - 1 ? Number(to) : Number((Number(from) + at * step).toPrecision(12)),
    );
  }
  if (text === '') return 'no value is given';
  const list = wordOf(text);
  if (isJsonArray(list)) return list.length === 0 ? 'no value is given' : list;
  return text.split(',').map((one) => wordOf(one.trim()));
}

/** What JSON makes of it; a word without quotes is a text. */
function wordOf(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // Not JSON, and so a word as it stands.
    return text;
  }
}

/** Every value of the first with every value of the others. */
export function combinations(varied: readonly Vary[]): readonly (readonly JsonValue[])[] {
  return varied.reduce<readonly (readonly JsonValue[])[]>(
    (sofar, { values }) => sofar.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
}
