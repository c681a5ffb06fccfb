/**
 * What a plan says at one moment, as rows of its tables: everything but its journal, its
 * snapshots, and the settings that name the document itself.
 */
import type { Row, RowChange, Rows, Table } from './rows';
import { keyOf } from './rows';

/** Reads rows of the open plan or of a kept state alike. */
export interface RowSource {
  /** All rows of a table, in their order. */
  all(table: Table): Row[];
}

const STATE_TABLES = [
  'setting',
  'cluster',
  'host',
  'adapter',
  'virtual_switch',
  'vm',
  'vnic',
  'fact_edit',
  'imported_file',
  'import_problem',
  'import_conflict',
  'waiver',
  'catalogue_row',
] as const satisfies Table[];

/** Settings that belong to the document, and not to one of its states. */
const OF_THE_DOCUMENT: readonly unknown[] = ['name', 'plan-id', 'created-at'];

export type StateRows = { readonly [T in (typeof STATE_TABLES)[number]]: readonly Row[] };

/** The rows in pieces of one table each, in their order, of at most so many rows. */
export function* stateInPieces(
  rows: Rows,
  mostRows: number,
): Generator<{ readonly table: keyof StateRows; readonly rows: readonly Row[] }> {
  for (const table of STATE_TABLES) {
    const keys = rows
      .keys(table)
      .filter((key) => table !== 'setting' || !OF_THE_DOCUMENT.includes(key));
    for (let from = 0; from < keys.length; from += mostRows) {
      const piece = keys.slice(from, from + mostRows).map((key) => rows.one(table, key));
      yield { table, rows: piece.filter((row) => row !== null) };
    }
  }
}

/** The changes that make the plan what it was; nothing for rows that stay the same. */
export function changesTo(rows: Rows, state: RowSource): RowChange[] {
  return STATE_TABLES.flatMap((table) =>
    tableChanges(table, stateRows(rows, table), stateRows(state, table)),
  );
}

/** The changes that turn the rows of a table into the wanted ones. */
export function tableChanges(
  table: Table,
  present: readonly Row[],
  wanted: readonly Row[],
): RowChange[] {
  const before = new Map(present.map((row) => [keyOf(table, row), row]));
  const changes: RowChange[] = [];
  for (const row of wanted) {
    const key = keyOf(table, row);
    const old = before.get(key);
    before.delete(key);
    if (old === undefined || !sameRow(old, row)) changes.push({ table, key, row });
  }
  for (const key of before.keys()) changes.push({ table, key, row: null });
  return changes;
}

function stateRows(source: RowSource, table: Table): Row[] {
  const rows = source.all(table);
  return table === 'setting' ? rows.filter(({ key }) => !OF_THE_DOCUMENT.includes(key)) : rows;
}

export function sameRow(a: Row, b: Row): boolean {
  return Object.keys(b).every((column) => a[column] === b[column]);
}
