import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vmqQueuesExhausted = defineRule({
  id: 'vmq-queues-exhausted',
  title: 'The virtual switch has too few free VM queues',
  scope: 'vmq',
  effect: { lowers: ['vmdq'] },
  reads: {
    isPresent: 'place.isPresent',
    usage: 'vnic.vmqUsage',
    rank: 'pool.vmqRank',
    free: 'pool.freeVmqs',
  },
  messages: {
    none: '{switch} on {host} has no VM queue free, so {vnic} of {vm} shares the default queue.',
    tooFew:
      '{switch} on {host} has {free} free for {vm} where it would take {rank}: {vnic} shares the default queue.',
  },
  remediation:
    'Give a queue back from a vNIC with little traffic: Set-VMNetworkAdapter -VMName <vm> -Name <vNIC> -VmqWeight 0 (it moves to the default queue). Or more queues on {host}: an adapter with more of them, or a team in Sum-of-Queues mode.',
  confidence: 'documented',
  sources: ['S32'],
  limits:
    'Counts as of the collection, with the moves planned since. Whether a vNIC of higher weight drives one of lower weight out is in no document found; it is taken that it does not. The vNICs of a VM are served in their order in the inventory.',
  check: ({ isPresent, usage, rank, free }) => {
    if (knownAs(rank, 0)) return notApplicable();
    // What is in use here includes the queue that this vNIC holds itself.
    if (knownAs(isPresent, true) && usage.fact.state === 'known' && 0 < usage.fact.value) {
      return holds();
    }
    return whenKnown({ rank, free }, ({ rank, free }) => {
      if (rank <= free) return holds();
      return free === 0
        ? violated('none')
        : violated('tooFew', { free: free === 1 ? '1 VM queue' : `${free} VM queues`, rank });
    });
  },
});
