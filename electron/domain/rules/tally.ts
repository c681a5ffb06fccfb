/**
 * What a set of rule answers adds up to, in one integer.
 *
 * Two bits per effect: 00 nothing, 01 in doubt (some rule is undecided), 11 certain (some rule is
 * violated). So the worst of several answers is their bitwise OR, and what *all* members of a team
 * have in common is their AND.
 */
import { KINDS_BLOCKED, type MoveKind, type RuleEffect } from '../../../shared/model/verdict';

export type Tally = number;

export const CLEAR: Tally = 0;
export const DOUBTS: Tally = 0b01_01_01_01_01_01_01_01;

/** Position of each effect's two bits. */
export const SHIFT = {
  sriov: 0,
  vmdq: 2,
  disconnect: 4,
  live: 6,
  quick: 8,
  offline: 10,
  queue: 12,
  warn: 14,
} as const;
export type Effect = keyof typeof SHIFT;

export type Certainty = 'no' | 'maybe' | 'yes';

export function certainty(tally: Tally, effect: Effect): Certainty {
  const bits = (tally >> SHIFT[effect]) & 0b11;
  if (bits === 0) return 'no';
  return bits === 0b11 ? 'yes' : 'maybe';
}

/** The bits of some effects, for cutting a tally down to them. */
export function maskOf(...effects: readonly Effect[]): Tally {
  return effects.reduce((mask, effect) => mask | (0b11 << SHIFT[effect]), 0);
}

/** The tally of a violated rule with this effect. */
export function tallyOfEffect(effect: RuleEffect): Tally {
  const effects: Effect[] = [...(effect.lowers ?? [])];
  if (effect.disconnects) effects.push('disconnect');
  if (effect.blocks) effects.push(...(KINDS_BLOCKED[effect.blocks] satisfies readonly MoveKind[]));
  if (effect.queues) effects.push('queue');
  // What only slows a path is told among the reasons; a mark on half of all cells would say nothing.
  if (effect.warns) effects.push('warn');
  return maskOf(...effects);
}
