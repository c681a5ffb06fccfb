import { z } from 'zod';
import { RECORD_KINDS } from '../model/estate';
import {
  type ColumnValue,
  type FoundRecord,
  type RecordLinks,
  TABLE_KINDS,
  type TableWindow,
} from '../model/estate-table';
import type { PlanState } from '../model/plan';
import { MOVE_KINDS } from '../model/verdict';
import { IdText, method, modelRecord } from './method';

const ColumnId = z.string().min(1).max(60);
/** Texts of values and groups: as long as a value may be. */
const ValueText = z.string().max(4000);

const Filter = z.strictObject({
  column: ColumnId,
  /** Kept are records with one of these values, as `estate.table-values` names them. */
  values: z.array(ValueText).min(1).max(500),
});

/** Which records, in which order. */
const Query = {
  kind: z.enum(TABLE_KINDS),
  /** The kind of move that portability is told for. */
  moveKind: z.enum(MOVE_KINDS),
  /** Occurs in the name or in a text of one of `columns`; without regard to case. */
  text: z.string().max(200),
  filters: z.array(Filter).max(20),
  /** Equal records stand by name. `null`: all by name. */
  sort: z.strictObject({ column: ColumnId, isDescending: z.boolean() }).nullable(),
  groupBy: ColumnId.nullable(),
  closedGroups: z.array(ValueText).max(2000),
  columns: z.array(ColumnId).min(1).max(100),
};

export const TableChoice = z.strictObject({
  columns: z.array(
    z.strictObject({ id: ColumnId, widthPixels: z.number().int().min(40).max(1200) }),
  ),
  sort: Query.sort,
  groupBy: Query.groupBy,
});
/** What a user chose for one table; kept in the settings. */
export type TableChoice = z.infer<typeof TableChoice>;

export const estateTableMethods = {
  /** The part of a table in view. Columns that the kind does not have are left out of no row. */
  'estate.table': method({
    request: z.strictObject({
      ...Query,
      from: z.number().int().min(0),
      count: z.number().int().min(0).max(1000),
      /** A record whose place is wanted. */
      find: IdText.nullable(),
      /** Only these records; for copying what is selected. */
      onlyIds: z.array(IdText).max(20_000).optional(),
    }),
    response: modelRecord<TableWindow>('revision', 'total', 'shown', 'lineCount', 'lines'),
    errors: ['plan.not-open', 'edit.unknown-field'],
  }),
  /** The records between two lines, in their order; for selecting many at once. */
  'estate.table-ids': method({
    request: z.strictObject({
      ...Query,
      from: z.number().int().min(0),
      end: z.number().int().min(0),
    }),
    response: z.strictObject({ ids: z.array(z.string()) }),
    errors: ['plan.not-open', 'edit.unknown-field'],
  }),
  /** The values of a column, most frequent first, at most 500. */
  'estate.table-values': method({
    request: z.strictObject({ kind: Query.kind, moveKind: Query.moveKind, column: ColumnId }),
    response: z.strictObject({
      values: z.array(modelRecord<ColumnValue>('valueId', 'text', 'count')),
    }),
    errors: ['plan.not-open', 'edit.unknown-field'],
  }),
  /** Pools of a record and the records around it. */
  'estate.links': method({
    request: z.strictObject({ kind: z.enum(RECORD_KINDS), id: IdText }),
    response: modelRecord<RecordLinks>('pools', 'groups'),
    errors: ['plan.not-open', 'edit.unknown-field'],
  }),
  /** The records whose names fit best what was typed, or whose names and places have all its words. */
  'estate.find': method({
    request: z.strictObject({
      kinds: z.array(z.enum(TABLE_KINDS)).min(1).max(TABLE_KINDS.length),
      text: z.string().max(200),
      most: z.number().int().min(1).max(200),
    }),
    response: z.strictObject({
      found: z.array(modelRecord<FoundRecord>('kind', 'id', 'name', 'note', 'score')),
    }),
    errors: ['plan.not-open'],
  }),
  /** Sets one fact of several records at once, as one edit; `null` takes the imported values back. */
  'estate.edit-many': method({
    request: z.strictObject({
      kind: z.enum(RECORD_KINDS),
      ids: z.array(IdText).min(1).max(20_000),
      field: z.string().max(60),
      text: z.string().max(4000).nullable(),
    }),
    response: modelRecord<PlanState>('name', 'revision', 'undo', 'redo', 'assumptions'),
    errors: ['plan.not-open', 'plan.read-only', 'edit.unknown-field', 'edit.bad-value'],
  }),
  /** Says of a fact of one or several records that it is not known, whatever was imported. */
  'estate.set-unknown': method({
    request: z.strictObject({
      kind: z.enum(RECORD_KINDS),
      ids: z.array(IdText).min(1).max(20_000),
      field: z.string().max(60),
    }),
    response: modelRecord<PlanState>('name', 'revision', 'undo', 'redo', 'assumptions'),
    errors: ['plan.not-open', 'plan.read-only', 'edit.unknown-field'],
  }),
};
