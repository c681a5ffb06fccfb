/**
 * Prints values as `ConvertTo-Json` does: Windows PowerShell 5.1 with four blanks below the opening
 * brace, two blanks after the colon and CRLF; PowerShell 7 with two blanks. What lies deeper than
 * `depth` is one text, as in the original.
 */
import { Duration, Enum, Settings, Time, Version } from './powershell-values.mjs';

/**
 * What came down the pipeline: none prints nothing, one an object, several an array.
 * @param {readonly unknown[]} records
 * @param {import('./types').PrintOptions} options
 */
export function convertToJson(records, options) {
  if (records.length === 0) return '';
  return printJson(records.length === 1 ? records[0] : records, options);
}

/**
 * One value, printed without the unrolling of the pipeline.
 * @param {unknown} value
 * @param {import('./types').PrintOptions} options
 */
export function printJson(value, options) {
  const plain = simplify(value, 0, options);
  return options.edition === '5.1' ? print51(plain, 0) : print7(plain, 0);
}

/** Text that is printed without the escaping of strings. */
class Raw {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/**
 * Turns .NET values into what JSON has, and cuts at the depth. The root is level 0.
 * @param {unknown} value
 * @param {number} level
 * @param {import('./types').PrintOptions} options
 * @returns {unknown}
 */
function simplify(value, level, options) {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Enum) return options.enumsAsStrings === true ? value.name : value.number;
  if (value instanceof Time) {
    return options.edition === '5.1' ? new Raw(`"\\/Date(${value.milliseconds})\\/"`) : value.iso;
  }
  if (options.depth < level) return textOf(value);
  if (value instanceof Version) return partsOfVersion(value);
  if (value instanceof Duration) return partsOfDuration(value);
  if (Array.isArray(value)) return value.map((one) => simplify(one, level + 1, options));
  const properties = value instanceof Settings ? value.properties : value;
  return Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, simplify(one, level + 1, options)]),
  );
}

/**
 * What stands for a value that is cut: a list joins its texts, an object has its own.
 * @param {unknown} value
 * @returns {string}
 */
function textOf(value) {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  if (value instanceof Enum) return value.name;
  if (value instanceof Duration) return textOfDuration(value);
  if (value instanceof Version || value instanceof Settings) return value.text;
  const pairs = Object.entries(value).map(([name, one]) => `${name}=${textOf(one)}`);
  return `@{${pairs.join('; ')}}`;
}

/**
 * @param {unknown} value
 * @param {number} column  where its first character stands
 * @returns {string}
 */
function print51(value, column) {
  if (Array.isArray(value)) {
    const members = value.map((one) => print51(one, column + 4));
    return block51('[', ']', members, column);
  }
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, one]) => {
      const label = `${string51(name)}:  `;
      return label + print51(one, column + 4 + label.length);
    });
    return block51('{', '}', members, column);
  }
  return typeof value === 'string' ? string51(value) : scalar(value);
}

/**
 * An empty list has a blank line between its brackets.
 * @param {string} open
 * @param {string} close
 * @param {readonly string[]} members
 * @param {number} column
 */
function block51(open, close, members, column) {
  const inner = ' '.repeat(column + 4);
  const body = members.map((one) => inner + one).join(',\r\n');
  return `${open}\r\n${body}\r\n${' '.repeat(column)}${close}`;
}

/** @param {string} text */
function string51(text) {
  return JSON.stringify(text).replace(
    /['<>&\u0085\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * @param {unknown} value
 * @param {number} column  where its line begins
 * @returns {string}
 */
function print7(value, column) {
  const inner = ' '.repeat(column + 2);
  const end = `\r\n${' '.repeat(column)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\r\n${value.map((one) => inner + print7(one, column + 2)).join(',\r\n')}${end}]`;
  }
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([name, one]) => `${inner}${JSON.stringify(name)}: ${print7(one, column + 2)}`,
    );
    return members.length === 0 ? '{}' : `{\r\n${members.join(',\r\n')}${end}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : scalar(value);
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isObject(value) {
  return value !== null && typeof value === 'object' && !(value instanceof Raw);
}

/** @param {unknown} value */
function scalar(value) {
  if (value instanceof Raw) return value.text;
  if (value === undefined) throw new Error('a property without value');
  return String(value);
}

/** @param {Version} version */
function partsOfVersion({ text }) {
  const [major = 0, minor = 0, build = -1, revision = -1] = text.split('.').map(Number);
  return {
    Major: major,
    Minor: minor,
    Build: build,
    Revision: revision,
    MajorRevision: -1,
    MinorRevision: -1,
  };
}

/** @param {Duration} duration */
function partsOfDuration({ seconds }) {
  return {
    Ticks: seconds * 10_000_000,
    Days: Math.floor(seconds / 86400),
    Hours: Math.floor((seconds % 86400) / 3600),
    Milliseconds: 0,
    Minutes: Math.floor((seconds % 3600) / 60),
    Seconds: seconds % 60,
    TotalDays: seconds / 86400,
    TotalHours: seconds / 3600,
    TotalMilliseconds: seconds * 1000,
    TotalMinutes: seconds / 60,
    TotalSeconds: seconds,
  };
}

/**
 * `1.02:03:04`, as .NET writes it in every language.
 * @param {Duration} duration
 */
export function textOfDuration(duration) {
  const { Days, Hours, Minutes, Seconds } = partsOfDuration(duration);
  const clock = [Hours, Minutes, Seconds].map((part) => String(part).padStart(2, '0')).join(':');
  return Days === 0 ? clock : `${Days}.${clock}`;
}
