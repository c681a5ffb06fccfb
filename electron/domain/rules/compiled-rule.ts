/**
 * Rules prepared for asking them often: which facts each reads, and on which side of the question
 * those facts stand, so that an answer that only depends on one side is worked out once.
 */
import { unknown } from '../../../shared/fact';
import type { RuleEffect } from '../../../shared/model/verdict';
import {
  type CaseFacts,
  type FactPath,
  type ReadFact,
  type Rule,
  type RuleResult,
  type Subject,
  splitPath,
} from './rule';
import { type Tally, tallyOfEffect } from './tally';

/**
 * `vnic`: depends on the VM and its vNIC only. `place`: on the host and switch only. `member`: on
 * one adapter behind the switch as well, and maybe on anything else. `mixed`: on both sides.
 * `move`: on both ends of a move.
 */
export type RuleSide = 'vnic' | 'place' | 'member' | 'mixed' | 'move';

export interface CompiledRule {
  readonly rule: Rule;
  readonly side: RuleSide;
  /** Asked once per vNIC; else once per place or per move. */
  readonly perVnic: boolean;
  /** Its only effect is on which path is possible, so a settled path makes it moot. */
  readonly onlyAboutPath: boolean;
  /** Asks for more of the switch, or of what is behind it, than that it is there. */
  readonly isBehindSwitch: boolean;
  /** The tally of a violation. */
  readonly whenViolated: Tally;
  readonly ask: (facts: CaseFacts) => RuleResult;
}

export function compileRule(rule: Rule): CompiledRule {
  const readers = Object.entries(rule.reads).map(([name, path]) => {
    const [subject, field] = splitPath(path);
    return { name, path, subject, field };
  });
  const subjects = new Set<Subject>(readers.map((reader) => reader.subject));
  const side = sideOf(rule, subjects);
  return {
    rule,
    side,
    perVnic: side === 'vnic' || side === 'mixed' || subjects.has('vnic') || subjects.has('pool'),
    onlyAboutPath: isOnlyAboutPath(rule.effect) && !rule.settlesPath,
    isBehindSwitch: readers.some(
      ({ path, subject }) => path !== 'place.switchFound' && BEHIND_A_SWITCH.includes(subject),
    ),
    whenViolated: tallyOfEffect(rule.effect),
    ask: (facts) => {
      const given: Record<string, ReadFact<unknown>> = {};
      for (const { name, path, subject, field } of readers) {
        given[name] = { path, fact: facts[subject]?.[field] ?? NOT_COLLECTED };
      }
      return rule.check(given as Parameters<Rule['check']>[0]);
    },
  };
}

/** The paths of the facts that a rule reads, in the order in which it names them. */
export function pathsRead(rule: Rule): readonly FactPath[] {
  return Object.values(rule.reads);
}

const NOT_COLLECTED = unknown('not-collected');
const AT_A_PLACE: readonly Subject[] = ['host', 'switch', 'adapter', 'place', 'pool'];
const BEHIND_A_SWITCH: readonly Subject[] = ['switch', 'adapter', 'pool', 'place'];
const OF_THE_MOVE: readonly Subject[] = ['source', 'target', 'cluster', 'move'];

function sideOf(rule: Rule, subjects: ReadonlySet<Subject>): RuleSide {
  const some = (list: readonly Subject[]) => list.some((subject) => subjects.has(subject));
  if (some(OF_THE_MOVE) || (rule.scope === 'migration' && !some(AT_A_PLACE))) return 'move';
  if (subjects.has('adapter')) return 'member';
  if (!some(AT_A_PLACE)) return 'vnic';
  const onVmSide = some(['vm', 'vnic', 'guest', 'place', 'pool']);
  return onVmSide ? 'mixed' : 'place';
}

function isOnlyAboutPath(effect: RuleEffect): boolean {
  return (
    effect.blocks === undefined &&
    effect.queues === undefined &&
    effect.warns === undefined &&
    effect.disconnects === undefined
  );
}
