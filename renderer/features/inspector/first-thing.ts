import type { Finding, MissingFact, MoveKind, PairVerdict } from '../../../shared/model/verdict';

/** The first thing to do about a verdict: fix the primary cause, or collect what would decide. */
export type FirstStep =
  | { readonly kind: 'fix'; readonly remediation: string }
  | { readonly kind: 'collect'; readonly facts: readonly MissingFact[] };

export function firstStep(pair: PairVerdict, kind: MoveKind): FirstStep | null {
  const { outcome, primaryRuleId } = pair.kinds[kind];
  if (outcome === 'keeps' || outcome === 'improves') return null;
  const primary = pair.findings.find(
    ({ ruleId, at, waived }) =>
      ruleId === primaryRuleId &&
      waived === undefined &&
      (at !== 'source' || outcome === 'undecided'),
  );
  if (primary === undefined) return null;
  if (primary.result === 'undecided') {
    return primary.missing.length === 0 ? null : { kind: 'collect', facts: distinct(primary) };
  }
  return primary.remediation === '' ? null : { kind: 'fix', remediation: primary.remediation };
}

/** Missing facts by the command that collects them: one command often brings several. */
export function distinct({ missing }: Pick<Finding, 'missing'>): MissingFact[] {
  const seen = new Set<string>();
  return missing.filter(({ path, recordId }) => {
    const key = `${path} ${recordId}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
