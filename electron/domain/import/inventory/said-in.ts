/** What an object of an inventory says, property by property, in the words and forms of the format. */
import type { RecordKind } from '../../../../shared/model/estate';
import { bareWord } from '../../nearest-word';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { isGroup, unitOf } from './other-words';
import { formatWord } from './vocabulary';

export interface Said {
  /** As the file writes it, for its place: `vlanSetting.OperationMode`. */
  readonly key: string;
  /** The word of the format; `null` when it has none for the key. */
  readonly word: string | null;
  readonly value: JsonValue;
  /** Whether the file uses that word itself: it counts before any other word for the same. */
  readonly isOwn: boolean;
}

/** All that is said, other words first, so that the words of the format have the last word. */
export function saidIn(kind: RecordKind, raw: JsonObject): readonly Said[] {
  const said = entriesOf(raw).flatMap(([key, name, value]) => sayings(kind, key, name, value, raw));
  return [...said.filter(({ isOwn }) => !isOwn), ...said.filter(({ isOwn }) => isOwn)];
}

/** With what stands in the objects that PowerShell prints for some settings. */
function entriesOf(raw: JsonObject): readonly (readonly [string, string, JsonValue])[] {
  return Object.entries(raw).flatMap(([key, value]) =>
    isGroup(key) && isJsonObject(value)
      ? Object.entries(value).map(([name, inner]) => [`${key}.${name}`, name, inner] as const)
      : [[key, key, value] as const],
  );
}

function sayings(
  kind: RecordKind,
  key: string,
  name: string,
  value: JsonValue,
  raw: JsonObject,
): readonly Said[] {
  const word = wordFor(kind, name, raw);
  if (word === null) {
    const withUnit = typeof value === 'number' ? unitOf(name) : null;
    const bare = withUnit === null ? null : wordFor(kind, withUnit.word, raw);
    return bare === null || withUnit === null
      ? [{ key, word: null, value, isOwn: false }]
      : [{ key, word: bare, value: `${value} ${withUnit.unit}`, isOwn: false }];
  }
  const isOwn = word.toLowerCase() === name.toLowerCase();
  const said = { key, word, isOwn };
  if (word === 'enabledExtensions') return extensions(said, value);
  const plain = inForm(`${kind}.${word}`, value);
  return plain === undefined ? [] : [{ ...said, value: plain }];
}

function wordFor(kind: RecordKind, name: string, raw: JsonObject): string | null {
  const word = formatWord(kind, name);
  if (word !== null) return word;
  // Get-NetAdapterSriov and Get-NetAdapterVmq both print Enabled; its company tells which it is.
  if (kind === 'adapter' && bareWord(name) === 'enabled') {
    const beside = Object.keys(raw).map(bareWord);
    if (beside.includes('sriovsupport') || beside.includes('numvfs')) return 'sriovEnabled';
    if (beside.includes('numberofreceivequeues')) return 'vmqEnabled';
  }
  return null;
}

/** Extensions as PowerShell prints them tell their type; those that are not enabled do nothing. */
function extensions(said: Omit<Said, 'value'>, value: JsonValue): readonly Said[] {
  const items = (isJsonArray(value) ? value : [value]).filter(isJsonObject);
  if (items.length === 0) return [{ ...said, value }];
  const enabled = items.filter((item) => valueIn(item, 'enabled') !== false);
  const forwarding = enabled.filter((item) =>
    /forward/i.test(String(valueIn(item, 'extensiontype') ?? valueIn(item, 'type'))),
  );
  const names = (list: readonly JsonObject[]) => list.map((item) => valueIn(item, 'name') ?? null);
  return [
    { ...said, value: names(enabled) },
    { ...said, word: 'forwardingExtensions', value: names(forwarding) },
  ];
}

/** How values may be written besides the form of their field; `undefined`: nothing is said by it. */
const FORMS: Readonly<Record<string, (value: JsonValue) => JsonValue | undefined>> = {
  'vnic.iovWeight': weight,
  'vnic.vmqWeight': weight,
  'vnic.aclActions': (value) => listOf(value, 'action'),
  'vnic.extendedAclCount': (value) => (isJsonArray(value) ? value.length : value),
  'vm.dvdImages': (value) => listOf(value, 'path'),
  'vm.diskPaths': (value) => listOf(value, 'path'),
  'vm.assignedDevices': (value) => listOf(value, 'locationpath', 'instanceid', 'name'),
  'vm.state': (value) => (typeof value === 'string' ? (STATES[bareWord(value)] ?? value) : value),
  'switch.adapters': (value) => listOf(value, 'name'),
  // That a switch is no embedded team leaves open whether it is on another one.
  'switch.teaming': (value) => (typeof value === 'boolean' ? (value ? 'set' : undefined) : value),
  'adapter.lbfoTeam': (value) =>
    typeof value === 'boolean' ? (value ? 'LBFO team' : null) : value,
  'adapter.sriovSupport': (value) => (value === true ? 'supported' : value),
};

const STATES: Readonly<Record<string, string>> = {
  stopped: 'off',
  shutdown: 'off',
  poweredoff: 'off',
  started: 'running',
  on: 'running',
  poweredon: 'running',
};

function inForm(field: string, value: JsonValue): JsonValue | undefined {
  const form = FORMS[field];
  return form === undefined ? value : form(value);
}

/** The check box of Hyper-V Manager sets a weight of 100. */
function weight(value: JsonValue): JsonValue {
  if (
    value === true ||
    (typeof value === 'string' && /^\s*(?:on|true|yes|enabled)\s*$/i.test(value))
  )
    return 100;
  if (
    value === false ||
    (typeof value === 'string' && /^\s*(?:off|false|no|disabled)\s*$/i.test(value))
  )
    return 0;
  return value;
}

/** Objects in a list stand for one of their properties; what has none of them stays. */
function listOf(value: JsonValue, ...properties: readonly string[]): JsonValue {
  if (!isJsonArray(value)) return isJsonObject(value) ? listOf([value], ...properties) : value;
  return value.flatMap((item) => {
    if (!isJsonObject(item)) return [item];
    const found = properties.map((name) => valueIn(item, name)).find((one) => one !== undefined);
    // An empty drive has a path of null.
    return found === null ? [] : [found ?? item];
  });
}

function valueIn(object: JsonObject, name: string): JsonValue | undefined {
  return Object.entries(object).find(([key]) => bareWord(key) === name)?.[1];
}
