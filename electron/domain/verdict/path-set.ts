/** Sets of possible datapaths, and what a move from one set to another can turn out as. */
import type { Outcome, PathSet } from '../../../shared/model/verdict';
import { DATAPATHS, type Datapath } from '../../../shared/model/verdict';
import { certainty, type Tally } from '../rules/tally';

/** The paths that a tally leaves possible: `sriov` → `vmdq` → `software`, each until it is certain. */
export function pathsOf(tally: Tally): PathSet {
  return PATHS_BY_TALLY[tally & 0b11_11_11] as PathSet;
}

/** Union, best first. */
export function unite(a: PathSet, b: PathSet): PathSet {
  if (a === b) return a;
  return DATAPATHS.filter((path) => a.includes(path) || b.includes(path));
}

export type Relation = Extract<Outcome, 'keeps' | 'improves' | 'falls-back'>;

/** All ways in which a path out of `there` can compare with one out of `now`. */
export function relations(now: PathSet, there: PathSet): ReadonlySet<Relation> {
  const found = new Set<Relation>();
  for (const before of now) for (const after of there) found.add(relation(before, after));
  return found;
}

/**
 * What several vNICs together can turn out as: one lower makes it a fallback, else one higher
 * makes it an improvement.
 */
export function together(
  a: ReadonlySet<Relation>,
  b: ReadonlySet<Relation>,
): ReadonlySet<Relation> {
  const found = new Set<Relation>();
  for (const one of a) for (const other of b) found.add(worse(one, other));
  return found;
}

function relation(before: Datapath, after: Datapath): Relation {
  const step = DATAPATHS.indexOf(after) - DATAPATHS.indexOf(before);
  if (step === 0) return 'keeps';
  return step < 0 ? 'improves' : 'falls-back';
}

function worse(a: Relation, b: Relation): Relation {
  if (a === 'falls-back' || b === 'falls-back') return 'falls-back';
  return a === 'improves' || b === 'improves' ? 'improves' : 'keeps';
}

// Six bits decide, so all answers are made once and shared.
const PATHS_BY_TALLY: readonly PathSet[] = Array.from({ length: 64 }, (_, tally) => {
  const cut = certainty(tally, 'disconnect');
  if (cut === 'yes') return ['none'];
  const sriov = certainty(tally, 'sriov');
  const vmdq = certainty(tally, 'vmdq');
  const paths: Datapath[] = [];
  if (sriov !== 'yes') paths.push('sriov');
  if (sriov !== 'no' && vmdq !== 'yes') paths.push('vmdq');
  if (sriov !== 'no' && vmdq !== 'no') paths.push('software');
  if (cut === 'maybe') paths.push('none');
  return paths;
});
