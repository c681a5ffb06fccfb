/**
 * The causes of one VM's moves: the reasons in the way, by rule and by the thing at fault, each with
 * the hosts where it refuses, lowers, or leaves open. Sets of hosts all along.
 */
import type { PlacedRecord } from '../../../shared/model/report';
import { DATAPATHS } from '../../../shared/model/verdict';
import { blocks, changesPath, type Reason } from '../report/reasons';
import type { CompiledRule } from '../rules/compiled-rule';
import type { Rule } from '../rules/rule';
import type { Bits } from '../verdict/bits';
import type { Blamed } from './answer-parts';
import { addAll, addBoth, isEmpty, keepOnly, takeAway } from './host-sets';
import { SYMPTOM_OF } from './symptoms';
import type { MoveSurvey, VmMoves, WayReason } from './vm-moves';

export interface VmCause {
  readonly compiled: CompiledRule;
  readonly result: Reason['result'];
  readonly blames: Blamed;
  /** The one record at fault on all hosts; `null` for the VM, and for a thing on each target. */
  readonly record: PlacedRecord | null;
  /** Hosts where it is in the way. */
  readonly hosts: Bits;
  /** Rules that only say that there is such a cause, with the hosts where they do. */
  readonly symptoms: readonly { readonly compiled: CompiledRule; readonly hosts: Bits }[];
  /** The four exclude one another. */
  readonly blocked: Bits;
  readonly falls: Bits;
  readonly undecided: Bits;
  readonly behind: Bits;
  readonly waits: Bits;
  readonly warned: Bits;
  /** Hosts where a fix may turn the move: the first four together. */
  readonly turned: Bits;
  /** Of those the hosts that refuse the move for certain by another rule as well. */
  readonly stillBlocked: Bits;
  /** Hosts where it does any of this. */
  readonly told: Bits;
}

interface Group {
  readonly compiled: CompiledRule;
  readonly result: Reason['result'];
  readonly blames: Blamed;
  readonly record: PlacedRecord | null;
  readonly hosts: Bits;
  /** Hosts where it takes away a path at which, or below which, a vNIC loses something. */
  readonly lowering: Bits;
  readonly saysMore: Bits;
  /** Of reasons at the target or about the move. */
  readonly ahead: Bits;
  readonly symptoms: { readonly compiled: CompiledRule; readonly hosts: Bits }[];
}

/** @returns the causes, and the hosts where some reason hangs on missing facts */
export function causesOfVm(
  survey: MoveSurvey,
  moves: VmMoves,
): { readonly causes: readonly VmCause[]; readonly doubted: Bits } {
  const { sets, kind } = survey;
  const doubted = sets.none();
  if (0 < moves.doubtsHere.length) addAll(doubted, moves.outcomes.undecided);
  const groups = new Map<string, Group>();
  for (const reason of moves.reasons) {
    if (0 < reason.missing.length) addAll(doubted, reason.hosts);
    else addTo(groups, reason, survey, moves);
  }
  foldSymptoms(groups, survey);
  const all = [...groups.values()].filter(({ hosts }) => !isEmpty(hosts));
  const lowering = loweringHosts(all, survey, moves);
  const refusals = refusalsOf(all, survey);
  const { outcomes } = moves;
  const causes: VmCause[] = [];
  for (const [nth, group] of all.entries()) {
    const { compiled, result, blames, record, hosts, symptoms } = group;
    const { rule } = compiled;
    const isBlock = blocks(rule, kind);
    const [blocked, falls, undecided, behind] = [
      sets.none(),
      sets.none(),
      sets.none(),
      sets.none(),
    ];
    if (isBlock && result === 'violated') addBoth(blocked, hosts, outcomes.blocked);
    else if (isBlock) addBoth(behind, hosts, outcomes.blocked);
    if (changesPath(rule)) {
      const some = lowering[nth] as Bits;
      if (!isBlock) addBoth(behind, some, outcomes.blocked);
      addBoth(falls, some, outcomes['falls-back']);
    }
    if (isBlock || changesPath(rule)) addBoth(undecided, hosts, outcomes.undecided);
    const waits = sets.none();
    if (kind !== 'offline' && result === 'violated' && rule.effect.queues === true) {
      addAll(waits, group.ahead);
    }
    const warned = sets.none();
    if (result === 'violated' && rule.effect.warns === true) addAll(warned, group.ahead);
    const turned = sets.none();
    for (const some of [blocked, falls, undecided, behind]) addAll(turned, some);
    const told = sets.copy(turned);
    const stillBlocked = sets.copy(refusals.twice);
    addAll(stillBlocked, refusals.once);
    const mine = refusals.byRule.get(rule);
    if (mine !== undefined) {
      takeAway(stillBlocked, mine);
      addBoth(stillBlocked, mine, refusals.twice);
    }
    keepOnly(stillBlocked, turned);
    keepOnly(stillBlocked, outcomes.blocked);
    addAll(told, waits);
    addAll(told, warned);
    if (isEmpty(told)) continue;
    causes.push({
      compiled,
      result,
      blames,
      record,
      hosts,
      symptoms,
      blocked,
      falls,
      undecided,
      behind,
      waits,
      warned,
      turned,
      stillBlocked,
      told,
    });
  }
  return { causes, doubted };
}

