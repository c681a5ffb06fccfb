import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json-value';

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

/** What identifies the adapter that a setting belongs to. */
const PARENT_PROPERTIES = new Set(['vmid', 'vmname', 'name', 'id', 'ismanagementos']);

/**
 * A record without what nobody reads. A deep export repeats whole adapters inside adapters and
 * whole VMs inside disks; keeping that for ten thousand records would fill the memory.
 */
export function slimRecord(record: JsonObject): JsonObject {
  return pick(record, (name, value) => {
    if (isPlain(value)) return value;
    if (!KEPT_OBJECTS.has(name)) return undefined;
    return name === 'parentadapter' ? parentOf(value) : withoutParents(value);
  });
}

function withoutParents(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(withoutParents);
  if (!isJsonObject(value)) return value;
  return pick(value, (name, inner) =>
    name === 'parentadapter' ? undefined : isPlain(inner) ? inner : undefined,
  );
}

function parentOf(value: JsonValue): JsonValue | undefined {
  if (!isJsonObject(value)) return undefined;
  return pick(value, (name, inner) =>
    PARENT_PROPERTIES.has(name) && isPlain(inner) ? inner : undefined,
  );
}

function pick(
  from: JsonObject,
  choose: (lowerName: string, value: JsonValue) => JsonValue | undefined,
): JsonObject {
  const names = Object.keys(from);
  const isKeptWhole = names.every((name) => {
    const value = from[name];
    return value !== undefined && choose(name.toLowerCase(), value) === value;
  });
  // Most records hold nothing but what is kept.
  if (isKeptWhole) return from;
  const kept: Record<string, JsonValue> = {};
  for (const name of names) {
    const value = from[name];
    const chosen = value === undefined ? undefined : choose(name.toLowerCase(), value);
    if (chosen !== undefined) kept[name] = chosen;
  }
  return kept;
}

/** A scalar, a wrapped scalar, or a list of these. */
function isPlain(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.every((item) => !isJsonArray(item) && isPlain(item));
  return !isJsonObject(value) || Object.hasOwn(value, 'value');
}
