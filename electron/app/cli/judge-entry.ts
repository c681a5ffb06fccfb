/** One VM on one host in the documented form. */
import { describeOrigin } from '../../../shared/fact';
import type { Finding, KindVerdict, PairVerdict, VnicVerdict } from '../../../shared/model/verdict';
import type { JudgeEntry } from './judge-format';

export function judgeEntry(verdict: PairVerdict): JudgeEntry {
  const { kinds, vnics } = verdict;
  const nameOf = new Map(vnics.map(({ vnicId, name }) => [vnicId as string, name]));
  return {
    vm: verdict.vmName,
    vmId: verdict.vmId,
    from: verdict.sourceHostName,
    fromId: verdict.sourceHostId,
    to: verdict.targetHostName,
    toId: verdict.targetHostId,
    here: verdict.sourceHostId === verdict.targetHostId,
    outcomes: {
      live: kindOutcome(kinds.live),
      quick: kindOutcome(kinds.quick),
      offline: kindOutcome(kinds.offline),
    },
    vnics: vnics.map(vnicPaths),
    findings: verdict.findings.flatMap((finding) => findingEntry(finding, nameOf)),
    fine: [...new Set(verdict.fine.map(({ ruleId }) => ruleId))],
  };
}

type EntryOutcome = JudgeEntry['outcomes']['live'];
type EntryFinding = JudgeEntry['findings'][number];

function kindOutcome({
  outcome,
  possible,
  queued,
  primaryRuleId,
  sentence,
}: KindVerdict): EntryOutcome {
  return { outcome, possible: [...possible], queued, primary: primaryRuleId, sentence };
}

function vnicPaths({ name, now, there }: VnicVerdict): JudgeEntry['vnics'][number] {
  return {
    name,
    now: [...now.paths],
    nowDecidedBy: now.decidedBy,
    there: [...there.paths],
    thereDecidedBy: there.decidedBy,
    ...(now.disagreement === undefined ? {} : { disagreement: now.disagreement }),
  };
}

function findingEntry(finding: Finding, nameOf: ReadonlyMap<string, string>): EntryFinding[] {
  const { result, effect } = finding;
  if (result === 'holds') return [];
  return [
    {
      rule: finding.ruleId,
      title: finding.title,
      result,
      at: finding.at,
      scope: finding.scope,
      effect: {
        ...effect,
        ...(effect.lowers ? { lowers: [...effect.lowers] } : {}),
      } as EntryFinding['effect'],
      message: finding.message,
      evidence: finding.evidence.map(({ path, title, recordKind, recordName, value, origin }) => ({
        fact: path,
        title,
        recordKind,
        record: recordName,
        value,
        origin: describeOrigin(origin),
      })),
      missing: finding.missing.map(({ path, title, recordKind, recordName, reason, collect }) => ({
        fact: path,
        title,
        recordKind,
        record: recordName,
        reason,
        collect,
      })),
      remediation: finding.remediation,
      confidence: finding.confidence,
      limits: finding.limits,
      sources: finding.sources.map(({ id, title, where }) => ({ id, title, where })),
      vnics: finding.vnicIds.map((id) => nameOf.get(id) ?? id),
      ...(finding.waived === undefined
        ? {}
        : { waived: { note: finding.waived.note, setAt: finding.waived.setAt } }),
    },
  ];
}
