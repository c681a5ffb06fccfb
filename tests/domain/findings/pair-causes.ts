/**
 * The plain form of what `electron/domain/findings` does over sets of hosts: the causes of one move: its reasons, by rule and by the thing at fault, each with what it does to
 * the move and what the move would come to without it.
 */

import { recordToSpare } from '../../../electron/domain/findings/record-to-spare';
import { SAYS_MORE, SYMPTOM_OF } from '../../../electron/domain/findings/symptoms';
import {
  inTheWay,
  type Reason,
  reasonsOf,
  subjectOf,
} from '../../../electron/domain/report/reasons';
import type { Rule } from '../../../electron/domain/rules/rule';
import type { Answer } from '../../../electron/domain/verdict/answers';
import { type Judge, type PairJudgement, worstPath } from '../../../electron/domain/verdict/judge';
import { verdictOf } from '../../../electron/domain/verdict/outcome';
import { holdsFor } from '../../../electron/domain/verdict/waivers';
import type { CauseEffect } from '../../../shared/model/cause';
import type { PlacedRecord } from '../../../shared/model/report';
import {
  type Cell,
  DATAPATHS,
  KINDS_BLOCKED,
  type MoveKind,
  type Outcome,
} from '../../../shared/model/verdict';

export interface MoveCause {
  readonly rule: Rule;
  readonly result: Reason['result'];
  readonly at: Reason['at'];
  /** `null`: the VM itself. */
  readonly subject: PlacedRecord | null;
  /** Rules that only say that there is such a cause. */
  readonly symptoms: ReadonlySet<Rule>;
  /** `null` when the move is none the worse for it, and only waits or carries a warning. */
  readonly turns: Exclude<CauseEffect, 'waits' | 'warned'> | null;
  readonly waits: boolean;
  readonly warned: boolean;
}

export interface MoveCauses {
  readonly outcome: Outcome;
  readonly causes: readonly MoveCause[];
  /** Reasons that hang on facts nobody collected. */
  readonly doubts: readonly Reason[];
}

interface Group {
  readonly first: Reason;
  readonly subject: PlacedRecord | null;
  readonly reasons: Reason[];
  readonly symptoms: Set<Rule>;
}

