/**
 * The estate of the open plan in memory, kept up with its rows: an edit reads only the records
 * that it touched again, and all others stay the very same objects.
 */
import type { Estate, RecordKind } from '../../../shared/model/estate';
import {
  type FactEdit,
  groupEdits,
  hostWithEdits,
  loadEdits,
  loadEstate,
  readCluster,
  readEdit,
  readHost,
  readVm,
  recordKey,
  vmWithEdits,
  withEdits,
  withOwnEdits,
} from './estate-store';
import type { RowChange, Rows } from './rows';

/** What an edit touched. */
export type Touched =
  | 'nothing'
  | 'everything'
  | {
      readonly clusters: ReadonlySet<string>;
      readonly hosts: ReadonlySet<string>;
      readonly vms: ReadonlySet<string>;
    };

/** From here on, reading all of it anew costs less. */
const MANY = 400;

export class LiveEstate {
  readonly #rows: Rows;
  #imported!: Estate;
  #edited!: Estate;
  #edits!: Map<string, FactEdit[]>;
  /** Where each cluster, host and VM stands in its list, by kind and id. */
  #places!: Map<string, number>;

  /** @throws Refusal `plan.damaged` */
  constructor(rows: Rows) {
    this.#rows = rows;
    this.reload();
  }

  /** Without edits by hand. */
  get imported(): Estate {
    return this.#imported;
  }

  get edited(): Estate {
    return this.#edited;
  }

