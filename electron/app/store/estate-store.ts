/** The estate of a plan as rows, and back. */
import { type Fact, known, type Origin, unknown } from '../../../shared/fact';
import { type ClusterId, type HostId, idOf } from '../../../shared/ids';
import {
  type Cluster,
  type Estate,
  fieldTables,
  type Host,
  type Platform,
  type RecordKind,
  type Vm,
} from '../../../shared/model/estate';
import type { FactsOf, FieldSpecs } from '../../../shared/model/field';
import { damagedRow } from './damage';
import { decodeFacts, encodeFacts } from './fact-codec';
import { type RowSource, sameRow } from './plan-state';
import { type Cell, keyOf, type Row, type RowChange, type Rows, type Table } from './rows';

const ESTATE_TABLES = [
  'cluster',
  'host',
  'adapter',
  'virtual_switch',
  'vm',
  'vnic',
] as const satisfies Table[];

/**
 * The imported estate, without edits by hand.
 * @throws Refusal `plan.damaged` when a row cannot be read
 */
export function loadEstate(source: RowSource): Estate {
  const adapters = grouped(source.all('adapter'), 'host_id');
  const switches = grouped(source.all('virtual_switch'), 'host_id');
  const vnics = grouped(source.all('vnic'), 'vm_id');
  return {
    clusters: source.all('cluster').map(readCluster),
    hosts: source
      .all('host')
      .map((row) => readHost(row, adapters.get(text(row.id)), switches.get(text(row.id)))),
    vms: source.all('vm').map((row) => readVm(row, vnics.get(text(row.id)))),
  };
}

export function readCluster(row: Row): Cluster {
  return {
    platform: platformOf(row),
    id: idOf(text(row.id)) as ClusterId,
    name: text(row.name),
    facts: readFacts(fieldTables[platformOf(row)].cluster, row),
  };
}

export function readHost(row: Row, adapters: readonly Row[] = [], switches: readonly Row[] = []) {
  const tables = fieldTables[platformOf(row)];
  return {
    platform: platformOf(row),
    id: idOf<'host'>(text(row.id)),
    name: text(row.name),
    clusterId: row.cluster_id === null ? null : idOf<'cluster'>(text(row.cluster_id)),
    switchesKnown: row.switches_known === 1,
    facts: readFacts(tables.host, row),
    adapters: adapters.map((one) => ({
      id: idOf(text(one.id)),
      name: text(one.name),
      facts: readFacts(tables.adapter, one),
    })),
    switches: switches.map((one) => ({
      id: idOf(text(one.id)),
      name: text(one.name),
      facts: readFacts(tables.switch, one),
    })),
  } satisfies Host;
}

export function readVm(row: Row, vnics: readonly Row[] = []): Vm {
  const tables = fieldTables[platformOf(row)];
  return {
    platform: platformOf(row),
    id: idOf(text(row.id)),
    name: text(row.name),
    hostId: row.host_id === null ? null : idOf<'host'>(text(row.host_id)),
    vnicsKnown: row.vnics_known === 1,
    facts: readFacts(tables.vm, row),
    vnics: vnics.map((one) => ({
      id: idOf(text(one.id)),
      name: text(one.name),
      facts: readFacts(tables.vnic, one),
    })),
  };
}

/** The changes that make the stored estate this one; nothing for rows that stay the same. */
export function estateChanges(rows: Rows, estate: Estate): RowChange[] {
  return [...eachEstateChange(rows, estate)];
}

/**
 * The same one by one, so that a large estate is never in memory as rows. A row is read when its
 * turn comes: the changes before may be made by then.
 */
export function* eachEstateChange(rows: Rows, estate: Estate): Generator<RowChange, void> {
  for (const table of ESTATE_TABLES) {
    const gone = new Set(rows.keys(table));
    for (const row of ROWS_OF[table](estate)) {
      const key = keyOf(table, row);
      const before = gone.delete(key) ? rows.one(table, key) : null;
      if (before === null || !sameRow(before, row)) yield { table, key, row };
    }
    for (const key of gone) yield { table, key, row: null };
  }
}

/** The value of an edit that says: this is not known. No property has an object for a value. */
export const NOT_KNOWN = { state: 'unknown' } as const;

/** A fact set by hand, lying over the imported one. */
export interface FactEdit {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly field: string;
  /** As the property has it, or `NOT_KNOWN`. */
  readonly value: unknown;
}

/** @throws Refusal `plan.damaged` when a row cannot be read */
export function loadEdits(source: RowSource): FactEdit[] {
  return source.all('fact_edit').map(readEdit);
}

export function readEdit(row: Row): FactEdit {
  return {
    kind: row.record_kind as RecordKind,
    recordId: text(row.record_id),
    field: text(row.field),
    value: readJson(row, 'value'),
  };
}

/** Kind, record and field, joined by line feeds. */
export function editKey({ kind, recordId, field }: Omit<FactEdit, 'value'>): string {
  return [kind, recordId, field].join('\n');
}

/** @param value  `undefined` takes the edit away */
export function editChange(edit: Omit<FactEdit, 'value'>, value: unknown): RowChange {
  const key = editKey(edit);
  return {
    table: 'fact_edit',
    key,
    row:
      value === undefined
        ? null
        : {
            id: key,
            record_kind: edit.kind,
            record_id: edit.recordId,
            field: edit.field,
            value: JSON.stringify(value),
          },
  };
}

/** The edits by the record that they lie over. */
export type EditsByRecord = ReadonlyMap<string, readonly FactEdit[]>;