export function causesOfMove(pair: PairJudgement, kind: MoveKind): MoveCauses {
  const outcome = verdictOf(pair.possible[kind]);
  const all = reasonsOf(pair);
  const way = new Set(inTheWay(all, outcome, kind));
  for (const reason of all) if (isWarning(reason)) way.add(reason);
  const groups = new Map<string, Group>();
  const doubts: Reason[] = [];
  for (const reason of way) {
    if (0 < reason.missing.length) {
      doubts.push(reason);
      continue;
    }
    const subject = subjectOf(reason);
    const key = `${reason.rule.id}\n${reason.result}\n${subject?.kind}\n${subject?.id}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { first: reason, subject, reasons: [reason], symptoms: new Set() });
    } else group.reasons.push(reason);
  }
  if (outcome === 'undecided') {
    for (const reason of all) {
      if (reason.at === 'source' && 0 < reason.missing.length && !way.has(reason)) {
        doubts.push(reason);
      }
    }
  }
  foldSymptoms(groups);
  const asked = [...groups.values()];
  const lowering = loweringGroups(asked, pair, outcome);
  return {
    outcome,
    doubts,
    causes: asked.flatMap((group) => {
      const { first, subject, reasons, symptoms } = group;
      const cause: MoveCause = {
        rule: first.rule,
        result: first.result,
        at: first.at,
        subject,
        symptoms,
        turns: turnOf(group, outcome, kind, lowering.has(group)),
        waits:
          kind !== 'offline' &&
          first.result === 'violated' &&
          first.rule.effect.queues === true &&
          first.at !== 'source',
        warned: reasons.some(isWarning),
      };
      return cause.turns === null && !cause.waits && !cause.warned ? [] : [cause];
    }),
  };
}

/** What the move would come to if some causes were gone and all else stayed. */
export function withoutCauses(
  judge: Judge,
  pair: PairJudgement,
  causes: readonly MoveCause[],
  kind: MoveKind,
): { readonly outcome: Outcome; readonly path: Cell['path'] } {
  const spared = causes.map(({ rule, symptoms, subject }) => {
    const record = recordToSpare(subject, pair.vm);
    return ({ compiled, about }: Answer) =>
      (compiled.rule === rule || symptoms.has(compiled.rule)) && holdsFor(record, about);
  });
  const { possible, there } = judge.sparing(pair, (answer) => spared.some((is) => is(answer)));
  return { outcome: verdictOf(possible[kind]), path: worstPath(there) };
}

/** The groups that take a path away which the VM has now. */
function loweringGroups(
  groups: readonly Group[],
  pair: PairJudgement,
  outcome: Outcome,
): ReadonlySet<Group> {
  const relevant = groups.filter((group) => turnsPath(group, pair));
  // Where no single rule takes the lost path away, all that lower some path stand for it.
  const some = relevant.length === 0 ? groups : relevant;
  // What is lost for certain is not lost because of a doubt.
  const certain = some.filter(({ first }) => first.result === 'violated');
  return new Set(outcome === 'falls-back' && 0 < certain.length ? certain : some);
}

/** What only says that a host has some cause goes to the causes that are named for that host. */
function foldSymptoms(groups: Map<string, Group>): void {
  for (const [id, causes] of Object.entries(SYMPTOM_OF)) {
    for (const [key, symptom] of groups) {
      const { rule, result, answer } = symptom.first;
      if (rule.id !== id || result !== 'violated') continue;
      if (answer.result.kind === 'violated' && answer.result.message === SAYS_MORE[id]) continue;
      const named = [...groups.values()].filter(
        ({ first, subject }) =>
          first.result === 'violated' &&
          causes.includes(first.rule.id) &&
          hostOf(subject) === hostOf(symptom.subject),
      );
      if (named.length === 0) continue;
      groups.delete(key);
      for (const cause of named) {
        for (const one of [symptom.first.rule, ...symptom.symptoms]) cause.symptoms.add(one);
      }
    }
  }
}

function hostOf(subject: PlacedRecord | null): string | null {
  if (subject === null) return null;
  return subject.kind === 'host' ? subject.id : (subject.host?.id ?? null);
}

function turnOf(
  { reasons }: Group,
  outcome: Outcome,
  kind: MoveKind,
  isLowering: boolean,
): MoveCause['turns'] {
  const changes = isLowering && reasons.some(changesPath);
  const blocking = reasons.filter((reason) => blocks(reason, kind));
  switch (outcome) {
    case 'blocked':
      if (blocking.some(({ result }) => result === 'violated')) return 'blocked';
      return changes || 0 < blocking.length ? 'behind' : null;
    case 'falls-back':
      return changes ? 'falls-back' : null;
    case 'undecided':
      return 0 < blocking.length || reasons.some(changesPath) ? 'undecided' : null;
    case 'keeps':
    case 'improves':
      return null;
  }
}

/** Whether it takes away a path at which, or below which, one of its vNICs loses something. */
function turnsPath({ reasons }: Group, pair: PairJudgement): boolean {
  return reasons.some(
    (reason) =>
      changesPath(reason) &&
      pair.vnics.some(({ vnic, outlook }) => {
        if (reason.vnic !== null && reason.vnic.id !== vnic.id) return false;
        if (!outlook.relations.has('falls-back')) return false;
        const { lowers, disconnects } = reason.rule.effect;
        const lost = DATAPATHS.indexOf(outlook.now[0] ?? 'none');
        return (
          disconnects === true || lowers?.some((path) => lost <= DATAPATHS.indexOf(path)) === true
        );
      }),
  );
}

function isWarning({ rule, result, at }: Reason): boolean {
  return rule.effect.warns === true && result === 'violated' && at !== 'source';
}

function blocks({ rule: { effect } }: Reason, kind: MoveKind): boolean {
  return effect.blocks !== undefined && KINDS_BLOCKED[effect.blocks].includes(kind);
}

function changesPath({ rule: { effect } }: Reason): boolean {
  return effect.lowers !== undefined || effect.disconnects === true;
}
