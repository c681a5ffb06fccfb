import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { isListed } from '../sriov-support';

export const nicSriovDisabled = defineRule({
  id: 'nic-sriov-disabled',
  title: 'SR-IOV is turned off on the adapter',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: {
    listed: 'adapter.sriovListed',
    support: 'adapter.sriovSupport',
    enabled: 'adapter.sriovEnabled',
  },
  messages: { off: '{adapter} on {host} can do SR-IOV, but it is turned off there.' },
  remediation:
    "On {host}: Enable-NetAdapterSriov -Name '{adapter}' (adapter restart: the traffic of {switch} stops briefly).",
  confidence: 'documented',
  sources: ['S1', 'S1c'],
  limits:
    'Speaks only of an adapter that reports Supported. Whether a switch made before needs to be made anew is in no document found.',
  check: ({ listed, support, enabled }) => {
    if (isListed({ listed, support }) !== true) return notApplicable();
    if (knownAs(enabled, true)) return holds();
    const isOtherwise = support.fact.state === 'known' && support.fact.value !== 'supported';
    if (isOtherwise) return notApplicable();
    return whenKnown({ enabled, support }, () => violated('off'));
  },
});
