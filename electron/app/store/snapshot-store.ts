/** Kept states of the plan, each a row with its body deflated in another. */
import { deflateSync, inflateSync } from 'node:zlib';
import { Refusal } from '../../../shared/fault';
import { AUTOMATIC_SNAPSHOTS_KEPT, type Snapshot } from '../../../shared/model/snapshot';
import type { PlanDatabase } from './plan-file';
import { changesTo, type RowSource, readState, type StateRows } from './plan-state';
import type { Row, RowChange, Rows, Table } from './rows';

/** What a snapshot's body holds, as JSON, deflated, in base64. */
interface Body {
  /** Rows as the tables held them; a table that came later is not there. */
  readonly tables: Partial<StateRows>;
}

export interface SnapshotWish {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly isAutomatic: boolean;
}

export class SnapshotStore {
  readonly #database: PlanDatabase;
  readonly #rows: Rows;

  constructor(database: PlanDatabase, rows: Rows) {
    this.#database = database;
    this.#rows = rows;
  }

  /** Newest first. The bodies stay where they are: they are only read to compare and to restore. */
  list(): Snapshot[] {
    const sql = `
      SELECT id, name, made_at, is_automatic, host_count, vm_count
      FROM snapshot ORDER BY made_at DESC, id DESC`;
    return (this.#database.prepare(sql).all() as Row[]).map((row) => ({
      id: String(row.id),
      name: String(row.name),
      madeAt: String(row.made_at),
      isAutomatic: row.is_automatic === 1,
      hostCount: Number(row.host_count),
      vmCount: Number(row.vm_count),
    }));
  }

  /** @throws Refusal `snapshot.unknown` */
  one(id: string): Snapshot {
    const found = this.list().find((one) => one.id === id);
    if (found === undefined) throw gone();
    return found;
  }

  /** Keeps the present state of the plan. */
  makeChanges({ id, name, at, isAutomatic }: SnapshotWish): RowChange[] {
    const tables = readState(this.#rows);
    const body: Body = { tables };
    // Quick rather than small: most of a body is repeated words, which any level finds.
    const deflated = deflateSync(JSON.stringify(body), { level: 1 }).toString('base64');
    return [
      {
        table: 'snapshot',
        key: id,
        row: {
          id,
          name,
          made_at: at.toISOString(),
          is_automatic: isAutomatic ? 1 : 0,
          host_count: tables.host.length,
          vm_count: tables.vm.length,
        },
      },
      { table: 'snapshot_body', key: id, row: { id, body: deflated } },
    ];
  }

  /** Makes room for one more automatic snapshot: the oldest go. */
  pruneChanges(): RowChange[] {
    return this.list()
      .filter((one) => one.isAutomatic)
      .slice(AUTOMATIC_SNAPSHOTS_KEPT - 1)
      .flatMap(({ id }) => this.removeChanges(id));
  }

  /** A renamed snapshot is one that somebody wants: it no longer goes by itself. */
  renameChanges(id: string, name: string): RowChange[] {
    const row = this.#rows.one('snapshot', id);
    if (row === null) throw gone();
    return [{ table: 'snapshot', key: id, row: { ...row, name, is_automatic: 0 } }];
  }

  removeChanges(id: string): RowChange[] {
    return [
      { table: 'snapshot', key: id, row: null },
      { table: 'snapshot_body', key: id, row: null },
    ];
  }

  /** What makes the plan say what it said then. Snapshots themselves are never taken back. */
  restoreChanges(id: string): RowChange[] {
    return changesTo(this.#rows, this.rowsOf(id));
  }

  /**
   * The rows of the plan as they were.
   * @throws Refusal `snapshot.unknown`, `plan.damaged`
   */
  rowsOf(id: string): RowSource {
    const { name } = this.one(id);
    const { tables } = readBody(name, String(this.#rows.one('snapshot_body', id)?.body));
    return { all: (table: Table): Row[] => [...(tables[table as keyof StateRows] ?? [])] };
  }
}

function readBody(name: string, text: string): Body {
  try {
    const body: unknown = JSON.parse(inflateSync(Buffer.from(text, 'base64')).toString('utf8'));
    if (typeof body === 'object' && body !== null && 'tables' in body) return body as Body;
    throw new TypeError('a body without tables');
  } catch (cause) {
    throw new Refusal(
      'plan.damaged',
      `The snapshot “${name}” is damaged in the plan file and cannot be read.`,
      'Remove it; the plan itself is not touched by this.',
      { cause },
    );
  }
}

function gone(): Refusal {
  return new Refusal('snapshot.unknown', 'This snapshot is no longer in the plan.');
}
