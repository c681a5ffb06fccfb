/** Places in a document, by JSON Pointer (RFC 6901). */
import { isJsonArray, isJsonObject, type JsonValue } from '../../import/json-value';

/** @returns null when it is no pointer: it begins with a slash, and `~` stands only as `~0` or `~1` */
export function stepsOf(pointer: string): readonly string[] | null {
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Undefined when nothing stands there. */
export function valueAt(document: JsonValue, steps: readonly string[]): JsonValue | undefined {
  let here: JsonValue | undefined = document;
  for (const step of steps) {
    if (isJsonArray(here)) here = /^(?:0|[1-9]\d*)$/.test(step) ? here[Number(step)] : undefined;
    else if (isJsonObject(here)) here = Object.hasOwn(here, step) ? here[step] : undefined;
    else return undefined;
  }
  return here;
}

/**
 * A copy with another value there. The last key of an object may be new.
 * @returns undefined when there is no such place
 */
export function withValueAt(
  document: JsonValue,
  [step, ...deeper]: readonly string[],
  value: JsonValue,
): JsonValue | undefined {
  if (step === undefined) return value;
  const below = valueAt(document, [step]);
  if (below === undefined && (0 < deeper.length || !isJsonObject(document))) return undefined;
  const changed = below === undefined ? value : withValueAt(below, deeper, value);
  if (changed === undefined) return undefined;
  if (isJsonArray(document)) return document.with(Number(step), changed);
  if (!isJsonObject(document)) return undefined;
  // In its own place: the order of parts is that of their numbers in the network.
  const entries = Object.entries(document);
  return Object.fromEntries(
    below === undefined
      ? [...entries, [step, changed]]
      : entries.map(([key, old]) => [key, key === step ? changed : old]),
  );
}
