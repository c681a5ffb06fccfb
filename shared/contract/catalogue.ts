import { z } from 'zod';
import {
  CATALOGUE_TABLES,
  type CatalogueRowProblem,
  type CatalogueTable,
  type CatalogueUse,
  OWN_ROW_TABLES,
} from '../model/catalogue';
import type { PlanState } from '../model/plan';
import { IdText, method, modelRecord } from './method';

const State = modelRecord<PlanState>('name', 'revision', 'undo', 'redo', 'assumptions');
/** Texts by column, as typed. */
const Typed = z
  .record(z.string().max(60), z.string().max(4000))
  .refine((typed) => Object.keys(typed).length <= 60, { error: 'too many columns' });

export const catalogueMethods = {
  /** A whole table; the tables are short. */
  'catalogue.table': method({
    request: z.strictObject({ table: z.enum(CATALOGUE_TABLES) }),
    response: modelRecord<CatalogueTable>('name', 'columns', 'rows', 'fixedBecause'),
    errors: ['plan.not-open'],
  }),
  /** The first records of the plan that a row describes. */
  'catalogue.uses': method({
    request: z.strictObject({ table: z.enum(CATALOGUE_TABLES), key: IdText }),
    response: z.strictObject({
      total: z.int(),
      uses: z.array(modelRecord<CatalogueUse>('kind', 'id', 'name')),
    }),
    errors: ['plan.not-open'],
  }),
  /** Adds an own row, or puts it in the place of the own row `key`; or says what is wrong with it. */
  'catalogue.set-row': method({
    request: z.strictObject({
      table: z.enum(OWN_ROW_TABLES),
      key: IdText.nullable(),
      typed: Typed,
    }),
    response: z.strictObject({
      state: State.nullable(),
      problems: z.array(modelRecord<CatalogueRowProblem>('column', 'message')),
    }),
    errors: ['plan.not-open', 'plan.read-only', 'catalogue.unknown-row'],
  }),
  'catalogue.remove-row': method({
    request: z.strictObject({ table: z.enum(OWN_ROW_TABLES), key: IdText }),
    response: State,
    errors: ['plan.not-open', 'plan.read-only', 'catalogue.unknown-row'],
  }),
};
