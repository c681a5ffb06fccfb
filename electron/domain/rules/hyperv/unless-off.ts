/** What the rules share that concern what a started VM holds: processor features, inner VMs. */
import { knownAs } from '../known-as';
import { notApplicable, type ReadFact, type RuleResult } from '../rule';

type VmState = 'running' | 'off' | 'saved' | 'paused' | 'other';

/** Asks `check` unless the VM is known to be off. An unknown state counts as running. */
export function unlessOff<M extends string>(
  state: ReadFact<VmState>,
  check: () => RuleResult<M>,
): RuleResult<M> {
  return knownAs(state, 'off') ? notApplicable() : check();
}
