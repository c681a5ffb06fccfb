/** What the rules share that only concern a vNIC which asks for a VF, or for a queue. */
import { knownAs } from '../known-as';
import { notApplicable, type ReadFact, type RuleResult } from '../rule';

/**
 * Asks `check` unless the weight is known to be 0: a guard on an adapter that never asked for
 * SR-IOV is no reason for anything, and the weight itself is another rule. With an unknown weight
 * the question stands.
 * @param weight  of SR-IOV or of VMQ
 */
export function ifWanted<M extends string>(
  weight: ReadFact<number>,
  check: () => RuleResult<M>,
): RuleResult<M> {
  return knownAs(weight, 0) ? notApplicable() : check();
}
