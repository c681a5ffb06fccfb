/**
 * Tallies of many hosts at once. A plane is a set of hosts, and its number is that of the bit in
 * the tally: hosts of plane 1 have lost SR-IOV for certain.
 */
import type { CompiledRule } from '../rules/compiled-rule';
import { DOUBTS, type Tally } from '../rules/tally';
import type { Tallies } from './answers';

/**
 * Planes of `Tallies`: what is not only about the path stands first, then the path part of what is
 * (it has no other), then who is settled.
 */
export const PLANE = { rest: 0, aboutPath: 16, settled: 22, count: 23 } as const;

/** How many planes, from the first on, are about the path. */
export const PATH_PLANES = 6;

/** The planes to which each answer of a rule adds its hosts. */
export interface Effect {
  /** Equal for two rules that add to the same planes. */
  readonly key: number;
  readonly violated: readonly number[];
  readonly undecided: readonly number[];
}

/** @param within  the part of the tally that counts */
export function effectOf(compiled: CompiledRule, within: Tally): Effect {
  const first = compiled.onlyAboutPath ? PLANE.aboutPath : PLANE.rest;
  const tally = compiled.whenViolated & within;
  const violated = planesOf(tally, first);
  if (compiled.rule.settlesPath && compiled.whenViolated !== 0) violated.push(PLANE.settled);
  const undecided = planesOf(tally & DOUBTS, first);
  const settles = violated.includes(PLANE.settled) ? 2 : 0;
  return { key: tally * 4 + settles + (compiled.onlyAboutPath ? 1 : 0), violated, undecided };
}

export function planesOf(tally: Tally, first = 0): number[] {
  const planes: number[] = [];
  for (let bit = 0; bit < PLANE.aboutPath; bit += 1) {
    if (((tally >> bit) & 1) === 1) planes.push(first + bit);
  }
  return planes;
}

/** The tallies of one host. */
export function talliesAt(planes: Int32Array, words: number, host: number): Tallies {
  const word = host >> 5;
  const shift = host & 31;
  let rest = 0;
  let aboutPath = 0;
  for (let plane = 0; plane < PLANE.aboutPath; plane += 1) {
    rest |= (((planes[plane * words + word] as number) >> shift) & 1) << plane;
  }
  for (let plane = 0; plane < PATH_PLANES; plane += 1) {
    const at = (PLANE.aboutPath + plane) * words + word;
    aboutPath |= (((planes[at] as number) >> shift) & 1) << plane;
  }
  const settled = (((planes[PLANE.settled * words + word] as number) >> shift) & 1) === 1;
  return { aboutPath, rest, settled };
}
