import type { Findings } from '../../../shared/model/cause';
import type { MoveKind } from '../../../shared/model/verdict';
import { findCauses } from '../../domain/findings/find-causes';
import type { PlanSession } from './plan-session';
import { Cancelled, type Step } from './steps';

/** Gathers the findings of the open plan; what was gathered of an older plan is of no use. */
export function* findingsJob(
  session: Pick<PlanSession, 'judge' | 'matrix' | 'revision'>,
  kind: MoveKind,
): Generator<Step | { readonly partial: Findings }, Findings> {
  const { judge, revision } = session;
  const work = findCauses(judge, session.matrix, kind, revision);
  let next = work.next();
  while (!next.done) {
    if (session.revision !== revision) throw new Cancelled();
    yield next.value;
    next = work.next();
  }
  return next.value;
}
