/** The records of inventories before anything is assumed: names, nesting, and what is written. */
import type { RecordKind } from '../../../../shared/model/estate';
import { shortHostName } from '../hyperv/host-name';
import type { JsonValue } from '../json-value';
import type { ProblemLog } from '../problems';
import type { InventoryDocument } from './inventory-document';
import {
  type InventoryRecord,
  nestedItems,
  noteUnknownRootKeys,
  readRecord,
  textShorthand,
} from './read-record';
import { ROOT_KEYS } from './vocabulary';

export interface NamedRecord {
  readonly name: string;
  readonly record: InventoryRecord;
}
export interface HostEntry extends NamedRecord {
  readonly adapters: readonly NamedRecord[];
  readonly switches: readonly NamedRecord[];
  /** False when the file does not speak of switches. */
  readonly speaksOfSwitches: boolean;
}
export interface VmEntry extends NamedRecord {
  readonly guid: string | null;
  /** As the file names it; `null` when it does not. */
  readonly hostName: string | null;
  readonly vnics: readonly NamedRecord[];
  readonly speaksOfVnics: boolean;
}
export interface InventoryEntries {
  readonly clusters: readonly NamedRecord[];
  readonly hosts: readonly HostEntry[];
  readonly vms: readonly VmEntry[];
}

const RECORDS_PER_STEP = 50;

/** Reads all inventories of an import; of two records with one name the first counts. */
export function* readInventories(
  documents: readonly InventoryDocument[],
  log: ProblemLog,
): Generator<void, InventoryEntries> {
  const clusters = new Map<string, NamedRecord>();
  const hosts = new Map<string, HostEntry>();
  const vms = new Map<string, VmEntry>();
  let count = 0;
  for (const { file, root, ...lists } of documents) {
    noteVersion(file, root.portolanInventory, log);
    noteUnknownRootKeys(file, root, ROOT_KEYS, log);
    for (const { value, index } of lists.clusters) {
      const entry = namedRecord('cluster', value, file, `clusters[${index}]`, log);
      if (entry !== null) keep(clusters, entry.name, entry, 'cluster', log);
    }
    for (const { value, index } of lists.hosts) {
      const entry = hostEntry(value, file, `hosts[${index}]`, log);
      if (entry === null) continue;
      keep(hosts, shortHostName(entry.name), entry, 'host', log);
      for (const [at, vm] of nestedItems(entry.record, 'vms', log).entries()) {
        const nested = vmEntry(vm, entry.name, file, `hosts[${index}].vms[${at}]`, log);
        if (nested !== null)
          keep(vms, nested.guid ?? `${nested.hostName}/${nested.name}`, nested, 'VM', log);
        count += 1;
        if (count % RECORDS_PER_STEP === 0) yield;
      }
      count += 1;
      if (count % RECORDS_PER_STEP === 0) yield;
    }
    for (const { value, index } of lists.vms) {
      const entry = vmEntry(value, null, file, `vms[${index}]`, log);
      if (entry !== null)
        keep(vms, entry.guid ?? `${entry.hostName}/${entry.name}`, entry, 'VM', log);
      count += 1;
      if (count % RECORDS_PER_STEP === 0) yield;
    }
  }
  return { clusters: [...clusters.values()], hosts: [...hosts.values()], vms: [...vms.values()] };
}

function noteVersion(file: string, version: JsonValue | undefined, log: ProblemLog): void {
  if (version === 1) return;
  log.add(file, {
    place: 'portolanInventory',
    found: version === undefined ? 'nothing' : JSON.stringify(version),
    expected: '1',
    severity: 'doubt',
    message:
      version === undefined
        ? 'The file was taken for an inventory because of its lists; write "portolanInventory": 1 at its beginning.'
        : 'The inventory is of a form that this release of Portolan does not know; what it knows was read. Update Portolan.',
  });
}

