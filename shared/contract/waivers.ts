import { z } from 'zod';
import type { PlanState } from '../model/plan';
import { type NamedWaiver, NOTE_LENGTH, WAIVER_KINDS } from '../model/waiver';
import { IdText, method, modelRecord, Nothing } from './method';

const State = modelRecord<PlanState>('name', 'revision', 'undo', 'redo', 'assumptions');

/** Rules that speak of one cause, and the record that they are set aside for; `null`: all. */
const subject = {
  ruleIds: z.array(IdText).min(1).max(20),
  record: z.strictObject({ kind: z.enum(WAIVER_KINDS), id: IdText }).nullable(),
};

export const waiverMethods = {
  /** What is set aside, newest first. */
  'waivers.list': method({
    request: Nothing,
    response: z.array(modelRecord<NamedWaiver>('ruleId', 'note', 'setAt', 'ruleTitle')),
    errors: ['plan.not-open'],
  }),
  /** Sets rules aside with a note, or changes the note, as one edit. */
  'waivers.set': method({
    request: z.strictObject({ ...subject, note: z.string().trim().min(1).max(NOTE_LENGTH) }),
    response: State,
    errors: ['plan.not-open', 'edit.unknown-field'],
  }),
  /** Takes rules back among those that count, as one edit. */
  'waivers.remove': method({
    request: z.strictObject(subject),
    response: State,
    errors: ['plan.not-open', 'edit.unknown-field'],
  }),
};
