import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { isListed } from '../sriov-support';

export const nicZeroVfs = defineRule({
  id: 'nic-zero-vfs',
  title: 'The adapter is configured with no VF',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: {
    listed: 'adapter.sriovListed',
    support: 'adapter.sriovSupport',
    vfs: 'adapter.vfCount',
  },
  messages: { none: '{adapter} on {host} is configured with 0 VFs.' },
  remediation:
    "On {host}: Set-NetAdapterSriov -Name '{adapter}' -NumVFs <n> (adapter restart: the traffic of {switch} stops briefly). If the number stays 0, turn VFs on in the firmware of the adapter (host restart: outage of {host}).",
  confidence: 'documented',
  sources: ['S1b'],
  limits:
    'Reads the number of the adapter, not of the switch: a switch without SR-IOV has none in any case. Whether an adapter with SR-IOV turned off always reports 0 is not known.',
  check: ({ listed, support, vfs }) => {
    if (isListed({ listed, support }) !== true) return notApplicable();
    if (support.fact.state === 'known' && support.fact.value !== 'supported') {
      return notApplicable();
    }
    return whenKnown({ vfs }, ({ vfs }) => (vfs === 0 ? violated('none') : holds()));
  },
});
