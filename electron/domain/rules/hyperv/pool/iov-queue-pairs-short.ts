import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const iovQueuePairsShort = defineRule({
  id: 'iov-queue-pairs-short',
  title: 'The virtual switch has fewer free queue pairs than the vNIC asks for',
  scope: 'pool',
  effect: { lowers: ['sriov'] },
  assumption: 'queuePairShortage',
  readings: {
    short: { 'fewer-pairs': 'does-not', 'no-vf': 'counts', unsure: 'open' },
    shortTogether: { 'fewer-pairs': 'does-not', 'no-vf': 'counts', unsure: 'open' },
  },
  reads: {
    free: 'pool.freeQueuePairs',
    wanted: 'pool.queuePairsWanted',
    requested: 'vnic.iovQueuePairsRequested',
    iovEnabled: 'switch.iovEnabled',
    rank: 'pool.vfRank',
  },
  messages: {
    none: '{switch} on {host} has no queue pair free, and a VF needs one.',
    short:
      '{switch} on {host} has {free} free, and {vnic} asks for {requested}: it may get fewer, or no VF.',
    shortTogether:
      '{switch} on {host} has {free} free, and the vNICs of {vm} up to {vnic} ask for {wanted}: it may get fewer, or no VF.',
  },
  remediation:
    "Ask for fewer: Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -IovQueuePairsRequested <n> (less spreading inside the guest). Or give queue pairs back by IovWeight 0 on vNICs that need a VF less.",
  confidence: 'inferred',
  sources: ['S8b'],
  limits:
    'Whether fewer pairs are given or no VF at all is in no document found; it is an assumption of the plan. That no VF is given without any pair is inferred.',
  check: ({ free, wanted, requested, iovEnabled, rank }) => {
    if (knownAs(rank, 0) || knownAs(iovEnabled, false)) return notApplicable();
    return whenKnown({ free, requested, wanted }, ({ free, requested, wanted }) => {
      if (free >= wanted) return holds();
      return whenKnown({ iovEnabled, rank }, () => {
        if (free === 0) return violated('none');
        return free < requested
          ? violated('short', { free: queuePairs(free), requested })
          : violated('shortTogether', { free: queuePairs(free), wanted });
      });
    });
  },
});

function queuePairs(count: number): string {
  return count === 1 ? '1 queue pair' : `${count} queue pairs`;
}
