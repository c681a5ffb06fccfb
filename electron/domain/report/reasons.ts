/**
 * The reasons of a pair without their words: which rule, where, about what. Putting reasons into
 * words costs ten times as much as judging, so a report over a hundred thousand moves gathers them
 * like this and asks for the words of those it shows.
 *
 * What counts as a reason is what the verdict lists and nobody has set aside; a test holds the two
 * together.
 */
import type { Host } from '../../../shared/model/estate';
import type { NamedRecord, PlacedRecord } from '../../../shared/model/report';
import {
  type Finding,
  KINDS_BLOCKED,
  type MoveKind,
  type Outcome,
  type RuleScope,
} from '../../../shared/model/verdict';
import { pathsRead } from '../rules/compiled-rule';
import { type Rule, type RuleResult, type Subject, splitPath } from '../rules/rule';
import type { Answer } from '../verdict/answers';
import type { PairJudgement, PlaceJudgement, VnicJudgement } from '../verdict/judge';
import { isMoot } from '../verdict/moot';
import type { Member, Place } from '../verdict/place';

export interface Reason {
  readonly rule: Rule;
  readonly result: 'violated' | 'undecided';
  readonly at: Finding['at'];
  /** `null` for the VM as a whole. */
  readonly vnic: NamedRecord | null;
  readonly missing: Extract<RuleResult, { kind: 'undecided' }>['missing'];
  readonly scene: Scene;
  readonly answer: Answer;
}

/** Where a rule was asked; records are taken out of it when they are needed. */
interface Scene {
  readonly pair: PairJudgement;
  /** `null` for rules of the move itself. */
  readonly place: Place | null;
  readonly member: Member | null;
}

export function reasonsOf(pair: PairJudgement): Reason[] {
  const isHere = pair.source?.id === pair.target.id;
  const reasons: Reason[] = [];
  for (const judged of pair.vnics) {
    if (!isHere) addPlaceReasons(reasons, pair, judged, judged.there, 'target');
    if (judged.now !== null) addPlaceReasons(reasons, pair, judged, judged.now, 'source');
  }
  for (const answer of pair.moveAnswers) {
    if (!isReason(answer.result) || answer.waiver !== null) continue;
    const vnic = pair.vm.vnics.find(({ facts }) => facts === answer.facts.vnic) ?? null;
    reasons.push(
      reasonOf(answer, answer.result, 'move', vnic, { pair, place: null, member: null }),
    );
  }
  return reasons;
}

/**
 * The reasons that make a move worse than staying: what refuses it or makes it wait, and what takes
 * a path away there and not already here.
 */
export function inTheWay(
  reasons: readonly Reason[],
  outcome: Outcome,
  kind: MoveKind,
): readonly Reason[] {
  const isBad = outcome !== 'keeps' && outcome !== 'improves';
  const stopping = reasons.filter(({ rule, at }) => {
    if (blocks(rule, kind)) return isBad || at === 'source';
    return rule.effect.queues === true && kind !== 'offline' && at !== 'source';
  });
  if (!isBad) return stopping;
  const lowering = reasons.filter(
    ({ rule, at }) => at !== 'source' && changesPath(rule) && !blocks(rule, kind),
  );
  // A doubt here does not answer the same doubt there: it hangs on other facts.
  const onlyThere = lowering.filter(
    (there) =>
      there.result === 'undecided' ||
      !reasons.some(
        (here) =>
          here.at === 'source' &&
          here.result === 'violated' &&
          here.rule === there.rule &&
          here.vnic?.id === there.vnic?.id,
      ),
  );
  const explains =
    outcome !== 'falls-back' || onlyThere.some(({ result }) => result === 'violated');
  return [...stopping, ...(explains ? onlyThere : lowering)];
}

/** The host, adapter or switch that a violated rule is about; `null` when it is the VM itself. */
export function subjectOf(reason: Reason): PlacedRecord | null {
  if (reason.at === 'move' && speaksOfSourceOnly(reason.rule, reason.answer.result)) {
    return recordOf(reason, 'source');
  }
  for (const subject of subjectsAtFault(reason.rule)) {
    const record = recordOf(reason, subject);
    if (record !== null) return record;
  }
  return null;
}

