/** The catalogue as it is looked at: tables of texts, with where each row comes from. */
import type { RecordKind } from './estate';

export const CATALOGUE_TABLES = [
  'nics',
  'platforms',
  'guests',
  'host-releases',
  'configuration-versions',
  'limits',
] as const;
export type CatalogueTableName = (typeof CATALOGUE_TABLES)[number];

/** The tables to which a plan can add rows of its own: those that records are looked up in. */
export const OWN_ROW_TABLES = ['nics', 'platforms', 'guests'] as const;
export type OwnRowTable = (typeof OWN_ROW_TABLES)[number];

export interface CatalogueColumn {
  readonly key: string;
  readonly title: string;
  /** `list`: several, separated by commas. */
  readonly kind: 'text' | 'number' | 'choice' | 'list';
  /** `null`: none, or no number. */
  readonly unit: string | null;
  /** Of a choice: all there is to choose from. */
  readonly choices: readonly string[];
  /** False: may stay empty, which means that it is not known. */
  readonly isRequired: boolean;
  /** What to type, in a few words; empty where the title says it. */
  readonly hint: string;
}

export interface CatalogueRow {
  /** Unique in its table, own rows among the shipped ones. */
  readonly key: string;
  /** One text per column; empty: not known. */
  readonly cells: readonly string[];
  readonly own: boolean;
  /** How many records of the plan it describes; `null` for tables that are looked up otherwise. */
  readonly uses: number | null;
  /** Of an own row: the shipped row that it stands in front of. */
  readonly hides: string | null;
  /** Of an own row: the ids of other own rows that fit the same, so that neither is certain. */
  readonly rivals: readonly string[];
}

export interface CatalogueTable {
  readonly name: CatalogueTableName;
  readonly title: string;
  /** What one row is. */
  readonly about: string;
  readonly columns: readonly CatalogueColumn[];
  readonly rows: readonly CatalogueRow[];
  /** Why no own rows can be added; `null` where they can. */
  readonly fixedBecause: string | null;
  /** "1.0 + 2 own rows" */
  readonly version: string;
}

/** A record of the plan that a row describes. */
export interface CatalogueUse {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
}

/** What is wrong with a column of an own row, and what to type. */
export interface CatalogueRowProblem {
  readonly column: string;
  readonly message: string;
}
