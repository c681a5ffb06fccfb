import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import type { StringPool } from '../string-pool';
import { isReadProperty } from './read-properties';
import { type RecordPlace, RecordView } from './record-view';

/** Properties that never carry a fact and can be larger than all others together. */
export const DROPPED_PROPERTIES: ReadonlySet<string> = new Set([
  'CimClass',
  'CimInstanceProperties',
  'CimSession',
  'Schema',
  'MiXml',
  'ParentSnapshot',
]);

/** Embedded objects that facts are read from; all others are left behind. */
const KEPT_OBJECTS = new Set([
  'vlansetting',
  'isolationsetting',
  'bandwidthsetting',
  'acllist',
  'extendedacllist',
  'currentcapabilities',
  'cimsystemproperties',
  'parentadapter',
  'ownernodes',
  'clusterobject',
  'version',
  'members',
  'teamnics',
]);

/** Smaller records are kept whole. */
const MANY_PROPERTIES = 24;

/** What identifies the adapter that a setting belongs to. */
const PARENT_PROPERTIES = new Set(['vmid', 'vmname', 'name', 'id', 'ismanagementos']);

/**
 * A record without what nobody reads. A deep export repeats whole adapters inside adapters and
 * whole VMs inside disks; keeping that for ten thousand records would fill the memory.
 */
export function slimRecord(
  record: JsonObject,
  place: RecordPlace,
  strings: StringPool,
): RecordView {
  const all = Object.keys(record);
  const isLarge = MANY_PROPERTIES < all.length;
  const names: string[] = [];
  const values: JsonValue[] = [];
  for (const name of all) {
    const value = record[name];
    const kept =
      value === undefined ? undefined : keptOf(name.toLowerCase(), value, isLarge, strings);
    if (kept === undefined) continue;
    names.push(strings.kept(name));
    values.push(kept);
  }
  // A list that grew has room for more; a copy has none.
  return new RecordView(names, values.slice(), place);
}

function keptOf(
  lowerName: string,
  value: JsonValue,
  isLarge: boolean,
  strings: StringPool,
): JsonValue | undefined {
  if (isLarge && !isReadProperty(lowerName)) return undefined;
  if (isPlain(value)) return plain(value, strings);
  if (!KEPT_OBJECTS.has(lowerName)) return undefined;
  return lowerName === 'parentadapter' ? parentOf(value, strings) : withoutParents(value, strings);
}

function withoutParents(value: JsonValue, strings: StringPool): JsonValue {
  if (isJsonArray(value)) return value.map((item) => withoutParents(item, strings));
  if (!isJsonObject(value)) return plain(value, strings);
  return pick(value, (name, inner) =>
    name === 'parentadapter' || !isPlain(inner) ? undefined : plain(inner, strings),
  );
}

function parentOf(value: JsonValue, strings: StringPool): JsonValue | undefined {
  if (!isJsonObject(value)) return undefined;
  return pick(value, (name, inner) =>
    PARENT_PROPERTIES.has(name) && isPlain(inner) ? plain(inner, strings) : undefined,
  );
}

function pick(
  from: JsonObject,
  choose: (lowerName: string, value: JsonValue) => JsonValue | undefined,
): JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const name of Object.keys(from)) {
    const value = from[name];
    const chosen = value === undefined ? undefined : choose(name.toLowerCase(), value);
    if (chosen !== undefined) kept[name] = chosen;
  }
  return kept;
}

/** The same value with texts of its own. */
function plain(value: JsonValue, strings: StringPool): JsonValue {
  if (typeof value === 'string') return strings.kept(value);
  if (isJsonArray(value)) return value.map((item) => plain(item, strings));
  if (!isJsonObject(value) || value.value === undefined) return value;
  const { value: inner, Value: name } = value;
  // A wrapped value: of its other members only the name of an enum is read.
  const own = plain(inner, strings);
  return typeof name === 'string' ? { value: own, Value: strings.kept(name) } : own;
}

/** A scalar, a wrapped scalar, or a list of these. */
function isPlain(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.every((item) => !isJsonArray(item) && isPlain(item));
  return !isJsonObject(value) || Object.hasOwn(value, 'value');
}
