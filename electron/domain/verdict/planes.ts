/**
 * Tallies of many hosts at once. A plane is a set of hosts, and its number is that of the bit in
 * the tally: hosts of plane 1 have lost SR-IOV for certain.
 */
import type { CompiledRule } from '../rules/compiled-rule';
import { DOUBTS, maskOf, SHIFT, type Tally } from '../rules/tally';

/**
 * Planes of `Tallies`: what is not only about the path stands first, then the path part of what is
 * (it has no other), then who is settled.
 */
export const PLANE = { rest: 0, aboutPath: 16, settled: 22, count: 23 } as const;

/** How many planes, from the first on, are about the path. */
export const PATH_PLANES = 6;

/** Planes whose hosts the move may be refused for. */
export const BLOCK_PLANES: readonly number[] = planesOf(maskOf('live', 'quick', 'offline'));
/** Hosts where something warns for certain. */
export const WARNED = SHIFT.warn + 1;
/** What cells hang on: a move that waits is allowed, and a warning in doubt is none. */
export const BEARS_ON_CELLS: Tally =
  maskOf('sriov', 'vmdq', 'disconnect', 'live', 'quick', 'offline') | (1 << WARNED);

/** The planes to which each answer of a rule adds its hosts. */
export interface Effect {
  readonly violated: readonly number[];
  readonly undecided: readonly number[];
  /** The same, a bit for each plane. */
  readonly whenViolated: number;
  readonly whenUndecided: number;
}

/** @param within  the part of the tally that counts */
export function effectOf(compiled: CompiledRule, within: Tally): Effect {
  const first = compiled.onlyAboutPath ? PLANE.aboutPath : PLANE.rest;
  const tally = compiled.whenViolated & within;
  const violated = planesOf(tally, first);
  if (compiled.rule.settlesPath && compiled.whenViolated !== 0) violated.push(PLANE.settled);
  const undecided = planesOf(tally & DOUBTS, first);
  return {
    violated,
    undecided,
    whenViolated: bitsOf(violated),
    whenUndecided: bitsOf(undecided),
  };
}

export function planesOf(tally: Tally, first = 0): number[] {
  const planes: number[] = [];
  for (let bit = 0; bit < PLANE.aboutPath; bit += 1) {
    if (((tally >> bit) & 1) === 1) planes.push(first + bit);
  }
  return planes;
}

/** A bit for each plane. */
export function bitsOf(planes: readonly number[]): number {
  return planes.reduce((bits, plane) => bits | (1 << plane), 0);
}
