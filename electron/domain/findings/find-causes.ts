/**
 * Findings of a whole plan by root cause. Work goes in steps, one VM each, so that whoever drives
 * it can show what was found so far, and stop. What is kept does not grow with the number of
 * moves.
 */
import { counted } from '../../../shared/format/plural';
import { type Cause, type Findings, TURNABLE } from '../../../shared/model/cause';
import type { Host, Vm } from '../../../shared/model/estate';
import { type MoveKind, OUTCOMES, type Outcome } from '../../../shared/model/verdict';
import { byName } from '../report/by-name';
import { MissingFacts } from '../report/missing-facts';
import type { Judge } from '../verdict/judge';
import { targetsOf } from '../verdict/summary';
import { CauseTally, worstFirst } from './cause-tally';
import { type CauseWords, causeOf, wordsOfCause } from './explain-cause';
import { causesOfMove, type MoveCause, withoutCause } from './move-causes';

export interface FindingsLimits {
  readonly causes: number;
  /** In what is handed out before the end. */
  readonly causesSoFar: number;
  readonly namesPerCause: number;
  readonly missing: number;
  readonly recordsPerMissing: number;
}

/** As much as a person works through; the rest is counted, and said to be left out. */
export const FINDINGS_LIMITS: FindingsLimits = {
  causes: 500,
  causesSoFar: 60,
  namesPerCause: 50,
  missing: 200,
  recordsPerMissing: 100,
};

export type FindingsStep =
  | { readonly fraction: number; readonly step: string }
  | { readonly partial: Findings };

/** How often what was found so far is handed out. */
const PARTIALS = 12;

export function* findCauses(
  judge: Judge,
  kind: MoveKind,
  revision: number,
  limits: FindingsLimits = FINDINGS_LIMITS,
): Generator<FindingsStep, Findings> {
  const vms = [...judge.estate.vms].sort(byName);
  const step = `Judging ${counted(vms.length, 'VM')}`;
  const gathering = new Gathering(judge, kind, limits);
  const stride = Math.max(25, Math.ceil(vms.length / PARTIALS));
  for (const [at, vm] of vms.entries()) {
    yield { fraction: at / vms.length, step };
    if (0 < at && at % stride === 0) {
      const soFar = gathering.list(limits.causesSoFar, revision, at);
      yield { partial: yield* inSteps(soFar, at / vms.length, step) };
    }
    yield* gathering.add(vm, at / vms.length, step);
  }
  const listing = gathering.list(limits.causes, revision, vms.length);
  return yield* inSteps(listing, 1, 'Putting the reasons into words');
}

class Gathering {
  readonly #judge: Judge;
  readonly #kind: MoveKind;
  readonly #limits: FindingsLimits;
  readonly #tallies = new Map<string, CauseTally>();
  readonly #words = new Map<string, CauseWords>();
  readonly #missing = new MissingFacts();
  readonly #outcomes = Object.fromEntries(OUTCOMES.map((one) => [one, 0])) as Record<
    Outcome,
    number
  >;

  constructor(judge: Judge, kind: MoveKind, limits: FindingsLimits) {
    this.#judge = judge;
    this.#kind = kind;
    this.#limits = limits;
  }

  *add(vm: Vm, fraction: number, step: string): Generator<FindingsStep, void> {
    const touched = new Set<CauseTally>();
    let moves = 0;
    for (const target of targetsOf(this.#judge, vm)) {
      const pair = this.#judge.judge(vm, target);
      const { outcome, causes, doubts } = causesOfMove(pair, this.#kind);
      this.#outcomes[outcome] += 1;
      this.#missing.add({
        vm,
        targets: [{ cell: { outcome }, reasons: doubts, doubtsHere: [] }],
      });
      for (const cause of causes) {
        const tally = this.#tally(cause, vm, target);
        touched.add(tally);
        for (const rule of cause.symptoms) tally.symptoms.add(rule);
        const isAlone = !causes.some((one) => one !== cause && one.turns === cause.turns);
        if (cause.turns !== null) {
          tally.addEffect(
            cause.turns,
            isAlone && (cause.turns !== 'undecided' || doubts.length === 0),
          );
          const after = withoutCause(this.#judge, pair, cause, this.#kind);
          tally.addAfter(after.outcome, after.path);
        }
        if (cause.waits)
          tally.addEffect('waits', !causes.some((one) => one !== cause && one.waits));
        if (cause.warned) {
          tally.addEffect('warned', !causes.some((one) => one !== cause && one.warned));
        }
      }
      // A VM outside any cluster has every host of the plan before it.
      moves += 1;
      if (moves % 64 === 0) yield { fraction, step };
    }
    for (const tally of touched) tally.endVm(vm);
  }

  *list(limit: number, revision: number, vmsDone: number): Generator<void, Findings> {
    const all = [...this.#tallies.values()].sort(worstFirst);
    const items: Cause[] = [];
    for (const tally of all.slice(0, limit)) {
      let words = this.#words.get(tally.id);
      if (words === undefined) {
        yield;
        words = wordsOfCause(this.#judge, tally);
        this.#words.set(tally.id, words);
      }
      items.push(causeOf(tally, words));
    }
    return {
      kind: this.#kind,
      revision,
      causes: { items, total: all.length },
      missing: this.#missing.list(this.#limits),
      outcomes: { ...this.#outcomes },
      vmsDone,
      vmCount: this.#judge.estate.vms.length,
    };
  }

  #tally(cause: MoveCause, vm: Vm, target: Host): CauseTally {
    const { rule, result, subject } = cause;
    const id = [rule.id, result, subject?.kind ?? 'vm', subject?.id ?? ''].join(' ');
    let tally = this.#tallies.get(id);
    if (tally === undefined) {
      tally = new CauseTally(id, cause, vm, target, this.#limits.namesPerCause);
      this.#tallies.set(id, tally);
    }
    return tally;
  }
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
  return TURNABLE.reduce((sum, effect) => sum + counts[effect].moves, 0);
}