/** What refuses for certain, by rule: hosts with at least one, and with at least two. */
function refusalsOf(
  groups: readonly Group[],
  { sets, kind }: MoveSurvey,
): { readonly byRule: ReadonlyMap<Rule, Bits>; readonly once: Bits; readonly twice: Bits } {
  const byRule = new Map<Rule, Bits>();
  for (const { compiled, result, hosts, ahead } of groups) {
    if (result !== 'violated' || !blocks(compiled.rule, kind)) continue;
    let mine = byRule.get(compiled.rule);
    if (mine === undefined) {
      mine = sets.none();
      byRule.set(compiled.rule, mine);
    }
    // Of the present host only what it refuses to any VM counts.
    addAll(mine, compiled.side === 'place' ? hosts : ahead);
  }
  const once = sets.none();
  const twice = sets.none();
  for (const hosts of byRule.values()) {
    addBoth(twice, once, hosts);
    addAll(once, hosts);
  }
  return { byRule, once, twice };
}

function addTo(
  groups: Map<string, Group>,
  reason: WayReason,
  { sets }: MoveSurvey,
  { vnics }: VmMoves,
): void {
  const { compiled, result, blames, record, hosts, vnic, at, saysMore } = reason;
  const { rule } = compiled;
  const key = `${rule.id} ${result} ${typeof blames === 'object' ? blames.id : (record?.id ?? '')}`;
  let group = groups.get(key);
  if (group === undefined) {
    const [lowering, more, ahead] = [sets.none(), sets.none(), sets.none()];
    group = {
      compiled,
      result,
      blames,
      record,
      hosts: sets.none(),
      lowering,
      saysMore: more,
      ahead,
      symptoms: [],
    };
    groups.set(key, group);
  }
  addAll(group.hosts, hosts);
  if (saysMore) addAll(group.saysMore, hosts);
  if (at !== 'source') addAll(group.ahead, hosts);
  if (!changesPath(rule)) return;
  const { lowers = [], disconnects } = rule.effect;
  for (const [nth, { falls, bestNow }] of vnics.entries()) {
    if (vnic !== -1 && vnic !== nth) continue;
    const takes = disconnects === true || lowers.some((path) => bestNow <= DATAPATHS.indexOf(path));
    if (takes) addBoth(group.lowering, hosts, falls);
  }
}

/** What only says that a host has some cause goes to the causes that are named for that host. */
function foldSymptoms(groups: ReadonlyMap<string, Group>, { sets }: MoveSurvey): void {
  const violated = [...groups.values()].filter(
    ({ result, blames }) => result === 'violated' && typeof blames === 'object',
  );
  for (const [id, causes] of Object.entries(SYMPTOM_OF)) {
    const named = violated.filter(({ compiled }) => causes.includes(compiled.rule.id));
    if (named.length === 0) continue;
    for (const symptom of violated) {
      if (symptom.compiled.rule.id !== id) continue;
      const folded = sets.none();
      for (const { hosts } of named) addBoth(folded, symptom.hosts, hosts);
      takeAway(folded, symptom.saysMore);
      if (isEmpty(folded)) continue;
      for (const cause of named) {
        const shared = sets.none();
        addBoth(shared, cause.hosts, folded);
        if (!isEmpty(shared)) cause.symptoms.push({ compiled: symptom.compiled, hosts: shared });
      }
      for (const some of [symptom.hosts, symptom.lowering, symptom.ahead]) takeAway(some, folded);
    }
  }
}

/** For each group the hosts where it takes a path away that the VM has now. */
function loweringHosts(
  groups: readonly Group[],
  { sets }: MoveSurvey,
  { hosts, outcomes }: VmMoves,
): Bits[] {
  const relevant = sets.none();
  for (const { lowering } of groups) addAll(relevant, lowering);
  // Where no single rule takes the lost path away, all that lower some path stand for it.
  const rest = sets.copy(hosts);
  takeAway(rest, relevant);
  const certain = sets.none();
  const found = groups.map((group) => {
    const some = sets.copy(group.lowering);
    addBoth(some, group.hosts, rest);
    if (group.result === 'violated') addBoth(certain, some, outcomes['falls-back']);
    return some;
  });
  // What is lost for certain is not lost because of a doubt.
  for (const [nth, { result }] of groups.entries()) {
    if (result === 'undecided') takeAway(found[nth] as Bits, certain);
  }
  return found;
}
