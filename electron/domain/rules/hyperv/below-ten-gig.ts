/** What the rules share that depend on whether the switch uses VM queues on a slow link. */
import { knownAs } from '../known-as';
import type { ReadFact } from '../rule';

/** The switch uses VM queues from this link speed on unless told otherwise. */
export const TEN_GBIT_PER_SECOND = 10e9;

/**
 * Whether it is known that the switch uses no VM queue on this adapter, so that how well its queues
 * are set up does not matter. A `false` says nothing.
 */
export function knownWithoutQueues({
  linkBitsPerSecond: { fact },
  belowTenGig,
}: {
  readonly linkBitsPerSecond: ReadFact<number>;
  readonly belowTenGig: ReadFact<boolean>;
}): boolean {
  return fact.state === 'known' && fact.value < TEN_GBIT_PER_SECOND && knownAs(belowTenGig, false);
}