function hostEntry(
  value: JsonValue,
  file: string,
  place: string,
  log: ProblemLog,
): HostEntry | null {
  const entry = namedRecord('host', value, file, place, log);
  if (entry === null) return null;
  return {
    ...entry,
    adapters: nestedRecords('adapter', entry.record, 'adapters', log),
    switches: nestedRecords('switch', entry.record, 'switches', log),
    speaksOfSwitches: (entry.record.shorthands.get('switches') ?? null) !== null,
  };
}

function vmEntry(
  value: JsonValue,
  host: string | null,
  file: string,
  place: string,
  log: ProblemLog,
): VmEntry | null {
  const entry = namedRecord('vm', value, file, place, log);
  if (entry === null) return null;
  const { record } = entry;
  const own = textShorthand(record, 'host', log);
  if (
    host !== null &&
    own !== null &&
    shortHostName(own).toLowerCase() !== shortHostName(host).toLowerCase()
  ) {
    log.add(file, {
      place: `${place}.host`,
      found: own,
      expected: host,
      severity: 'doubt',
      message: `${entry.name} stands below ${host} and names ${own} as its host; it was put on ${host}.`,
    });
  }
  return {
    ...entry,
    guid: guidOf(record, log),
    hostName: host ?? own,
    vnics: nestedRecords('vnic', record, 'vnics', log, 'Network Adapter'),
    speaksOfVnics: (record.shorthands.get('vnics') ?? null) !== null,
  };
}

function guidOf(record: InventoryRecord, log: ProblemLog): string | null {
  const id = textShorthand(record, 'id', log);
  if (id === null) return null;
  const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i.exec(id)?.[1]?.toLowerCase();
  if (guid !== undefined) return guid;
  log.add(record.file, {
    place: `${record.place}.id`,
    found: id,
    expected: 'the GUID of the VM',
    severity: 'doubt',
    message: `“${id}” is no GUID, so the VM is known by host and name; take the id from Get-VM | Format-List Name,Id.`,
  });
  return null;
}

function nestedRecords(
  kind: RecordKind,
  parent: InventoryRecord,
  list: string,
  log: ProblemLog,
  nameWhenLeftOut?: string,
): readonly NamedRecord[] {
  const named = new Map<string, NamedRecord>();
  for (const [index, value] of nestedItems(parent, list, log).entries()) {
    const place = `${parent.place}.${list}[${index}]`;
    const entry = namedRecord(kind, value, parent.file, place, log, nameWhenLeftOut);
    if (entry === null) continue;
    // Hyper-V allows several network adapters of one name.
    if (kind === 'vnic') named.set(String(index), entry);
    else keep(named, entry.name, entry, kind, log);
  }
  return [...named.values()];
}

function namedRecord(
  kind: RecordKind,
  value: JsonValue,
  file: string,
  place: string,
  log: ProblemLog,
  nameWhenLeftOut?: string,
): NamedRecord | null {
  const record = readRecord(kind, value, file, place, log);
  if (record === null) return null;
  const name = textShorthand(record, 'name', log) ?? nameWhenLeftOut ?? null;
  if (name !== null) return { name, record };
  log.add(file, {
    place,
    found: 'no name',
    expected: '"name"',
    severity: 'lost',
    message: 'A record without a name was left out; give it a name.',
  });
  return null;
}

function keep<T extends NamedRecord>(
  into: Map<string, T>,
  key: string,
  entry: T,
  noun: string,
  log: ProblemLog,
): void {
  const lower = key.toLowerCase();
  const before = into.get(lower);
  if (before === undefined) {
    into.set(lower, entry);
    return;
  }
  log.add(entry.record.file, {
    place: entry.record.place,
    found: entry.name,
    expected: `each ${noun} once`,
    severity: 'lost',
    message: `The ${noun} ${entry.name} is listed twice (${before.record.file}: ${before.record.place}); the first counts, this one was left out.`,
  });
}
