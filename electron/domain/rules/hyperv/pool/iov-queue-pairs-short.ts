import { defineRule, violated } from '../../rule';
import { queuePairReads, queuePairShortage } from '../queue-pair-shortage';

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
  reads: queuePairReads,
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
    'Whether fewer pairs are given or no VF at all is in no document found; it is an assumption of the plan; where it assumes fewer pairs, another rule says so. That no VF is given without any pair is inferred.',
  check: (facts) => queuePairShortage(facts, violated('none')),
});
