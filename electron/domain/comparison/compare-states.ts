/** Two states of a plan side by side, in steps: estate and facts first, then every verdict. */
import { counted } from '../../../shared/format/plural';
import type { Comparison } from '../../../shared/model/comparison';
import type { MoveKind } from '../../../shared/model/verdict';
import { compareEstates } from './compare-estates';
import { compareVerdicts, type JudgedState } from './compare-verdicts';

export interface ComparisonStep {
  /** 0…1 */
  readonly fraction: number;
  /** What is being done, for people. */
  readonly step: string;
}

/** What can be shown before the verdicts are compared. */
export type ComparisonPart = Pick<Comparison, 'records' | 'facts'>;

const ESTATE_SHARE = 0.1;

export function* compareStates(
  before: JudgedState,
  after: JudgedState,
  kind: MoveKind,
): Generator<ComparisonStep | { readonly partial: ComparisonPart }, Comparison> {
  const vmCount = after.judge.estate.vms.length;
  const estates = compareEstates(before.judge.estate, after.judge.estate);
  let part = estates.next();
  while (!part.done) {
    yield { fraction: ESTATE_SHARE * part.value, step: 'Comparing the facts' };
    part = estates.next();
  }
  const { records, facts, touched } = part.value;
  yield { partial: { records, facts } };
  const verdicts = compareVerdicts(
    before,
    after,
    kind,
    sameBesides(before, after) ? touched : null,
  );
  let next = verdicts.next();
  while (!next.done) {
    yield {
      fraction: ESTATE_SHARE + (1 - ESTATE_SHARE) * next.value,
      step: `Comparing the verdicts of ${counted(vmCount, 'VM')}`,
    };
    next = verdicts.next();
  }
  return { kind, records, facts, verdicts: next.value };
}

/** Whether the two differ in nothing but their estates. */
function sameBesides({ judge: before }: JudgedState, { judge: after }: JudgedState): boolean {
  return JSON.stringify(besides(before)) === JSON.stringify(besides(after));
}

function besides({ assumptions, waivers, catalogue }: JudgedState['judge']): unknown {
  return {
    assumptions,
    catalogue: catalogue.own,
    waivers: waivers.list.map(({ ruleId, recordKind, recordId }) => [ruleId, recordKind, recordId]),
  };
}