/** Whose fault it can be, of those that the rule reads, the nearest first. */
export function subjectsAtFault(rule: Rule): readonly Subject[] {
  const read = pathsRead(rule).map((path) => splitPath(path)[0]);
  return SUBJECTS_AT_FAULT[rule.scope].filter((subject) => read.includes(subject));
}

/** The record that a subject of the rule stands for; `null` when no source describes one. */
export function recordOf({ vnic, scene }: Reason, subject: Subject): PlacedRecord | null {
  const { pair, place, member } = scene;
  switch (subject) {
    case 'vm':
    case 'guest':
    case 'move':
      return record('vm', pair.vm);
    case 'vnic':
      return vnic === null ? null : record('vnic', vnic);
    case 'host':
    case 'place':
      return place === null ? null : record('host', place.host);
    case 'switch':
    case 'pool':
      if (place === null || place.switch === null) return null;
      return partOf('switch', place.switch, place.host);
    case 'adapter':
      if (place === null || member === null || member.named.id === '') return null;
      return partOf('adapter', member.named, place.host);
    case 'source':
      return pair.source === null ? null : record('host', pair.source);
    case 'target':
      return record('host', pair.target);
    case 'cluster': {
      const id = pair.target.clusterId;
      return id === null ? null : record('cluster', { id, name: id });
    }
  }
}

/** What can be at fault, by scope, the nearest first; none: it is the VM itself. */
const SUBJECTS_AT_FAULT: Readonly<Record<RuleScope, readonly Subject[]>> = {
  host: ['host', 'place', 'target'],
  nic: ['adapter', 'host', 'place'],
  switch: ['switch', 'host', 'place'],
  pool: ['adapter', 'switch', 'pool'],
  vnic: [],
  guest: [],
  vmq: ['adapter', 'switch', 'pool', 'host', 'place'],
  // Of the two ends of a move the target is the one that can be chosen otherwise.
  migration: ['target', 'host', 'place'],
};

/** A rule about both ends says by its message which of them it is about. */
export function speaksOfSourceOnly(rule: Rule, result: RuleResult): boolean {
  const key =
    result.kind === 'violated'
      ? result.message
      : result.kind === 'undecided'
        ? result.doubt?.message
        : undefined;
  const message = key === undefined ? '' : (rule.messages[key] ?? '');
  return message.includes('{source}') && !message.includes('{target}');
}

function addPlaceReasons(
  reasons: Reason[],
  pair: PairJudgement,
  judged: VnicJudgement,
  judgement: PlaceJudgement,
  at: 'source' | 'target',
): void {
  const { place } = judgement;
  for (const answer of judgement.answers()) {
    if (!isReason(answer.result) || answer.waiver !== null) continue;
    if (isMoot(answer, judged, at)) continue;
    const scene = { pair, place, member: answer.member };
    reasons.push(reasonOf(answer, answer.result, at, judged.vnic, scene));
  }
}

type Objection = Extract<RuleResult, { kind: 'violated' | 'undecided' }>;

function isReason(result: RuleResult): result is Objection {
  return result.kind === 'violated' || result.kind === 'undecided';
}

function reasonOf(
  answer: Answer,
  result: Objection,
  at: Reason['at'],
  vnic: NamedRecord | null,
  scene: Scene,
): Reason {
  const missing = result.kind === 'undecided' ? result.missing : NOTHING_MISSING;
  return { rule: answer.compiled.rule, result: result.kind, at, vnic, missing, scene, answer };
}

const NOTHING_MISSING: Reason['missing'] = [];

function record(kind: PlacedRecord['kind'], { id, name }: NamedRecord): PlacedRecord {
  return { kind, id, name, host: null };
}

export function partOf(
  kind: PlacedRecord['kind'],
  { id, name }: NamedRecord,
  host: Host,
): PlacedRecord {
  return { kind, id, name, host: { id: host.id, name: host.name } };
}

export function blocks({ effect }: Rule, kind: MoveKind): boolean {
  return effect.blocks !== undefined && KINDS_BLOCKED[effect.blocks].includes(kind);
}

export function changesPath({ effect }: Rule): boolean {
  return effect.lowers !== undefined || effect.disconnects === true;
}
