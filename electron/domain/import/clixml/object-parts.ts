/** What an `Obj` element has been found to hold, and what value that makes. */
import { cmdletNamed } from '../hyperv/cmdlets';
import { isJsonArray, isJsonObject, type JsonValue } from '../json-value';

export type Members = Record<string, JsonValue>;

export interface ObjectParts {
  readonly refId: string | null;
  /** Handed out whole, not put into a parent. */
  readonly isRecord: boolean;
  /** The key of the table that the record's list stands under. */
  readonly key: string | null;
  /** Names of its class and the classes that it extends, the most particular first. */
  types: readonly string[];
  text: string | null;
  members: Members | null;
  list: JsonValue[] | null;
  isTable: boolean;
  primitive: JsonValue | undefined;
}

/** Members of an object that a reference brings back. */
const MOST_REFERENCED_MEMBERS = 24;
/** What identifies an object that others refer to. */
const IDENTITY = ['Name', 'Id', 'VMId', 'VMName', 'IsManagementOs', 'ComputerName'];

export function putMember(members: Members, name: string, value: JsonValue): void {
  // The one key with which a file could reach beyond its own objects; no command prints it.
  if (name !== '__proto__') members[name] = value;
}

/** The value in the shape in which `ConvertTo-Json` writes one of its kind. */
export function valueOfParts({ types, list, members, primitive, text }: ObjectParts): JsonValue {
  if (primitive !== undefined) {
    const isEnum = types.some((type) => /^(?:Deserialized\.)*System\.Enum$/.test(type));
    if (isEnum && text !== null) return { value: primitive, Value: text };
    return members === null ? primitive : { ...members, value: primitive };
  }
  if (list !== null) return list;
  if (members !== null) return members;
  return text ?? {};
}

/** Whether an object at the top was only there to hold records, which were handed out already. */
export function wasHolder(object: ObjectParts): boolean {
  if (object.list !== null && object.primitive === undefined) return object.list.length === 0;
  const members = Object.entries(object.members ?? {});
  return (
    (object.isTable || isBag(object)) &&
    members.length > 0 &&
    members.every(
      ([name, value]) => cmdletNamed(name) !== null && isJsonArray(value) && value.length === 0,
    )
  );
}

/** Made by hand with `[pscustomobject]`, not selected from the properties of something else. */
export function isBag(object: ObjectParts | null): boolean {
  return object?.types[0] === 'System.Management.Automation.PSCustomObject';
}

/** What is kept of an object for those that refer to it later. */
export function referenced(object: ObjectParts, value: JsonValue): JsonValue {
  if (object.isRecord) return identityOf(value);
  if (!isJsonObject(value) || Object.hasOwn(value, 'value')) return value;
  const members = Object.entries(value);
  if (members.length > MOST_REFERENCED_MEMBERS) return identityOf(value);
  return Object.fromEntries(members.filter(([, member]) => typeof member !== 'object'));
}

function identityOf(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return isJsonArray(value) ? [] : value;
  const kept: Members = {};
  for (const name of IDENTITY) {
    const member = value[name];
    if (member !== undefined && !isJsonObject(member) && !isJsonArray(member)) kept[name] = member;
  }
  return kept;
}

/** A hidden member of CIM objects names the computer; its other contents are bulky. */
export function serverOf(metadata: JsonValue): string | null {
  const last = isJsonArray(metadata) ? metadata.at(-1) : metadata;
  if (!isJsonObject(last)) return null;
  const { ServerName: server } = last;
  return typeof server === 'string' && server !== '' ? server : null;
}
