import type { Comparison } from '../../../shared/model/comparison';
import type { MoveKind } from '../../../shared/model/verdict';
import {
  type ComparisonPart,
  type ComparisonStep,
  compareStates,
} from '../../domain/comparison/compare-states';
import { Matrix } from '../../domain/verdict/matrix';
import type { PlanSession } from './plan-session';
import type { Step } from './steps';

/** Snapshots by id; `null` is the present state. */
export interface CompareWish {
  readonly before: string | null;
  readonly after: string | null;
  readonly kind: MoveKind;
}

/** Compares two states of the open plan. What is edited meanwhile does not take part. */
export function* compareJob(
  session: PlanSession,
  { before, after, kind }: CompareWish,
): Generator<Step | ComparisonStep | { readonly partial: ComparisonPart }, Comparison> {
  yield { fraction: null, step: 'Reading the states' };
  const states = [before, after].map((id) => {
    // The session's own matrix follows edits.
    const judge = id === null ? session.judge : session.judgeAt(id);
    return { judge, matrix: new Matrix(judge) };
  });
  const [was, is] = states;
  if (was === undefined || is === undefined) throw new Error('two states are compared');
  return yield* compareStates(was, is, kind);
}
