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

export function readState(source: RowSource): StateRows {
  return Object.fromEntries(
    STATE_TABLES.map((table) => [table, stateRows(source, table)]),
  ) as unknown as StateRows;
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

function sameRow(a: Row, b: Row): boolean {
  return Object.keys(b).every((column) => a[column] === b[column]);
}
