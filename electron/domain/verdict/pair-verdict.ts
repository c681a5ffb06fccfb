/** The whole answer about one VM on one host, for the inspector, the report and the command line. */

import { pathWords } from '../../../shared/format/verdict-words';
import type { PairVerdict, PathSet, VnicVerdict } from '../../../shared/model/verdict';
import { MOVE_KINDS } from '../../../shared/model/verdict';
import { waiverKey } from '../../../shared/model/waiver';
import { certainty } from '../rules/tally';
import { type Explained, explainMove, explainPlace } from './explain';
import type { Judge, PairJudgement, VnicJudgement } from './judge';
import { verdictOf } from './outcome';
import { pathsOf } from './path-set';
import { primaryFinding } from './primary';
import { sentenceOf } from './sentence';

/** Judges the pair and explains it in full. */
export function pairVerdict(judge: Judge, pair: PairJudgement): PairVerdict {
  const findings = explainAll(judge, pair);
  const reasons = findings.filter((finding) => finding.result !== 'holds').sort(worstFirst);
  const isHere = pair.source?.id === pair.target.id;
  const counting = reasons.filter((reason) => reason.waived === undefined);
  const bare =
    counting.length === reasons.length
      ? null
      : judge.withoutWaivers.judge(pair.vm, pair.target).possible;
  const kinds = MOVE_KINDS.map((kind) => {
    const possible = pair.possible[kind];
    const outcome = verdictOf(possible);
    const primary = primaryFinding(pair, kind, outcome, counting);
    const withoutWaivers = bare === null ? outcome : verdictOf(bare[kind]);
    return [
      kind,
      {
        outcome,
        possible,
        queued: kind !== 'offline' && certainty(pair.effects, 'queue') === 'yes',
        primaryRuleId: primary?.ruleId ?? null,
        sentence: sentenceOf(pair, kind, outcome, primary, isHere, counting),
        ...(withoutWaivers === outcome ? {} : { withoutWaivers }),
      },
    ] as const;
  });
  return {
    vmId: pair.vm.id,
    vmName: pair.vm.name,
    sourceHostId: pair.source?.id ?? null,
    sourceHostName: pair.source?.name ?? null,
    targetHostId: pair.target.id,
    targetHostName: pair.target.name,
    kinds: Object.fromEntries(kinds) as PairVerdict['kinds'],
    vnics: pair.vnics.map(vnicVerdict),
    findings: reasons.map(withoutAnswer),
    fine: findings
      .filter((finding) => finding.result === 'holds' && finding.at !== 'source')
      .map(withoutAnswer),
  };
}

function explainAll(judge: Judge, pair: PairJudgement): Explained[] {
  const isHere = pair.source?.id === pair.target.id;
  const found: Explained[] = [];
  for (const judged of pair.vnics) {
    if (!isHere) found.push(...explainPlace(pair, judged, 'target'));
    found.push(...explainPlace(pair, judged, 'source'));
  }
  found.push(...explainMove(judge, pair));
  return mergeSame(found);
}

/** One finding for a rule that says the same of several vNICs (a fault of the host, say). */
function mergeSame(findings: readonly Explained[]): Explained[] {
  const merged = new Map<string, Explained>();
  for (const finding of findings) {
    const member = finding.answer.member?.named.id ?? '';
    const waived = finding.waived === undefined ? '' : waiverKey(finding.waived);
    const key = [finding.at, finding.ruleId, finding.result, finding.message, member, waived].join(
      '\n',
    );
    const same = merged.get(key);
    if (same === undefined) merged.set(key, finding);
    else {
      merged.set(key, {
        ...same,
        vnicIds: [...new Set([...same.vnicIds, ...finding.vnicIds])],
        evidence: [
          ...same.evidence,
          ...finding.evidence.filter(
            (one) =>
              !same.evidence.some(
                (other) => one.path === other.path && one.recordId === other.recordId,
              ),
          ),
        ],
      });
    }
  }
  return [...merged.values()];
}

function vnicVerdict(judged: VnicJudgement): VnicVerdict {
  const { outlook, reported, now } = judged;
  const disagreement = now === null ? null : disagreementOf(judged);
  return {
    vnicId: judged.vnic.id,
    name: judged.vnic.name,
    now: {
      paths: outlook.now,
      decidedBy: now !== null && reported !== null ? 'host' : 'rules',
      ...(disagreement === null ? {} : { disagreement }),
    },
    there: { paths: outlook.there, decidedBy: 'rules' },
  };
}

/** What the host reports against what the rules predict there, when they cannot both be right. */
function disagreementOf({ reported, now }: VnicJudgement): string | null {
  if (reported === null || now === null) return null;
  const tally = now.own.aboutPath | now.own.rest | now.there.aboutPath | now.there.rest;
  const predicted: PathSet = pathsOf(tally);
  if (reported.some((path) => predicted.includes(path))) return null;
  return `The host reports ${pathWords(reported)}; the rules predict ${pathWords(predicted)} there.`;
}

/** Blocks, lost paths, doubts, warnings; reasons at the source, then those set aside, last. */
function worstFirst(a: Explained, b: Explained): number {
  return rankOf(a) - rankOf(b);
}

function rankOf({ effect, result, at, waived }: Explained): number {
  const aside = waived === undefined ? 0 : 1000;
  const here = at === 'source' ? 100 : 0;
  const doubt = result === 'undecided' ? 10 : 0;
  const weight = effect.blocks
    ? { all: 0, 'live-and-saved': 1, live: 2 }[effect.blocks]
    : effect.disconnects
      ? 3
      : effect.lowers
        ? 4
        : effect.queues
          ? 5
          : effect.warns || effect.bypasses
            ? 6
            : 7;
  return aside + here + doubt + weight;
}

function withoutAnswer({ answer: _answer, ...finding }: Explained) {
  return finding;
}
