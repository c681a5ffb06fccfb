/**
 * Findings of a whole plan by root cause. Work goes in steps, one VM each, so that whoever drives
 * it can show what was found so far, and stop. What is kept does not grow with the number of
 * moves.
 */
import { counted } from '../../../shared/format/plural';
import { type Cause, type CauseEffect, type Findings, TURNABLE } from '../../../shared/model/cause';
import type { MoveKind } from '../../../shared/model/verdict';
import { byName } from '../report/by-name';
import type { Judge } from '../verdict/judge';
import type { Matrix } from '../verdict/matrix';
import { CauseGathering } from './cause-gathering';
import { type CauseWords, causeOf, wordsOfCause } from './explain-cause';

export interface FindingsLimits {
  readonly causes: number;
  readonly thingsPerCause: number;
  /** In what is handed out before the end. */
  readonly causesSoFar: number;
  readonly thingsSoFar: number;
  readonly namesPerCause: number;
  readonly namesPerThing: number;
  readonly missing: number;
  readonly recordsPerMissing: number;
}

/** As much as a person works through; the rest is counted, and said to be left out. */
export const FINDINGS_LIMITS: FindingsLimits = {
  causes: 500,
  thingsPerCause: 100,
  causesSoFar: 60,
  thingsSoFar: 12,
  namesPerCause: 50,
  namesPerThing: 8,
  missing: 200,
  recordsPerMissing: 100,
};

export type FindingsStep =
  | { readonly fraction: number; readonly step: string }
  | { readonly partial: Findings };

/** How often what was found so far is handed out, beside a first time early on. */
const PARTIALS = 8;
const FIRST_PARTIAL = 25;

export function* findCauses(
  judge: Judge,
  matrix: Matrix,
  kind: MoveKind,
  revision: number,
  limits: FindingsLimits = FINDINGS_LIMITS,
): Generator<FindingsStep, Findings> {
  const vms = [...judge.estate.vms].sort(byName);
  const step = `Judging ${counted(vms.length, 'VM')}`;
  const gathering = new CauseGathering(judge, matrix, kind, vms, limits);
  const words = new Map<string, CauseWords>();
  const stride = Math.max(FIRST_PARTIAL, Math.ceil(vms.length / PARTIALS));
  const listed = { judge, gathering, words, kind, revision, vmCount: vms.length };
  for (let at = 0; at < vms.length; at += 1) {
    yield { fraction: at / vms.length, step };
    if (at === FIRST_PARTIAL || (0 < at && at % stride === 0)) {
      const { causesSoFar: causes, thingsSoFar: thingsPerCause } = limits;
      const soFar = list({ ...listed, vmsDone: at }, { ...limits, causes, thingsPerCause });
      yield { partial: yield* inSteps(soFar, at / vms.length, step) };
    }
    gathering.add(at);
  }
  const listing = list({ ...listed, vmsDone: vms.length }, limits);
  return yield* inSteps(listing, 1, 'Putting the reasons into words');
}

interface Listing {
  readonly judge: Judge;
  readonly gathering: CauseGathering;
  /** Of causes that were told before. */
  readonly words: Map<string, CauseWords>;
  readonly kind: MoveKind;
  readonly revision: number;
  readonly vmCount: number;
  readonly vmsDone: number;
}

function* list(
  { judge, gathering, words, kind, revision, vmCount, vmsDone }: Listing,
  limits: FindingsLimits,
): Generator<void, Findings> {
  const all = gathering.list();
  const items: Cause[] = [];
  for (const { like, total } of all.slice(0, limits.causes)) {
    yield;
    let told = words.get(like.id);
    if (told === undefined) {
      told = wordsOfCause(judge, like);
      words.set(like.id, told);
    }
    items.push(
      causeOf(like, told, {
        counts: total.counts,
        after: total.after,
        vms: gathering.namesOf(total, limits.namesPerCause),
        things: gathering.thingsOf(like, limits.thingsPerCause),
        symptoms: gathering.symptomsOf(total),
      }),
    );
  }
  return {
    kind,
    revision,
    causes: { items, total: all.length },
    missing: gathering.missing.list(limits),
    outcomes: { ...gathering.outcomes },
    vmsDone,
    vmCount,
  };
}

/** Every cause that is put into words is a step, so that other work comes in between. */
function* inSteps<R>(
  work: Generator<void, R>,
  fraction: number,
  step: string,
): Generator<FindingsStep, R> {
  let next = work.next();
  while (!next.done) {
    yield { fraction, step };
    next = work.next();
  }
  return next.value;
}

/** Moves that a fix of the cause may turn. */
export function turnableMoves({ counts }: Pick<Cause, 'counts'>): number {
  return TURNABLE.reduce((sum: number, effect: CauseEffect) => sum + counts[effect].moves, 0);
}
