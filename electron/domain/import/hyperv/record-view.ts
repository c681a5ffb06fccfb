import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** Where a record stands, for origins and problems. */
export interface RecordPlace {
  readonly file: string;
  readonly cmdlet: string;
  /** Position among the records of the command in the file. */
  readonly index: number;
  readonly line: number;
}

/**
 * A record of a command, read by property name in any letter case. An import holds hundreds of
 * thousands of them, so each is a list of values beside the names that it shares with the others.
 */
export class RecordView {
  readonly place: RecordPlace;
  readonly #names: PropertyNames;
  readonly #values: readonly JsonValue[];
  #prefix: string | null = null;

  /** @param values  in the order of the names */
  constructor(names: readonly string[], values: readonly JsonValue[], place: RecordPlace) {
    this.place = place;
    this.#names = sharedNames(names);
    this.#values = values;
  }

  /** @returns `undefined` when the record has no such property, `null` when it has no value */
  get(property: string): JsonValue | undefined {
    const at = this.#at(property);
    return at === undefined ? undefined : this.#values[at];
  }

  /** As the file spells it: `VMQWeight` for `VmqWeight`. */
  spelling(property: string): string {
    const at = this.#at(property);
    return at === undefined ? property : (this.#names.all[at] ?? property);
  }

  /** A text or number as text, without its wrapper; `null` when there is none. */
  text(property: string): string | null {
    const value = scalarOf(this.get(property));
    return value === null || value === '' ? null : String(value).trim();
  }

  /** `Get-VMSwitch[0].IovEnabled` */
  field(property: string): string {
    this.#prefix ??= prefixOf(this.place);
    const dot = property.indexOf('.');
    const own = this.spelling(dot < 0 ? property : property.slice(0, dot));
    // Joined by hand the text would keep its parts beside itself, for every fact of an estate.
    return [this.#prefix, own, dot < 0 ? '' : property.slice(dot)].join('');
  }

  #at(property: string): number | undefined {
    return this.#names.places.get(property) ?? this.#names.places.get(property.toLowerCase());
  }
}

/** A record whose properties are those of an object. */
export function viewOf(object: JsonObject, place: RecordPlace): RecordView {
  return new RecordView(Object.keys(object), Object.values(object), place);
}

/** One text for all facts of a record: an estate names hundreds of thousands of them. */
function prefixOf({ cmdlet, index }: RecordPlace): string {
  return ` ${cmdlet}[${index}].`.slice(1);
}

interface PropertyNames {
  readonly all: readonly string[];
  /** Name → its place; the lower-case name as well. */
  readonly places: ReadonlyMap<string, number>;
}

/**
 * The records of a file have the same properties in the same order, so their names are kept once
 * for all of them; the table depends on nothing but the names.
 */
const knownNames = new Map<string, PropertyNames>();
const MOST_KNOWN = 500;

function sharedNames(all: readonly string[]): PropertyNames {
  const key = all.join('\n');
  let names = knownNames.get(key);
  if (names === undefined) {
    // As the file spells it counts before another property that differs in letter case only.
    names = {
      all,
      places: new Map([
        ...all.map((name, at) => [name.toLowerCase(), at] as const),
        ...all.map((name, at) => [name, at] as const),
      ]),
    };
    if (MOST_KNOWN <= knownNames.size) knownNames.clear();
    knownNames.set(key, names);
  }
  return names;
}

/** What PowerShell wrapped: a value with extra members is written as `{"value": ..., ...}`. */
export function unwrap(value: JsonValue | undefined): JsonValue | undefined {
  let inner = value;
  for (
    let depth = 0;
    depth < 4 && isJsonObject(inner) && Object.hasOwn(inner, 'value');
    depth += 1
  ) {
    inner = inner.value;
  }
  return inner;
}

/** The name beside a wrapped enum number: keys that differ only in case, `{"value":2,"Value":"External"}`. */
export function wrappedName(value: JsonValue | undefined): string | null {
  if (!isJsonObject(value) || !Object.hasOwn(value, 'value')) return null;
  const name = value.Value;
  return typeof name === 'string' ? name : null;
}

/** A single value; a list of one counts as its element. */
export function scalarOf(value: JsonValue | undefined): string | number | boolean | null {
  const inner = unwrap(value);
  if (isJsonArray(inner)) return inner.length === 1 ? scalarOf(inner[0]) : null;
  return inner === undefined || isJsonObject(inner) ? null : inner;
}

/** A list; a single element that PowerShell collapsed counts as a list of one, `null` as none. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  const inner = unwrap(value);
  if (inner === undefined || inner === null) return [];
  return isJsonArray(inner) ? inner : [inner];
}

/** A property of an embedded object, in any letter case. */
export function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  const inner = unwrap(value);
  if (!isJsonObject(inner)) return undefined;
  if (Object.hasOwn(inner, name)) return inner[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(inner).find((one) => one.toLowerCase() === wanted);
  return key === undefined ? undefined : inner[key];
}

/** What `ConvertTo-Json` writes for an object that lies deeper than it was told to go. */
export function isCutText(text: string): boolean {
  return (
    /^(?:Deserialized\.)?(?:System|Microsoft)\.[\w.`]+(?:\[.*\])?$/.test(text) ||
    /^@\{.*\}$/s.test(text) ||
    /^MSFT_\w+(?: \(.*\))?$/.test(text) ||
    /^\w+ \(Name = '.*\)(?: \[\w+ = '.*'\])?$/.test(text)
  );
}
