import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const iovQueuePairsShort = defineRule({
  id: 'iov-queue-pairs-short',
  title: 'The virtual switch has fewer free queue pairs than the vNIC asks for',
  scope: 'pool',
  effect: { warns: true },
  reads: {
    free: 'pool.freeQueuePairs',
    requested: 'vnic.iovQueuePairsRequested',
    iovEnabled: 'switch.iovEnabled',
    rank: 'pool.vfRank',
  },
  messages: {
    short:
      '{switch} on {host} has {free} free, and {vnic} asks for {requested}: it may get fewer, or no VF.',
  },
  remediation:
    "Ask for fewer: Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -IovQueuePairsRequested <n> (less spreading inside the guest). Or give queue pairs back by IovWeight 0 on vNICs that need a VF less.",
  confidence: 'inferred',
  sources: ['S8b'],
  limits:
    'Whether fewer pairs are given or no VF at all is in no document found. What other vNICs of the same VM ask for is not added up.',
  check: ({ free, requested, iovEnabled, rank }) => {
    if (knownAs(rank, 0) || knownAs(iovEnabled, false)) return notApplicable();
    return whenKnown({ free, requested }, ({ free, requested }) => {
      if (free >= requested) return holds();
      return whenKnown({ iovEnabled, rank }, () =>
        violated('short', { free: queuePairs(free), requested }),
      );
    });
  },
});

function queuePairs(count: number): string {
  return count === 1 ? '1 queue pair' : `${count} queue pairs`;
}
