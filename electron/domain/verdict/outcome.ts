/** From what was possible before to what can come of a move: sets of paths, sets of outcomes. */
import type { MoveKind, Outcome, PathSet } from '../../../shared/model/verdict';
import { OUTCOMES } from '../../../shared/model/verdict';
import { certainty, maskOf, type Tally } from '../rules/tally';
import { pathsOf, type Relation, relations, together, unite } from './path-set';

export interface VnicOutlook {
  readonly now: PathSet;
  readonly there: PathSet;
  readonly relations: ReadonlySet<Relation>;
  /** The path effects of the vNIC's own facts that the present path has proven absent. */
  readonly provenAbsent: Tally;
}

/** Everything that bears on the path of one vNIC before and after a move. */
export interface VnicTallies {
  /** From facts of the VM and the vNIC alone: whatever is in doubt here is the same on both hosts. */
  readonly own: Tally;
  readonly now: Tally;
  readonly there: Tally;
  /** What the host reports of the present path; `null` when it reports nothing. */
  readonly reported: PathSet | null;
}

/**
 * Compares the present path of a vNIC with the one it would get.
 *
 * Doubts about the vNIC itself (its weight was not collected, say) have one answer, not one per
 * host. So each answer is followed through both sides; answers that the reported present path
 * rules out are dropped, which can settle what happens at the target.
 */
export function outlookOf(tallies: VnicTallies): VnicOutlook {
  let now: PathSet = NO_PATHS;
  let there: PathSet = NO_PATHS;
  let found: ReadonlySet<Relation> = new Set();
  let everTrue = 0;
  for (const own of possibleWorlds(tallies.own & PATH_EFFECTS)) {
    if (tallies.reported !== null && !couldBe(tallies.reported, own)) continue;
    const nowHere = presentPaths(tallies.reported, tallies.now | own);
    const thereHere = pathsOf(tallies.there | own);
    everTrue |= own;
    now = unite(now, nowHere);
    there = unite(there, thereHere);
    found = new Set([...found, ...relations(nowHere, thereHere)]);
  }
  if (found.size === 0) {
    // The host reports what no world explains: trust the host for now, the rules for there.
    const reported = presentPaths(tallies.reported, tallies.now | tallies.own);
    const predicted = pathsOf(tallies.there | tallies.own);
    return {
      now: reported,
      there: predicted,
      relations: relations(reported, predicted),
      provenAbsent: 0,
    };
  }
  return {
    now,
    there,
    relations: found,
    provenAbsent: inDoubt(tallies.own) & ~everTrue,
  };
}

/** The outcomes that are possible for a kind of move, in a fixed order. */
export function outcomesOf(
  kind: MoveKind,
  blocks: Tally,
  vnics: readonly { readonly relations: ReadonlySet<Relation> }[],
): readonly Outcome[] {
  const blocked = certainty(blocks, kind);
  if (blocked === 'yes') return ['blocked'];
  let paths: ReadonlySet<Relation> = ONLY_KEEPS;
  for (const vnic of vnics) paths = together(paths, vnic.relations);
  return OUTCOMES.filter(
    (outcome) => paths.has(outcome as Relation) || (outcome === 'blocked' && blocked === 'maybe'),
  );
}

/** The one outcome, or `undecided` between several. */
export function verdictOf(possible: readonly Outcome[]): Outcome {
  const [only] = possible;
  return possible.length === 1 && only !== undefined ? only : 'undecided';
}

const NO_PATHS: PathSet = [];
const ONLY_KEEPS: ReadonlySet<Relation> = new Set<Relation>(['keeps']);
const PATH_EFFECTS = maskOf('sriov', 'vmdq', 'disconnect');

/** The reported paths, cut down by what the rules predict where the report leaves several. */
function presentPaths(reported: PathSet | null, tally: Tally): PathSet {
  if (reported === null) return pathsOf(tally);
  if (reported.length === 1) return reported;
  const predicted = pathsOf(reported.includes('sriov') ? tally : tally | maskOf('sriov'));
  const both = reported.filter((path) => predicted.includes(path));
  return 0 < both.length ? both : reported;
}

/** Every way in which the doubts (01) of a tally may turn out: absent (00) or certain (11). */
function possibleWorlds(tally: Tally): readonly Tally[] {
  let worlds = [0];
  for (const effect of ['sriov', 'vmdq', 'disconnect'] as const) {
    const mask = maskOf(effect);
    const degree = certainty(tally, effect);
    if (degree === 'yes') worlds = worlds.map((world) => world | mask);
    else if (degree === 'maybe') worlds = worlds.flatMap((world) => [world, world | mask]);
  }
  return worlds;
}

/** Whether a vNIC whose own facts take away `own` can be on one of the reported paths. */
function couldBe(reported: PathSet, own: Tally): boolean {
  return reported.some((path) => {
    if (path === 'sriov')
      return certainty(own, 'sriov') === 'no' && certainty(own, 'disconnect') === 'no';
    if (path === 'vmdq')
      return certainty(own, 'vmdq') === 'no' && certainty(own, 'disconnect') === 'no';
    if (path === 'software') return certainty(own, 'disconnect') === 'no';
    return true;
  });
}

/** The effects of a tally that are in doubt, with both bits set. */
function inDoubt(tally: Tally): Tally {
  let mask = 0;
  for (const effect of ['sriov', 'vmdq', 'disconnect'] as const) {
    if (certainty(tally, effect) === 'maybe') mask |= maskOf(effect);
  }
  return mask;
}
