import { defineRule, holds, violated, whenKnown } from '../../rule';
import { isListed } from '../sriov-support';

export const nicSriovAbsent = defineRule({
  id: 'nic-sriov-absent',
  title: 'The adapter does not know SR-IOV',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: { listed: 'adapter.sriovListed', support: 'adapter.sriovSupport' },
  messages: {
    absent: '{adapter} on {host} does not know SR-IOV: Get-NetAdapterSriov does not list it.',
  },
  remediation:
    'Use an adapter with SR-IOV behind {switch} on {host}, with the driver of its maker (new adapter: outage of {host}; new driver: adapter restart, its traffic stops briefly).',
  confidence: 'documented',
  sources: ['S1'],
  limits: 'A capable adapter with a driver that does not offer SR-IOV looks the same.',
  check: ({ listed, support }) =>
    isListed({ listed, support }) ? holds() : whenKnown({ listed }, () => violated('absent')),
});
