import { z } from 'zod';
import { assumptionTable } from '../model/assumptions';
import { RECORD_KINDS } from '../model/estate';
import type { EstateIndex, PlanState, RecentPlan } from '../model/plan';
import { Done, IdText, method, modelRecord, Nothing } from './method';

const State = modelRecord<PlanState>('name', 'revision', 'undo', 'redo', 'assumptions');
const OPENING = [
  'plan.not-a-plan',
  'plan.too-new',
  'plan.damaged',
  'plan.busy',
  'plan.not-found',
  'file.unreadable',
] as const;

export const planMethods = {
  /** The open plan, or `null` when none is open. */
  'plans.state': method({ request: Nothing, response: State.nullable() }),
  'plans.recent': method({
    request: Nothing,
    response: z.array(modelRecord<RecentPlan>('token', 'name', 'folder', 'openedAt')),
  }),
  /** Asks where to keep the new plan; `null` when the user cancels. */
  'plans.create': method({ request: Nothing, response: State.nullable(), errors: OPENING }),
  /** Opens a recent plan by its token, or asks for a file; `null` when the user cancels. */
  'plans.open': method({
    request: z.strictObject({ token: IdText.optional() }),
    response: State.nullable(),
    errors: OPENING,
  }),
  /** Opens the demonstration plan, importing its raw files when it is not there yet. */
  'plans.open-demonstration': method({ request: Nothing, response: State, errors: OPENING }),
  /** Writes a tidy copy elsewhere and goes on with it; `null` when the user cancels. */
  'plans.save-as': method({ request: Nothing, response: State.nullable(), errors: OPENING }),
  'plans.close': method({ request: Nothing, response: Done }),
  'plans.rename': method({
    request: z.strictObject({ name: z.string().trim().min(1).max(120) }),
    response: State,
    errors: ['plan.not-open', 'plan.read-only'],
  }),
  'plans.undo': method({
    request: Nothing,
    response: State,
    errors: ['plan.not-open', 'plan.read-only', 'edit.nothing-to-undo'],
  }),
  'plans.redo': method({
    request: Nothing,
    response: State,
    errors: ['plan.not-open', 'plan.read-only', 'edit.nothing-to-redo'],
  }),
  'plans.set-assumption': method({
    request: z
      .strictObject({
        name: z.enum(Object.keys(assumptionTable) as [keyof typeof assumptionTable]),
        choice: z.string().max(40),
      })
      .refine(({ name, choice }) => choice in assumptionTable[name].choices, {
        error: 'no such choice',
      }),
    response: State,
    errors: ['plan.not-open', 'plan.read-only'],
  }),
  'estate.index': method({
    request: Nothing,
    response: modelRecord<EstateIndex>('revision', 'hosts', 'vms'),
    errors: ['plan.not-open'],
  }),
  /** A record with all its facts and their origins. */
  'estate.record': method({
    request: z.strictObject({ kind: z.enum(RECORD_KINDS), id: IdText }),
    response: z.strictObject({
      kind: z.enum(RECORD_KINDS),
      id: IdText,
      name: z.string(),
      facts: z.array(
        z.strictObject({
          field: z.string(),
          title: z.string(),
          /** The value for people, or `null` when unknown. */
          value: z.string().nullable(),
          /** Where it came from, or why it is unknown. */
          origin: z.string(),
          collect: z.string(),
          edited: z.boolean(),
          /** Of an edited fact: the imported value for people. */
          importedValue: z.string().nullable(),
        }),
      ),
    }),
    errors: ['plan.not-open'],
  }),
  /** Sets a fact by hand from what the user typed; `null` takes the imported value back. */
  'estate.edit': method({
    request: z.strictObject({
      kind: z.enum(RECORD_KINDS),
      id: IdText,
      field: z.string().max(60),
      text: z.string().max(4000).nullable(),
    }),
    response: State,
    errors: ['plan.not-open', 'plan.read-only', 'edit.unknown-field', 'edit.bad-value'],
  }),
};
