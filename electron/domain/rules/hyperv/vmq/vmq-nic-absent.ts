import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vmqNicAbsent = defineRule({
  id: 'vmq-nic-absent',
  title: 'The adapter has no VM queues',
  scope: 'vmq',
  effect: { lowers: ['vmdq'] },
  reads: {
    listed: 'adapter.vmqListed',
    enabled: 'adapter.vmqEnabled',
    iovEnabled: 'switch.iovEnabled',
  },
  messages: { absent: '{adapter} on {host} has no VM queues: Get-NetAdapterVmq does not list it.' },
  remediation:
    'Use an adapter with VMQ and the driver of its maker in {host} (adapter or driver change: outage of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S27'],
  limits:
    'An adapter behind a switch with SR-IOV need not be listed: its VPorts do the work of VM queues.',
  check: ({ listed, enabled, iovEnabled }) => {
    if (knownAs(iovEnabled, true)) return notApplicable();
    // Only the list says whether VMQ is enabled, so an answer to that proves the entry.
    if (enabled.fact.state === 'known' || knownAs(listed, true)) return holds();
    return whenKnown({ listed, iovEnabled }, () => violated('absent'));
  },
});
