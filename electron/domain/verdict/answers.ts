/** Answers of rules, gathered with where each was asked, and their tally. */
import type { Assumptions } from '../../../shared/model/assumptions';
import type { CompiledRule } from '../rules/compiled-rule';
import type { CaseFacts, RuleResult } from '../rules/rule';
import { CLEAR, DOUBTS, maskOf, type Tally } from '../rules/tally';
import type { Member } from './place';

export interface Answer {
  readonly compiled: CompiledRule;
  readonly result: RuleResult;
  /** The adapter that a `member` rule was asked about. */
  readonly member: Member | null;
  readonly facts: CaseFacts;
}

/** Tallies kept apart: what only concerns paths is moot once the path is settled. */
export interface Tallies {
  readonly aboutPath: Tally;
  readonly rest: Tally;
  /** Some rule with `settlesPath` is violated. */
  readonly settled: boolean;
}

export const NO_TALLIES: Tallies = { aboutPath: CLEAR, rest: CLEAR, settled: false };

export function tallyAnswers(answers: readonly Answer[]): Tallies {
  let aboutPath = CLEAR;
  let rest = CLEAR;
  let settled = false;
  for (const { compiled, result } of answers) {
    const tally = tallyOf(compiled, result);
    if (tally === CLEAR) continue;
    if (compiled.onlyAboutPath) aboutPath |= tally;
    else rest |= tally;
    if (compiled.rule.settlesPath && result.kind === 'violated') settled = true;
  }
  return { aboutPath, rest, settled };
}

export function addTallies(...parts: readonly Tallies[]): Tallies {
  let aboutPath = CLEAR;
  let rest = CLEAR;
  let settled = false;
  for (const part of parts) {
    aboutPath |= part.aboutPath;
    rest |= part.rest;
    settled ||= part.settled;
  }
  return { aboutPath, rest, settled };
}

export function totalOf(tallies: Tallies): Tally {
  return tallies.settled ? tallies.rest : tallies.aboutPath | tallies.rest;
}

/**
 * Answers about the members of a team: a path is lost for certain only when every member has lost
 * it. What a capable member means for the others is an assumption of the plan.
 */
export function tallyMembers(
  byMember: readonly (readonly Answer[])[],
  assumptions: Assumptions,
): Tallies {
  return teamTally(byMember.map(tallyAnswers), assumptions);
}

/** What the tallies of a team's members mean for the team. */
export function teamTally(byMember: readonly Tallies[], assumptions: Assumptions): Tallies {
  const [first, ...others] = byMember;
  if (first === undefined) return NO_TALLIES;
  let common = first.aboutPath;
  let any = first.aboutPath;
  let rest = first.rest;
  for (const tallies of others) {
    common &= tallies.aboutPath;
    any |= tallies.aboutPath;
    rest |= tallies.rest;
  }
  const doubts = assumptions.setMember === 'unsure' ? any & ~common & DOUBTS : CLEAR;
  return {
    // Warnings of one member stay warnings of the team.
    aboutPath: ((common | doubts) & PATH_EFFECTS) | (any & ~PATH_EFFECTS),
    rest,
    settled: false,
  };
}

const PATH_EFFECTS = maskOf('sriov', 'vmdq', 'disconnect');

function tallyOf(compiled: CompiledRule, result: RuleResult): Tally {
  if (result.kind === 'violated') return compiled.whenViolated;
  if (result.kind === 'undecided') return compiled.whenViolated & DOUBTS;
  return CLEAR;
}

/** Asks a rule and applies the plan's answer to the open question that the rule hangs on. */
export function ask(
  compiled: CompiledRule,
  facts: CaseFacts,
  assumptions: Assumptions,
  member: Member | null = null,
): Answer {
  const result = compiled.ask(facts);
  const unsure =
    result.kind === 'violated' &&
    compiled.rule.assumption === 'portPolicy' &&
    assumptions.portPolicy === 'unsure';
  return {
    compiled,
    member,
    facts,
    result: unsure
      ? {
          kind: 'undecided',
          missing: [],
          doubt: { message: result.message, values: result.values },
        }
      : result,
  };
}