export function recordKey(kind: RecordKind, id: string): string {
  return `${kind}\n${id}`;
}

export function groupEdits(edits: readonly FactEdit[]): Map<string, FactEdit[]> {
  const groups = new Map<string, FactEdit[]>();
  for (const edit of edits) {
    const key = recordKey(edit.kind, edit.recordId);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edit]);
    else group.push(edit);
  }
  return groups;
}

/** The estate with the edits over it; records without an edit are shared with the original. */
export function withEdits(estate: Estate, edits: readonly FactEdit[]): Estate {
  if (edits.length === 0) return estate;
  const groups = groupEdits(edits);
  return {
    clusters: estate.clusters.map((cluster) => withOwnEdits('cluster', cluster, groups)),
    hosts: estate.hosts.map((host) => hostWithEdits(host, groups)),
    vms: estate.vms.map((vm) => vmWithEdits(vm, groups)),
  };
}

export function hostWithEdits(host: Host, edits: EditsByRecord): Host {
  const own = withOwnEdits('host', host, edits);
  const adapters = eachWithEdits('adapter', host.adapters, edits);
  const switches = eachWithEdits('switch', host.switches, edits);
  return adapters === host.adapters && switches === host.switches
    ? own
    : { ...own, adapters, switches };
}

export function vmWithEdits(vm: Vm, edits: EditsByRecord): Vm {
  const own = withOwnEdits('vm', vm, edits);
  const vnics = eachWithEdits('vnic', vm.vnics, edits);
  return vnics === vm.vnics ? own : { ...own, vnics };
}

interface WithFacts {
  readonly id: string;
  readonly facts: object;
}

export function withOwnEdits<R extends WithFacts>(
  kind: RecordKind,
  record: R,
  edits: EditsByRecord,
): R {
  const own = edits.get(recordKey(kind, record.id));
  if (own === undefined) return record;
  const facts: Record<string, Fact<unknown>> = {
    ...(record.facts as Record<string, Fact<unknown>>),
  };
  for (const { field, value } of own) {
    const imported = facts[field];
    if (imported !== undefined) facts[field] = editedFact(value, imported);
  }
  return { ...record, facts };
}

/** A fact as it is once the user set it over the imported one. */
export function editedFact(value: unknown, imported: Fact<unknown>): Fact<unknown> {
  const origin: Origin = { kind: 'edited', imported };
  return isNotKnown(value) ? unknown('by-hand', undefined, origin) : known(value, origin);
}

function isNotKnown(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function eachWithEdits<R extends WithFacts>(
  kind: RecordKind,
  records: readonly R[],
  edits: EditsByRecord,
): readonly R[] {
  const edited = records.map((one) => withOwnEdits(kind, one, edits));
  return edited.some((one, index) => one !== records[index]) ? edited : records;
}

const ROWS_OF: Readonly<
  Record<(typeof ESTATE_TABLES)[number], (estate: Estate) => Generator<Row, void>>
> = {
  *cluster({ clusters }) {
    for (const [position, one] of clusters.entries()) {
      const { id, platform, name, facts } = one;
      yield { id, platform, name, position, facts: encodeFacts(facts) };
    }
  },
  *host({ hosts }) {
    for (const [position, one] of hosts.entries()) {
      yield {
        id: one.id,
        platform: one.platform,
        name: one.name,
        position,
        cluster_id: one.clusterId,
        switches_known: one.switchesKnown ? 1 : 0,
        facts: encodeFacts(one.facts),
      };
    }
  },
  *adapter({ hosts }) {
    for (const host of hosts) {
      for (const [position, one] of host.adapters.entries()) {
        yield childRow('host_id', host.id, one, position);
      }
    }
  },
  *virtual_switch({ hosts }) {
    for (const host of hosts) {
      for (const [position, one] of host.switches.entries()) {
        yield childRow('host_id', host.id, one, position);
      }
    }
  },
  *vm({ vms }) {
    for (const [position, one] of vms.entries()) {
      yield {
        id: one.id,
        platform: one.platform,
        name: one.name,
        position,
        host_id: one.hostId,
        vnics_known: one.vnicsKnown ? 1 : 0,
        facts: encodeFacts(one.facts),
      };
    }
  },
  *vnic({ vms }) {
    for (const vm of vms) {
      for (const [position, one] of vm.vnics.entries()) {
        yield childRow('vm_id', vm.id, one, position);
      }
    }
  },
};

function childRow(
  parentColumn: 'host_id' | 'vm_id',
  parentId: HostId | string,
  child: { readonly id: string; readonly name: string; readonly facts: object },
  position: number,
): Row {
  return {
    id: child.id,
    [parentColumn]: parentId,
    name: child.name,
    position,
    facts: encodeFacts(child.facts as Record<string, Fact<unknown>>),
  };
}

function grouped(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = text(row[column]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function readFacts<S extends FieldSpecs>(specs: S, row: Row): FactsOf<S> {
  try {
    return decodeFacts(specs, text(row.facts));
  } catch (cause) {
    throw damagedRow(row, cause);
  }
}

function readJson(row: Row, column: string): unknown {
  try {
    return JSON.parse(text(row[column]));
  } catch (cause) {
    throw damagedRow(row, cause);
  }
}

function platformOf(row: Row): Platform {
  const platform = text(row.platform);
  if (Object.hasOwn(fieldTables, platform)) return platform as Platform;
  throw damagedRow(row, new Error(`unknown platform ${platform}`));
}

function text(cell: Cell | undefined): string {
  return String(cell);
}
