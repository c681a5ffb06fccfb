/** The estate of a plan as rows, and back. */
import { type Fact, known } from '../../../shared/fact';
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
import { decodeFacts, encodeFacts } from './fact-codec';
import type { Cell, Row, RowChange, Rows, Table } from './rows';
import { keyOf } from './rows';

const ESTATE_TABLES = [
  'cluster',
  'host',
  'adapter',
  'virtual_switch',
  'vm',
  'vnic',
] as const satisfies Table[];

/** The imported estate, without edits by hand. */
export function loadEstate(rows: Rows): Estate {
  const adapters = grouped(rows.all('adapter'), 'host_id');
  const switches = grouped(rows.all('virtual_switch'), 'host_id');
  const vnics = grouped(rows.all('vnic'), 'vm_id');
  return {
    clusters: rows.all('cluster').map(readCluster),
    hosts: rows.all('host').map((row): Host => {
      const tables = fieldTables[row.platform as Platform];
      return {
        platform: row.platform as Platform,
        id: idOf(text(row.id)),
        name: text(row.name),
        clusterId: row.cluster_id === null ? null : idOf<'cluster'>(text(row.cluster_id)),
        switchesKnown: row.switches_known === 1,
        facts: decodeFacts(tables.host, text(row.facts)),
        adapters: (adapters.get(text(row.id)) ?? []).map((one) => ({
          id: idOf(text(one.id)),
          name: text(one.name),
          facts: decodeFacts(tables.adapter, text(one.facts)),
        })),
        switches: (switches.get(text(row.id)) ?? []).map((one) => ({
          id: idOf(text(one.id)),
          name: text(one.name),
          facts: decodeFacts(tables.switch, text(one.facts)),
        })),
      };
    }),
    vms: rows.all('vm').map((row): Vm => {
      const tables = fieldTables[row.platform as Platform];
      return {
        platform: row.platform as Platform,
        id: idOf(text(row.id)),
        name: text(row.name),
        hostId: row.host_id === null ? null : idOf<'host'>(text(row.host_id)),
        vnicsKnown: row.vnics_known === 1,
        facts: decodeFacts(tables.vm, text(row.facts)),
        vnics: (vnics.get(text(row.id)) ?? []).map((one) => ({
          id: idOf(text(one.id)),
          name: text(one.name),
          facts: decodeFacts(tables.vnic, text(one.facts)),
        })),
      };
    }),
  };
}

/** The changes that make the stored estate this one; nothing for rows that stay the same. */
export function estateChanges(rows: Rows, estate: Estate): RowChange[] {
  const wanted = estateRows(estate);
  return ESTATE_TABLES.flatMap((table) => {
    const before = new Map(rows.all(table).map((row) => [keyOf(table, row), row]));
    const changes: RowChange[] = [];
    for (const row of wanted[table]) {
      const key = keyOf(table, row);
      const old = before.get(key);
      before.delete(key);
      if (old === undefined || !sameRow(old, row)) changes.push({ table, key, row });
    }
    for (const key of before.keys()) changes.push({ table, key, row: null });
    return changes;
  });
}

/** A fact set by hand, lying over the imported one. */
export interface FactEdit {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly field: string;
  readonly value: unknown;
}

export function loadEdits(rows: Rows): FactEdit[] {
  return rows.all('fact_edit').map((row) => ({
    kind: row.record_kind as RecordKind,
    recordId: text(row.record_id),
    field: text(row.field),
    value: JSON.parse(text(row.value)) as unknown,
  }));
}

/** @param value  `undefined` takes the edit away */
export function editChange(edit: Omit<FactEdit, 'value'>, value: unknown): RowChange {
  const key = [edit.kind, edit.recordId, edit.field].join('\n');
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

/** The estate with the edits over it; records without an edit are shared with the original. */
export function withEdits(estate: Estate, edits: readonly FactEdit[]): Estate {
  if (edits.length === 0) return estate;
  const byRecord = groupEdits(edits);
  const over = <R extends { readonly id: string; readonly facts: object }>(
    kind: RecordKind,
    record: R,
  ): R => {
    const own = byRecord.get(`${kind}\n${record.id}`);
    if (own === undefined) return record;
    const facts: Record<string, Fact<unknown>> = {
      ...(record.facts as Record<string, Fact<unknown>>),
    };
    for (const { field, value } of own) {
      const imported = facts[field];
      if (imported !== undefined) facts[field] = known(value, { kind: 'edited', imported });
    }
    return { ...record, facts };
  };
  return {
    clusters: estate.clusters.map((cluster) => over('cluster', cluster)),
    hosts: estate.hosts.map((host) =>
      over('host', {
        ...host,
        adapters: host.adapters.map((one) => over('adapter', one)),
        switches: host.switches.map((one) => over('switch', one)),
      }),
    ),
    vms: estate.vms.map((vm) =>
      over('vm', { ...vm, vnics: vm.vnics.map((one) => over('vnic', one)) }),
    ),
  };
}

function groupEdits(edits: readonly FactEdit[]): Map<string, FactEdit[]> {
  const groups = new Map<string, FactEdit[]>();
  for (const edit of edits) {
    const key = `${edit.kind}\n${edit.recordId}`;
    groups.set(key, [...(groups.get(key) ?? []), edit]);
  }
  return groups;
}

function estateRows(estate: Estate): Record<(typeof ESTATE_TABLES)[number], Row[]> {
  return {
    cluster: estate.clusters.map((one, position) => ({
      id: one.id,
      platform: one.platform,
      name: one.name,
      position,
      facts: encodeFacts(one.facts),
    })),
    host: estate.hosts.map((one, position) => ({
      id: one.id,
      platform: one.platform,
      name: one.name,
      position,
      cluster_id: one.clusterId,
      switches_known: one.switchesKnown ? 1 : 0,
      facts: encodeFacts(one.facts),
    })),
    adapter: estate.hosts.flatMap((host) =>
      host.adapters.map((one, position) => childRow('host_id', host.id, one, position)),
    ),
    virtual_switch: estate.hosts.flatMap((host) =>
      host.switches.map((one, position) => childRow('host_id', host.id, one, position)),
    ),
    vm: estate.vms.map((one, position) => ({
      id: one.id,
      platform: one.platform,
      name: one.name,
      position,
      host_id: one.hostId,
      vnics_known: one.vnicsKnown ? 1 : 0,
      facts: encodeFacts(one.facts),
    })),
    vnic: estate.vms.flatMap((vm) =>
      vm.vnics.map((one, position) => childRow('vm_id', vm.id, one, position)),
    ),
  };
}

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

function readCluster(row: Row): Cluster {
  return {
    platform: row.platform as Platform,
    id: idOf(text(row.id)) as ClusterId,
    name: text(row.name),
    facts: decodeFacts(fieldTables[row.platform as Platform].cluster, text(row.facts)),
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

function sameRow(a: Row, b: Row): boolean {
  return Object.keys(b).every((column) => a[column] === b[column]);
}

function text(cell: Cell | undefined): string {
  return String(cell);
}
