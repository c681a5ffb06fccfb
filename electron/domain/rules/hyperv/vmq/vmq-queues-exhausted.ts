import { knownAs } from '../../known-as';
import { defineRule, doubtful, holds, notApplicable, violated, whenKnown } from '../../rule';
import { isKnownWithoutVfs, noVfHereReads } from '../no-vf-here';

export const vmqQueuesExhausted = defineRule({
  id: 'vmq-queues-exhausted',
  title: 'The virtual switch has too few free VM queues',
  scope: 'vmq',
  effect: { lowers: ['vmdq'] },
  reads: {
    isPresent: 'place.isPresent',
    usage: 'vnic.vmqUsage',
    rank: 'pool.vmqRank',
    rankMost: 'pool.vmqRankMost',
    rankWithoutVfs: 'pool.vmqRankWithoutVfs',
    free: 'pool.freeVmqs',
    freeVfs: 'pool.freeVfs',
    vfsAhead: 'pool.vfRankMost',
    ...noVfHereReads,
  },
  messages: {
    none: '{switch} on {host} has no VM queue free, so {vnic} of {vm} shares the default queue.',
    tooFew:
      '{switch} on {host} has {free} free for {vm} where it would take {rank}: {vnic} shares the default queue.',
    maybeTooFew:
      '{switch} on {host} has {free} free for {vm}; it is open whether one is left for {vnic} once its vNICs with SR-IOV are served.',
  },
  remediation:
    'Give a queue back from a vNIC with little traffic: Set-VMNetworkAdapter -VMName <vm> -Name <vNIC> -VmqWeight 0 (it moves to the default queue). Or more queues on {host}: an adapter with more of them, or a team in Sum-of-Queues mode.',
  confidence: 'documented',
  sources: ['S32'],
  limits:
    'Counts as of the collection, with the moves planned since. Whether a vNIC of higher weight drives one of lower weight out is in no document found; it is taken that it does not. The vNICs of a VM are served in their order in the inventory; whether one with a VF holds a queue as well is an assumption of the plan.',
  check: ({
    isPresent,
    usage,
    rank,
    rankMost,
    rankWithoutVfs,
    free,
    freeVfs,
    vfsAhead,
    ...place
  }) => {
    if (knownAs(rank, 0)) return notApplicable();
    // What is in use here includes the queue that this vNIC holds itself.
    if (knownAs(isPresent, true) && usage.fact.state === 'known' && 0 < usage.fact.value) {
      return holds();
    }
    return whenKnown({ rank, rankWithoutVfs, free }, ({ rank, rankWithoutVfs: all, free }) => {
      if (all <= free) return holds();
      const tooFew = (wanted: number) =>
        free === 0 ? violated('none') : violated('tooFew', { free: queues(free), rank: wanted });
      // Its vNICs that get no VF take a queue instead.
      if (isKnownWithoutVfs(place) || knownAs(freeVfs, 0)) return tooFew(all);
      if (free < rank) return tooFew(rank);
      const isServed =
        knownAs(place.iovEnabled, true) &&
        freeVfs.fact.state === 'known' &&
        vfsAhead.fact.state === 'known' &&
        vfsAhead.fact.value <= freeVfs.fact.value;
      return whenKnown({ rankMost }, ({ rankMost }) =>
        isServed && rankMost <= free ? holds() : doubtful('maybeTooFew', { free: queues(free) }),
      );
    });
  },
});

function queues(count: number): string {
  return count === 1 ? '1 VM queue' : `${count} VM queues`;
}