  reload(): void {
    this.adopt(loadEstate(this.#rows));
  }

  /** @param imported  what the rows say now, edits aside, by those who have just written them */
  adopt(imported: Estate): void {
    const edits = loadEdits(this.#rows);
    this.#imported = imported;
    this.#edited = withEdits(this.#imported, edits);
    this.#edits = groupEdits(edits);
    this.#places = new Map();
    for (const [kind, list] of [
      ['cluster', this.#imported.clusters],
      ['host', this.#imported.hosts],
      ['vm', this.#imported.vms],
    ] as const) {
      for (const [index, { id }] of list.entries()) this.#places.set(recordKey(kind, id), index);
    }
  }

  /** Follows changes that were made to the rows. */
  follow(changes: readonly RowChange[]): Touched {
    const touched = new TouchedRecords();
    for (const change of changes) {
      if (change.table === 'fact_edit') this.#followEdit(change, touched);
      else if (!this.#followRow(change, touched)) {
        this.reload();
        return 'everything';
      }
    }
    if (MANY < touched.size) {
      this.reload();
      return 'everything';
    }
    if (touched.size === 0) return 'nothing';
    this.#readAgain(touched);
    return touched;
  }

  /** @returns false when records came, went or changed places */
  #followRow({ table, key, row }: RowChange, touched: TouchedRecords): boolean {
    switch (table) {
      case 'cluster':
      case 'host':
      case 'vm': {
        const place = this.#places.get(recordKey(table, key));
        if (row === null || place === undefined || row.position !== place) return false;
        touched.add(table, key);
        return true;
      }
      case 'adapter':
      case 'virtual_switch':
      case 'vnic': {
        // Of a child that went or moved, only the list that it was in knows the parent.
        if (row === null) return false;
        const kind = table === 'vnic' ? 'vm' : 'host';
        const parent = String(kind === 'vm' ? row.vm_id : row.host_id);
        const before = this.#parentOf(table === 'virtual_switch' ? 'switch' : table, parent, key);
        if (!before) return false;
        touched.add(kind, parent);
        return true;
      }
      default:
        return true;
    }
  }

  /** Whether the record's parent holds it already. */
  #parentOf(kind: 'adapter' | 'switch' | 'vnic', parentId: string, id: string): boolean {
    const place = this.#places.get(recordKey(kind === 'vnic' ? 'vm' : 'host', parentId));
    if (place === undefined) return false;
    if (kind === 'vnic') return has(this.#imported.vms[place]?.vnics, id);
    const host = this.#imported.hosts[place];
    return has(kind === 'adapter' ? host?.adapters : host?.switches, id);
  }

  #followEdit({ key, row }: RowChange, touched: TouchedRecords): void {
    const [kind, recordId, field] = editKeyParts(key);
    const own = recordKey(kind, recordId);
    const others = (this.#edits.get(own) ?? []).filter((edit) => edit.field !== field);
    const now = row === null ? others : [...others, readEdit(row)];
    if (now.length === 0) this.#edits.delete(own);
    else this.#edits.set(own, now);
    const parent = this.#ownerOf(kind, recordId);
    // An edit of a record that is no longer there waits until it comes back.
    if (parent !== null) touched.add(parent.kind, parent.id);
  }

  #ownerOf(kind: RecordKind, id: string): { kind: 'cluster' | 'host' | 'vm'; id: string } | null {
    switch (kind) {
      case 'cluster':
      case 'host':
      case 'vm':
        return this.#places.has(recordKey(kind, id)) ? { kind, id } : null;
      case 'adapter':
      case 'switch': {
        const row = this.#rows.one(kind === 'adapter' ? 'adapter' : 'virtual_switch', id);
        return row === null ? null : { kind: 'host', id: String(row.host_id) };
      }
      case 'vnic': {
        const row = this.#rows.one('vnic', id);
        return row === null ? null : { kind: 'vm', id: String(row.vm_id) };
      }
    }
  }

  #readAgain(touched: TouchedRecords): void {
    const imported = copied(this.#imported);
    const edited = copied(this.#edited);
    for (const id of touched.clusters) {
      const [place, row] = [this.#place('cluster', id), this.#rows.one('cluster', id)];
      if (row === null) continue;
      const cluster = readCluster(row);
      imported.clusters[place] = cluster;
      edited.clusters[place] = withOwnEdits('cluster', cluster, this.#edits);
    }
    for (const id of touched.hosts) {
      const [place, row] = [this.#place('host', id), this.#rows.one('host', id)];
      if (row === null) continue;
      const adapters = this.#rows.where('adapter', 'host_id', id);
      const host = readHost(row, adapters, this.#rows.where('virtual_switch', 'host_id', id));
      imported.hosts[place] = host;
      edited.hosts[place] = hostWithEdits(host, this.#edits);
    }
    for (const id of touched.vms) {
      const [place, row] = [this.#place('vm', id), this.#rows.one('vm', id)];
      if (row === null) continue;
      const vm = readVm(row, this.#rows.where('vnic', 'vm_id', id));
      imported.vms[place] = vm;
      edited.vms[place] = vmWithEdits(vm, this.#edits);
    }
    this.#imported = imported;
    this.#edited = edited;
  }

  #place(kind: 'cluster' | 'host' | 'vm', id: string): number {
    const place = this.#places.get(recordKey(kind, id));
    if (place === undefined) throw new Error(`a ${kind} without a place: ${id}`);
    return place;
  }
}

class TouchedRecords {
  readonly clusters = new Set<string>();
  readonly hosts = new Set<string>();
  readonly vms = new Set<string>();

  add(kind: 'cluster' | 'host' | 'vm', id: string): void {
    (kind === 'cluster' ? this.clusters : kind === 'host' ? this.hosts : this.vms).add(id);
  }

  get size(): number {
    return this.clusters.size + this.hosts.size + this.vms.size;
  }
}

function copied({ clusters, hosts, vms }: Estate) {
  return { clusters: [...clusters], hosts: [...hosts], vms: [...vms] };
}

function has(records: readonly { readonly id: string }[] | undefined, id: string): boolean {
  return records?.some((one) => one.id === id) ?? false;
}

/** Kind, record and field; an id may itself hold a line feed. */
function editKeyParts(key: string): readonly [RecordKind, string, string] {
  const [first, last] = [key.indexOf('\n'), key.lastIndexOf('\n')];
  return [key.slice(0, first) as RecordKind, key.slice(first + 1, last), key.slice(last + 1)];
}
