/**
 * Which of several reasons names the cause best. Precedence only names; it never hides a reason.
 * Within one weight the order of the rules decides: an earlier layer (host before NIC before switch
 * …) makes later fixes useless.
 */
import type { MoveKind, Outcome } from '../../../shared/model/verdict';
import { KINDS_BLOCKED } from '../../../shared/model/verdict';
import type { Explained } from './explain';
import type { PairJudgement } from './judge';

/** `null` when nothing stands in the way, or what improves has no single cause. */
export function primaryFinding(
  pair: PairJudgement,
  kind: MoveKind,
  outcome: Outcome,
  reasons: readonly Explained[],
): Explained | null {
  switch (outcome) {
    case 'blocked':
      return reasons.find((one) => one.result === 'violated' && blocks(one, kind)) ?? null;
    case 'falls-back':
      return causeOfFall(pair, reasons);
    case 'undecided':
      return (
        reasons.find((one) => one.result === 'undecided' && blocks(one, kind)) ??
        reasons.find(
          (one) => one.result === 'undecided' && one.at === 'target' && changesPath(one),
        ) ??
        reasons.find((one) => one.result === 'undecided' && changesPath(one)) ??
        // One member of a team lacks what another one has.
        reasons.find(
          (one) => one.at === 'target' && one.answer.member !== null && changesPath(one),
        ) ??
        null
      );
    case 'keeps':
    case 'improves':
      return null;
  }
}

/** A rule that takes a lost path away there and does not already do so here. */
function causeOfFall(pair: PairJudgement, reasons: readonly Explained[]): Explained | null {
  const violatedHere = new Set(
    reasons
      .filter((one) => one.at === 'source' && one.result === 'violated')
      .map((one) => one.ruleId),
  );
  for (const { vnic, outlook } of pair.vnics) {
    if (!outlook.relations.has('falls-back')) continue;
    const lost = outlook.now[0];
    const causes = reasons.filter(
      (one) =>
        one.at === 'target' &&
        one.vnicIds.includes(vnic.id) &&
        (one.effect.disconnects || one.effect.lowers?.some((path) => path === lost)),
    );
    const cause =
      causes.find((one) => one.result === 'violated' && !violatedHere.has(one.ruleId)) ??
      causes.find((one) => one.result === 'violated') ??
      causes[0];
    if (cause !== undefined) return cause;
  }
  return null;
}

function blocks(finding: Explained, kind: MoveKind): boolean {
  return finding.effect.blocks !== undefined && KINDS_BLOCKED[finding.effect.blocks].includes(kind);
}

function changesPath(finding: Explained): boolean {
  return finding.effect.lowers !== undefined || finding.effect.disconnects === true;
}
