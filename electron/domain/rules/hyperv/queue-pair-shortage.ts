/** What the rules share that ask whether the queue pairs of a switch suffice. */
import { knownAs } from '../known-as';
import {
  holds,
  notApplicable,
  type ReadFacts,
  type RuleResult,
  violated,
  whenKnown,
} from '../rule';

export const queuePairReads = {
  free: 'pool.freeQueuePairs',
  wanted: 'pool.queuePairsWanted',
  requested: 'vnic.iovQueuePairsRequested',
  iovEnabled: 'switch.iovEnabled',
  rank: 'pool.vfRank',
} as const;

/**
 * `short`: fewer pairs are free than the vNIC asks for. `shortTogether`: fewer than the vNICs of the
 * VM up to this one ask for.
 * @param whenNone  the answer where no pair is free
 */
export function queuePairShortage<M extends string>(
  { free, wanted, requested, iovEnabled, rank }: ReadFacts<typeof queuePairReads>,
  whenNone: RuleResult<M>,
): RuleResult<M | 'short' | 'shortTogether'> {
  type Result = RuleResult<M | 'short' | 'shortTogether'>;
  if (knownAs(rank, 0) || knownAs(iovEnabled, false)) return notApplicable();
  return whenKnown({ free, requested, wanted }, ({ free, requested, wanted }): Result => {
    if (free >= wanted) return holds();
    return whenKnown({ iovEnabled, rank }, (): Result => {
      if (free === 0) return whenNone;
      return free < requested
        ? violated('short', { free: queuePairs(free), requested })
        : violated('shortTogether', { free: queuePairs(free), wanted });
    });
  });
}

function queuePairs(count: number): string {
  return count === 1 ? '1 queue pair' : `${count} queue pairs`;
}
