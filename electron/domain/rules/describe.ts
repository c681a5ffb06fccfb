import type { RuleDescription } from '../../../shared/model/verdict';
import type { Rule } from './rule';
import { sourceOf } from './sources';

/** What a rule says, before it is asked about anything: names stand as `<host>`, `<vm>`. */
export function describeRule(rule: Rule): RuleDescription {
  const { id, title, scope, effect, confidence } = rule;
  const general = (text: string) => text.replace(/\{(\w+)\}/g, '<$1>');
  return {
    ruleId: id,
    title,
    scope,
    effect,
    confidence,
    remediation: general(rule.remediation),
    limits: general(rule.limits),
    sources: rule.sources.map(sourceOf),
  };
}
