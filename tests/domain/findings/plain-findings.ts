/** Findings gathered the plain way: every pair judged, every cause counted by name. */
import { byName } from '../../../electron/domain/report/by-name';
import type { Judge } from '../../../electron/domain/verdict/judge';
import { targetsOf } from '../../../electron/domain/verdict/summary';
import {
  CAUSE_EFFECTS,
  type Cause,
  type CauseEffect,
  type CauseThing,
} from '../../../shared/model/cause';
import type { MissingGroup } from '../../../shared/model/report';
import { type Cell, type MoveKind, OUTCOMES, type Outcome } from '../../../shared/model/verdict';
import { causesOfMove, type MoveCause, withoutCauses } from './pair-causes';
import { PlainMissing } from './plain-missing';

/** What is compared of a cause or a thing. */
export interface Numbers {
  readonly counts: Record<string, [vms: number, moves: number, alone: number]>;
  readonly after: Record<string, number>;
  readonly vms: string[];
  readonly things: Map<string, Numbers>;
  readonly symptoms: string[];
}

const WORST_FIRST: readonly Outcome[] = ['blocked', 'falls-back', 'undecided', 'keeps', 'improves'];

class Counting {
  readonly #vms = new Map<string, Set<string>>();
  readonly #moves = new Map<string, number>();
  readonly #alone = new Map<string, number>();
  readonly #after = new Map<string, number>();
  readonly #worst = new Map<string, Outcome>();
  readonly #names = new Set<string>();
  readonly symptoms = new Set<string>();
  readonly things = new Map<string, Counting>();

  effect(vm: string, effect: CauseEffect, isAlone: boolean): void {
    this.#names.add(vm);
    this.#vms.set(effect, (this.#vms.get(effect) ?? new Set()).add(vm));
    this.#moves.set(effect, (this.#moves.get(effect) ?? 0) + 1);
    if (isAlone) this.#alone.set(effect, (this.#alone.get(effect) ?? 0) + 1);
  }

  fixed(vm: string, outcome: Outcome, path: Cell['path']): void {
    const add = (key: string) => this.#after.set(key, (this.#after.get(key) ?? 0) + 1);
    add(`moves ${outcome}`);
    if (outcome === 'falls-back') add(`to ${path}`);
    const worst = this.#worst.get(vm);
    if (worst === undefined || WORST_FIRST.indexOf(outcome) < WORST_FIRST.indexOf(worst)) {
      this.#worst.set(vm, outcome);
    }
  }

  numbers(): Numbers {
    const after = new Map(this.#after);
    for (const outcome of this.#worst.values()) {
      after.set(`vms ${outcome}`, (after.get(`vms ${outcome}`) ?? 0) + 1);
    }
    return {
      counts: Object.fromEntries(
        CAUSE_EFFECTS.filter((effect) => this.#moves.has(effect)).map((effect) => [
          effect,
          [
            this.#vms.get(effect)?.size ?? 0,
            this.#moves.get(effect) ?? 0,
            this.#alone.get(effect) ?? 0,
          ],
        ]),
      ),
      after: Object.fromEntries(after),
      vms: [...this.#names].sort(),
      things: new Map([...this.things].map(([id, one]) => [id, one.numbers()])),
      symptoms: [...this.symptoms].sort(),
    };
  }
}

export function plainFindings(
  judge: Judge,
  kind: MoveKind,
): { causes: Map<string, Numbers>; missing: MissingGroup[] } {
  const likes = new Map<string, Counting>();
  const missing = new PlainMissing();
  for (const vm of [...judge.estate.vms].sort(byName)) {
    for (const target of targetsOf(judge, vm)) {
      const pair = judge.judge(vm, target);
      const { outcome, causes, doubts } = causesOfMove(pair, kind);
      if (outcome === 'undecided') missing.add(vm, doubts);
      const idOf = ({ rule, result, subject }: MoveCause) =>
        `${rule.id} ${result} ${subject?.kind ?? 'vm'}`;
      for (const id of new Set(causes.map(idOf))) {
        const like = find(likes, id);
        const mine = causes.filter((one) => idOf(one) === id);
        const turning = mine.filter(({ turns }) => turns !== null);
        if (0 < turning.length) {
          const { outcome: then, path } = withoutCauses(judge, pair, turning, kind);
          like.fixed(vm.name, then, path);
        }
        const effects = effectsOf(mine);
        for (const effect of effects) {
          const isAlone = !causes.some((one) => idOf(one) !== id && effectsOf([one]).has(effect));
          like.effect(vm.name, effect, isAlone && (effect !== 'undecided' || doubts.length === 0));
        }
        for (const cause of mine) {
          for (const { id: symptom } of cause.symptoms) {
            if (cause.turns !== null) like.symptoms.add(symptom);
          }
          if (cause.subject === null) continue;
          const thing = find(like.things, cause.subject.id);
          for (const effect of effectsOf([cause])) {
            const isAlone = !causes.some((one) => one !== cause && effectsOf([one]).has(effect));
            thing.effect(
              vm.name,
              effect,
              isAlone && (effect !== 'undecided' || doubts.length === 0),
            );
          }
          if (cause.turns === null) continue;
          const { outcome: then, path } = withoutCauses(judge, pair, [cause], kind);
          thing.fixed(vm.name, then, path);
        }
      }
    }
  }
  return {
    causes: new Map([...likes].map(([id, one]) => [id, one.numbers()])),
    missing: missing.list(),
  };
}

/** The same of a cause as it is found. */
export function numbersOf({ symptoms, things, ...told }: Cause): Numbers {
  return {
    ...thingNumbers(told),
    symptoms: symptoms.map(({ ruleId }) => ruleId).sort(),
    things: new Map(things.items.map((one) => [one.subject.id, thingNumbers(one)])),
  };
}

function thingNumbers({
  counts,
  after,
  vms,
}: Pick<CauseThing, 'counts' | 'after' | 'vms'>): Numbers {
  const told = CAUSE_EFFECTS.filter((effect) => 0 < counts[effect].moves);
  return {
    counts: Object.fromEntries(
      told.map((effect) => [
        effect,
        [counts[effect].vms, counts[effect].moves, counts[effect].aloneMoves],
      ]),
    ),
    after: Object.fromEntries(
      [
        ...OUTCOMES.map((outcome) => [`moves ${outcome}`, after.moves[outcome]] as const),
        ...OUTCOMES.map((outcome) => [`vms ${outcome}`, after.vms[outcome]] as const),
        ...Object.entries(after.fallsBackTo).map(([path, count]) => [`to ${path}`, count] as const),
      ].filter(([, count]) => 0 < count),
    ),
    vms: vms.items.map(({ name }) => name).sort(),
    things: new Map(),
    symptoms: [],
  };
}

function effectsOf(causes: readonly MoveCause[]): Set<CauseEffect> {
  const effects = new Set<CauseEffect>();
  for (const { turns, waits, warned } of causes) {
    if (turns !== null) effects.add(turns);
    if (waits) effects.add('waits');
    if (warned) effects.add('warned');
  }
  return effects;
}

function find(all: Map<string, Counting>, id: string): Counting {
  let found = all.get(id);
  if (found === undefined) {
    found = new Counting();
    all.set(id, found);
  }
  return found;
}
