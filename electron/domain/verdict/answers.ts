/** Answers of rules, gathered with where each was asked, and their tally. */
import type { Assumptions } from '../../../shared/model/assumptions';
import type { Waiver } from '../../../shared/model/waiver';
import type { CompiledRule } from '../rules/compiled-rule';
import { type CaseFacts, doubtful, holds, type RuleResult, violated } from '../rules/rule';
import { CLEAR, DOUBTS, maskOf, type Tally } from '../rules/tally';
import type { Member } from './place';
import type { WaiverContext, Waivers } from './waivers';

export interface Answer {
  readonly compiled: CompiledRule;
  readonly result: RuleResult;
  /** The adapter that a `member` rule was asked about. */
  readonly member: Member | null;
  readonly facts: CaseFacts;
  /** The records that it is about. */
  readonly about: WaiverContext;
  /** Set aside by somebody: the answer counts for nothing. */
  readonly waiver: Waiver | null;
}

/** What an answer is asked under. */
export interface Asking {
  readonly assumptions: Assumptions;
  readonly waivers: Waivers;
}

/** Tallies kept apart: what only concerns paths is moot once the path is settled. */
export interface Tallies {
  readonly aboutPath: Tally;
  readonly rest: Tally;
  /** Some rule with `settlesPath` is violated. */
  readonly settled: boolean;
}

export const NO_TALLIES: Tallies = { aboutPath: CLEAR, rest: CLEAR, settled: false };

/** @param isSpared  answers that are to count for nothing, as those set aside do */
export function tallyAnswers(
  answers: readonly Answer[],
  isSpared?: (answer: Answer) => boolean,
): Tallies {
  let aboutPath = CLEAR;
  let rest = CLEAR;
  let settled = false;
  for (const answer of answers) {
    const { compiled, result } = answer;
    const tally = tallyOf(compiled, result);
    if (tally === CLEAR || answer.waiver !== null || isSpared?.(answer)) continue;
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
  isSpared?: (answer: Answer) => boolean,
): Tallies {
  return teamTally(
    byMember.map((answers) => tallyAnswers(answers, isSpared)),
    assumptions,
  );
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

/**
 * Asks a rule, applies the plan's answer to the open question that the rule hangs on, and looks
 * whether somebody set the answer aside.
 */
export function ask(
  compiled: CompiledRule,
  facts: CaseFacts,
  { assumptions, waivers }: Asking,
  about: WaiverContext,
  member: Member | null = null,
): Answer {
  const result = underAssumptions(compiled, compiled.ask(facts), assumptions);
  const counts = result.kind === 'violated' || result.kind === 'undecided';
  return {
    compiled,
    member,
    facts,
    about,
    waiver: counts ? waivers.waiverFor(compiled.rule.id, about) : null,
    result,
  };
}

/** Where the documents leave open what a violation means, the plan says it; unsure, both stay possible. */
function underAssumptions(
  { rule }: CompiledRule,
  result: RuleResult,
  assumptions: Assumptions,
): RuleResult {
  if (rule.assumption === null || result.kind !== 'violated') return result;
  const { message } = result;
  const choice = assumptions[rule.assumption];
  const reading = rule.readings[message]?.[choice];
  if (reading === 'does-not') return holds();
  const values =
    rule.assumption === 'portPolicy'
      ? { ...result.values, policy: PORT_POLICY_STATEMENTS[assumptions.portPolicy] }
      : result.values;
  return reading === 'open' ? doubtful(message, values) : violated(message, values);
}

/** Completes "{vnic} of {vm} has such a policy, and …". */
const PORT_POLICY_STATEMENTS: Readonly<Record<Assumptions['portPolicy'], string>> = {
  'withdraws-vf': 'for a policy of the switch on its port the VF is withdrawn',
  bypassed: 'VF traffic passes it by, so it is not enforced',
  unsure:
    'documents disagree: one says that for a policy of the switch on its port the VF is withdrawn, others that VF traffic passes the policy by, which then is not enforced',
};
