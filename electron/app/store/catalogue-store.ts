/** The plan's own catalogue rows, as rows of the plan file. */
import { Refusal } from '../../../shared/fault';
import { OWN_ROW_TABLES, type OwnRowTable } from '../../../shared/model/catalogue';
import { Catalogue, SHIPPED_CATALOGUE } from '../../domain/catalogue/catalogue';
import { type OwnRowTypes, rowSchemas } from '../../domain/catalogue/own-tables';
import type { RowSource } from './plan-state';
import type { RowChange } from './rows';

/** @throws Refusal `plan.damaged` when a row is not what its table holds */
export function loadCatalogue(source: RowSource): Catalogue {
  const stored = source.all('catalogue_row');
  if (stored.length === 0) return SHIPPED_CATALOGUE;
  const own: { readonly [T in OwnRowTable]: OwnRowTypes[T][] } = {
    nics: [],
    platforms: [],
    guests: [],
  };
  for (const { id, table_name: name, row } of stored) {
    const table = OWN_ROW_TABLES.find((one) => one === name);
    const checked = table === undefined ? null : rowSchemas[table].safeParse(jsonOf(String(row)));
    if (table === undefined || checked === null || !checked.success) throw damaged(String(id));
    (own[table] as unknown[]).push(checked.data);
  }
  return new Catalogue(own);
}

export function setCatalogueRow<T extends OwnRowTable>(table: T, row: OwnRowTypes[T]): RowChange {
  const key = rowKey(table, row.id);
  return {
    table: 'catalogue_row',
    key,
    row: { id: key, table_name: table, row: JSON.stringify(row) },
  };
}

export function removeCatalogueRow(table: OwnRowTable, id: string): RowChange {
  return { table: 'catalogue_row', key: rowKey(table, id), row: null };
}

function rowKey(table: OwnRowTable, id: string): string {
  return `${table}\n${id}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON at all: the schema turns it away like any other strange value.
    return undefined;
  }
}

function damaged(id: string): Refusal {
  return new Refusal(
    'plan.damaged',
    `The plan’s own catalogue row “${id.replace('\n', ' ')}” cannot be read.`,
    'Open a copy of the plan from before it was damaged.',
  );
}
