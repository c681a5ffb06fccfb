/** A JSON document with its texts replaced; numbers, ticks and the shape stay. */
import { anonymiseText } from './anonymise-text';
import type { Pseudonyms } from './pseudonyms';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const NO_PROPERTIES: ReadonlySet<string> = new Set();
/** Deeper than any export goes. */
const DEEPEST = 200;

/** @throws SyntaxError when the text is no whole JSON document; RangeError when it is nested too deep */
export function anonymiseJson(text: string, names: Pseudonyms): string {
  const document = JSON.parse(text) as Json;
  return `${JSON.stringify(replacedIn(document, '', NO_PROPERTIES, names, 0), null, 2)}\n`;
}

function replacedIn(
  value: Json,
  property: string,
  among: ReadonlySet<string>,
  names: Pseudonyms,
  depth: number,
): Json {
  if (DEEPEST < depth) throw new RangeError('the document is nested too deep');
  if (typeof value === 'string') return anonymiseText(value, property, among, names);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    return value.map((one: Json) => replacedIn(one, property, among, names, depth + 1));
  }
  const record = value as { readonly [key: string]: Json };
  const properties = new Set(Object.keys(record).map((key) => key.toLowerCase()));
  return Object.fromEntries(
    Object.entries(record).map(([key, one]) => [
      keyOf(key, names),
      // PowerShell 5.1 writes a list as { "value": [...], "Count": 2 }.
      replacedIn(one, key === 'value' ? property : key, properties, names, depth + 1),
    ]),
  );
}

/** A key is the name of a property; one that is no such word is somebody's name. */
function keyOf(key: string, names: Pseudonyms): string {
  return /^[*$]?[a-z][\w -]{0,62}$/i.test(key) ? key : names.name(key);
}
