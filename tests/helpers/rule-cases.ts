/**
 * Runs one rule against tables of cases. A case gives only the facts that matter; every other
 * fact that the rule reads is unknown, so that a rule that asks too early shows it.
 */
import { describe, expect, it } from 'vitest';
import type { FactPath, FactValueAt, Rule, RuleResult } from '../../electron/domain/rules/rule';
import { known, unknown } from '../../shared/fact';
import type { MessageValues } from '../../shared/message';

type Given = { readonly [P in FactPath]?: FactValueAt<P> };

interface Case {
  /** A claim: "the switch was created with SR-IOV". */
  readonly name: string;
  readonly given: Given;
}
interface ViolatedCase extends Case {
  readonly message: string;
  readonly values?: MessageValues;
}
interface UndecidedCase extends Case {
  /** Paths of the facts that must be named as missing, in the order of `reads`. */
  readonly missing?: readonly FactPath[];
  /** Or: the message of the doubt, where the facts are known and their effect is not. */
  readonly doubt?: string;
}

export interface RuleCases {
  readonly holds: readonly Case[];
  readonly violated: readonly ViolatedCase[];
  readonly undecided: readonly UndecidedCase[];
  /** May be empty only for rules that always apply. */
  readonly notApplicable: readonly Case[];
}

/** Rules that ran through `ruleCases` in this test file, for the check of completeness. */
export function ruleCases(rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    for (const { name, given } of cases.holds) {
      it(`holds: ${name}`, () => expect(askRule(rule, given)).toEqual({ kind: 'holds' }));
    }
    for (const { name, given, message, values } of cases.violated) {
      it(`violated: ${name}`, () =>
        expect(askRule(rule, given)).toEqual({ kind: 'violated', message, values: values ?? {} }));
      it(`has the message '${message}'`, () => expect(rule.messages).toHaveProperty(message));
    }
    for (const { name, given, missing, doubt } of cases.undecided) {
      it(`undecided: ${name}`, () => {
        const result = askRule(rule, given);
        expect(result.kind).toBe('undecided');
        if (result.kind !== 'undecided') return;
        expect(result.missing.map((fact) => fact.path)).toEqual(missing ?? []);
        expect(result.doubt?.message).toBe(doubt);
      });
    }
    for (const { name, given } of cases.notApplicable) {
      it(`not applicable: ${name}`, () =>
        expect(askRule(rule, given)).toEqual({ kind: 'not-applicable' }));
    }
  });
}

function askRule(rule: Rule, given: Given): RuleResult {
  const unread = Object.keys(given).filter(
    (path) => !Object.values(rule.reads).includes(path as FactPath),
  );
  if (unread.length > 0) throw new Error(`${rule.id} does not read ${unread.join(', ')}`);
  const facts = Object.fromEntries(
    Object.entries(rule.reads).map(([name, path]) => [
      name,
      {
        path,
        fact:
          path in given
            ? known(given[path], { kind: 'derived', from: 'test' })
            : unknown('not-collected'),
      },
    ]),
  );
  return rule.check(facts as Parameters<Rule['check']>[0]);
}
