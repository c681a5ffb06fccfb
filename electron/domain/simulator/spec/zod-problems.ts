/** What zod finds, told as problems of a specification. */
import type { z } from 'zod';
import { isJsonArray, isJsonObject, type JsonValue } from '../../import/json-value';
import { suggestion } from '../../nearest-word';
import { KNOWN_KEYS_BREAK } from './key';
import { type Path, type SpecificationProblem, unknownKey, wrongValue } from './problem';

type Issue = z.core.$ZodIssue;

/**
 * @param value  what was checked
 * @param at     where it stands in the document
 */
export function problemsOf(
  issues: readonly Issue[],
  value: JsonValue,
  at: Path,
): SpecificationProblem[] {
  return issues.flatMap((issue) => {
    const inside = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const path = [...at, ...inside];
    const found = valueAt(value, inside);
    switch (issue.code) {
      case 'unrecognized_keys': {
        const known = issue.message.split(KNOWN_KEYS_BREAK);
        return issue.keys.map((key) => unknownKey([...path, key], known));
      }
      case 'invalid_union':
        return unionProblems(issue.errors, issue.message, found, path);
      default:
        return [wrongValue(path, found, issue.message)];
    }
  });
}

/** Of the branch that was meant, when that is plain; else that none of them is here. */
function unionProblems(
  branches: readonly (readonly Issue[])[],
  takes: string,
  found: JsonValue | undefined,
  path: Path,
): SpecificationProblem[] {
  if (found === undefined) return [wrongValue(path, found, takes)];
  const meant = branches.filter((issues) => isMeant(issues, found));
  const [best] = meant.toSorted((a, b) => strangeKeys(a).length - strangeKeys(b).length);
  if (best !== undefined) return problemsOf(best, found, path);
  const wrong = wrongValue(path, found, takes);
  if (!isJsonObject(found)) return [wrong];
  const forms = branches.flatMap((issues) => missingKeys(issues, found));
  const near = Object.keys(found).flatMap((key) => suggestion(key, forms) ?? []);
  const [form] = near;
  return [
    form === undefined ? wrong : { ...wrong, message: `${wrong.message}; did you mean “${form}”?` },
  ];
}

/** Of the right kind of value, and with the keys that the branch must have. */
function isMeant(issues: readonly Issue[], found: JsonValue): boolean {
  const isOtherKind = issues.some(
    ({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'),
  );
  return !isOtherKind && missingKeys(issues, found).length === 0;
}

function missingKeys(issues: readonly Issue[], found: JsonValue): string[] {
  return issues.flatMap(({ path }) => {
    const [key, ...deeper] = path;
    const isMissing =
      deeper.length === 0 && key !== undefined && valueAt(found, [String(key)]) === undefined;
    return isMissing ? [String(key)] : [];
  });
}

function strangeKeys(issues: readonly Issue[]): readonly string[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
}

function valueAt(value: JsonValue | undefined, path: Path): JsonValue | undefined {
  let here = value;
  for (const step of path) {
    if (isJsonArray(here)) here = here[Number(step)];
    else if (isJsonObject(here)) here = Object.hasOwn(here, step) ? here[step] : undefined;
    else return undefined;
  }
  return here;
}
