import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vmqNicDisabled = defineRule({
  id: 'vmq-nic-disabled',
  title: 'VMQ is off on the adapter',
  scope: 'vmq',
  effect: { lowers: ['vmdq'] },
  reads: { listed: 'adapter.vmqListed', enabled: 'adapter.vmqEnabled' },
  messages: { off: '{adapter} on {host} has VMQ turned off.' },
  remediation:
    "On {host}: Enable-NetAdapterVmq -Name '{adapter}' (adapter restart: the traffic of {switch} stops briefly).",
  confidence: 'documented',
  sources: ['S27', 'S34'],
  limits:
    'Not documented is what the setting means for an adapter behind a switch with SR-IOV, where VPorts do the work of VM queues; it is taken to count there too.',
  check: ({ listed, enabled }) => {
    if (enabled.fact.state === 'unknown' && knownAs(listed, false)) return notApplicable();
    return whenKnown({ enabled }, ({ enabled }) => (enabled ? holds() : violated('off')));
  },
});
