import { defineRule, notApplicable } from '../../rule';
import { queuePairReads, queuePairShortage } from '../queue-pair-shortage';

const ONLY_WHERE_ASSUMED = {
  'fewer-pairs': 'counts',
  'no-vf': 'does-not',
  unsure: 'does-not',
} as const;

export const vfFewerQueuePairs = defineRule({
  id: 'vf-fewer-queue-pairs',
  title: 'The VF comes with fewer queue pairs than the vNIC asks for',
  scope: 'pool',
  effect: { slows: 'sriov' },
  assumption: 'queuePairShortage',
  readings: { short: ONLY_WHERE_ASSUMED, shortTogether: ONLY_WHERE_ASSUMED },
  reads: queuePairReads,
  messages: {
    short:
      '{switch} on {host} has {free} free, and {vnic} asks for {requested}: its VF comes with fewer.',
    shortTogether:
      '{switch} on {host} has {free} free, and the vNICs of {vm} up to {vnic} ask for {wanted}: its VF comes with fewer.',
  },
  remediation:
    'Give queue pairs back: fewer for other vNICs behind {switch} (Set-VMNetworkAdapter -VMName <vm> -Name <vNIC> -IovQueuePairsRequested <n>), or IovWeight 0 on those that need a VF less (they fall back).',
  confidence: 'inferred',
  sources: ['S8b'],
  limits:
    'Told where the plan assumes that a shortage costs queue pairs and not the VF, of which no document was found. Without any free pair there is no VF, which another rule says.',
  check: (facts) => queuePairShortage(facts, notApplicable()),
});
