import { z } from 'zod';
import type { Comparison } from '../model/comparison';
import type { StoredConflict } from '../model/conflict';
import type { HistoryEntry, PlanState } from '../model/plan';
import { SNAPSHOT_NAME_LENGTH, type Snapshot } from '../model/snapshot';
import { MOVE_KINDS } from '../model/verdict';
import { JobStarted } from './jobs';
import { IdText, method, modelRecord, Nothing } from './method';

const State = modelRecord<PlanState>('name', 'revision', 'undo', 'redo', 'assumptions');
const Name = z.string().trim().min(1).max(SNAPSHOT_NAME_LENGTH);
const EDITING = ['plan.not-open', 'plan.read-only'] as const;

/** Partial result of `snapshots.compare-start`: what is known before the verdicts are. */
export type ComparisonPart = Pick<Comparison, 'records' | 'facts'>;

export const snapshotMethods = {
  /** Newest first. */
  'snapshots.list': method({
    request: Nothing,
    response: z.array(modelRecord<Snapshot>('id', 'name', 'madeAt', 'isAutomatic')),
    errors: ['plan.not-open'],
  }),
  'snapshots.make': method({
    request: z.strictObject({ name: Name }),
    response: State,
    errors: EDITING,
  }),
  'snapshots.rename': method({
    request: z.strictObject({ id: IdText, name: Name }),
    response: State,
    errors: [...EDITING, 'snapshot.unknown'],
  }),
  'snapshots.remove': method({
    request: z.strictObject({ id: IdText }),
    response: State,
    errors: [...EDITING, 'snapshot.unknown'],
  }),
  /** Makes the plan say what it said then, as an edit that can be undone. */
  'snapshots.restore': method({
    request: z.strictObject({ id: IdText }),
    response: State,
    errors: [...EDITING, 'snapshot.unknown', 'plan.damaged'],
  }),
  /**
   * Compares two states as a job (`ComparisonPart`, `Comparison`); `null` is the present state.
   */
  'snapshots.compare-start': method({
    request: z.strictObject({
      before: IdText.nullable(),
      after: IdText.nullable(),
      kind: z.enum(MOVE_KINDS),
    }),
    response: JobStarted,
    errors: ['plan.not-open', 'snapshot.unknown', 'plan.damaged'],
  }),
  /** The journal, newest first. */
  'history.list': method({
    request: z.strictObject({
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(1000),
    }),
    response: z.strictObject({
      total: z.number().int(),
      entries: z.array(modelRecord<HistoryEntry>('number', 'editedAt', 'description', 'isUndone')),
    }),
    errors: ['plan.not-open'],
  }),
  /** Undoes or redoes up to right after an edit; 0 is before all of them. */
  'history.go-to': method({
    request: z.strictObject({ number: z.number().int().min(0) }),
    response: State,
    errors: [...EDITING, 'edit.no-such-moment'],
  }),
  /** What sources disagree about; open ones first. */
  'conflicts.list': method({
    request: Nothing,
    response: z.array(
      modelRecord<StoredConflict>('id', 'recordName', 'title', 'kept', 'other', 'choice'),
    ),
    errors: ['plan.not-open'],
  }),
  /** Sets the fact to what one side says; `null` opens the question again. */
  'conflicts.settle': method({
    request: z.strictObject({ id: IdText, side: z.enum(['kept', 'other']).nullable() }),
    response: State,
    errors: [...EDITING, 'conflict.unknown'],
  }),
};
