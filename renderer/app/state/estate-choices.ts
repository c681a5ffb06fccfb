import type { TableKind } from '../../../shared/model/estate-table';

export interface ColumnFilter {
  readonly column: string;
  readonly values: readonly string[];
}

/** What a table of the estate leaves out; columns and order are settings. */
export interface TableFilter {
  readonly text: string;
  readonly filters: readonly ColumnFilter[];
  readonly closedGroups: readonly string[];
}

export interface EstateChoices {
  /** The table that is shown. */
  readonly kind: TableKind;
  readonly byKind: Readonly<Partial<Record<TableKind, TableFilter>>>;
}

export const NO_FILTER: TableFilter = { text: '', filters: [], closedGroups: [] };
export const FIRST_ESTATE_CHOICES: EstateChoices = { kind: 'host', byKind: {} };
