/**
 * Rows by table and key, and the one way in which they change: a list of "this row becomes that".
 * Applying a list gives the list that takes it back, which is all that undo needs.
 */
import type { Statement } from 'better-sqlite3';
import type { PlanDatabase } from './plan-file';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** `row: null` means that the row goes. */
export interface RowChange {
  readonly table: Table;
  readonly key: string;
  readonly row: Row | null;
}

const COLUMNS = {
  setting: ['key', 'value'],
  cluster: ['id', 'platform', 'name', 'position', 'facts'],
  host: ['id', 'platform', 'name', 'position', 'cluster_id', 'switches_known', 'facts'],
  adapter: ['id', 'host_id', 'name', 'position', 'facts'],
  virtual_switch: ['id', 'host_id', 'name', 'position', 'facts'],
  vm: ['id', 'platform', 'name', 'position', 'host_id', 'vnics_known', 'facts'],
  vnic: ['id', 'vm_id', 'name', 'position', 'facts'],
  fact_edit: ['id', 'record_kind', 'record_id', 'field', 'value'],
  imported_file: ['id', 'position', 'imported_at', 'sha256', 'size_bytes', 'description'],
  import_problem: ['id', 'position', 'problem'],
  import_conflict: ['id', 'position', 'conflict'],
  waiver: ['id', 'rule_id', 'record_kind', 'record_id', 'note', 'set_at'],
  snapshot: ['id', 'name', 'made_at', 'is_automatic', 'host_count', 'vm_count'],
  snapshot_body: ['id', 'body'],
  catalogue_row: ['id', 'table_name', 'row'],
} as const;

export type Table = keyof typeof COLUMNS;

/** The first column of every table is its key. */
export function keyOf(table: Table, row: Row): string {
  return String(row[COLUMNS[table][0]]);
}

export class Rows {
  readonly #database: PlanDatabase;
  readonly #statements = new Map<string, Statement>();

  constructor(database: PlanDatabase) {
    this.#database = database;
  }

  /** All rows of a table, in their order. */
  all(table: Table): Row[] {
    return this.#prepare(`SELECT * FROM ${table} ORDER BY ${orderOf(table)}`).all() as Row[];
  }

  /** The keys of all rows of a table, in the order of the rows. */
  keys(table: Table): string[] {
    const sql = `SELECT ${COLUMNS[table][0]} FROM ${table} ORDER BY ${orderOf(table)}`;
    return this.#prepare(sql).pluck().all() as string[];
  }

  one(table: Table, key: string): Row | null {
    const sql = `SELECT * FROM ${table} WHERE ${COLUMNS[table][0]} = ?`;
    return (this.#prepare(sql).get(key) as Row | undefined) ?? null;
  }

  /** The rows whose column holds the value, in their order. */
  where(table: Table, column: string, value: string): Row[] {
    if (!(COLUMNS[table] as readonly string[]).includes(column)) {
      throw new RangeError(`${table} has no column ${column}`);
    }
    const sql = `SELECT * FROM ${table} WHERE ${column} = ? ORDER BY ${orderOf(table)}`;
    return this.#prepare(sql).all(value) as Row[];
  }

  /** Applies the changes in order; answers what takes them back, in the order to apply it. */
  apply(changes: readonly RowChange[]): RowChange[] {
    const inverse: RowChange[] = [];
    for (const { table, key, row } of changes) {
      inverse.push({ table, key, row: this.one(table, key) });
      if (row === null) this.#remove(table, key);
      else this.#put(table, row);
    }
    return inverse.reverse();
  }

  #put(table: Table, row: Row): void {
    const columns = COLUMNS[table];
    const places = columns.map(() => '?').join(', ');
    this.#prepare(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(
      ...columns.map((column) => row[column] ?? null),
    );
  }

  #remove(table: Table, key: string): void {
    this.#prepare(`DELETE FROM ${table} WHERE ${COLUMNS[table][0]} = ?`).run(key);
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function orderOf(table: Table): string {
  return (COLUMNS[table] as readonly string[]).includes('position') ? 'position, 1' : '1';
}
