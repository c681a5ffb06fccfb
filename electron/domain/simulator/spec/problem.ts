import { type JsonValue, shortText } from '../../import/json-value';
import { suggestion } from '../../nearest-word';

/** Something in a specification that cannot be run as it stands. */
export interface SpecificationProblem {
  /** JSON Pointer (RFC 6901): `/flows/in/route/0`; the whole document is the empty text. */
  readonly path: string;
  readonly found: string;
  /** What would be right there, with unit and range. */
  readonly expected: string;
  /** For people, without the path. */
  readonly message: string;
}

export type Path = readonly (string | number)[];

export function pointerTo(path: Path): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** A value that is not what it should be; left out, when it is undefined. */
export function wrongValue(
  path: Path,
  found: JsonValue | undefined,
  expected: string,
): SpecificationProblem {
  const message =
    found === undefined
      ? `nothing stands here; expected ${expected}`
      : `${quoted(found)} stands here; expected ${expected}`;
  return { path: pointerTo(path), found: shortText(found), expected, message };
}

export function unknownKey(path: Path, known: readonly string[]): SpecificationProblem {
  const key = String(path.at(-1));
  const meant = suggestion(key, known);
  return {
    path: pointerTo(path),
    found: shortText(key),
    expected: meant ?? known.join(', '),
    message:
      meant === null
        ? `there is no key “${shortText(key)}” here; the keys are ${known.join(', ')}`
        : `there is no key “${shortText(key)}” here; did you mean “${meant}”?`,
  };
}

/** A name that nothing has. */
export function unknownName(
  path: Path,
  name: string,
  what: string,
  names: readonly string[],
): SpecificationProblem {
  const meant = suggestion(name, names);
  const there =
    names.length === 0
      ? 'none is listed'
      : meant === null
        ? `there are ${shortList(names)}`
        : `did you mean “${meant}”?`;
  return {
    path: pointerTo(path),
    found: shortText(name),
    expected: meant ?? `the name of a ${what}`,
    message: `there is no ${what} “${shortText(name)}”; ${there}`,
  };
}

/** Something that is well written and cannot be. */
export function impossible(
  path: Path,
  found: string,
  expected: string,
  message: string,
): SpecificationProblem {
  return { path: pointerTo(path), found, expected, message };
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `“${shortText(name)}”`);
  const rest = names.length - shown.length;
  return `${shown.join(', ')}${0 < rest ? ` and ${rest} more` : ''}`;
}

function quoted(value: JsonValue): string {
  return typeof value === 'string' ? `“${shortText(value)}”` : shortText(value);
}
