import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { isListed } from '../sriov-support';

export const nicSriovUnknown = defineRule({
  id: 'nic-sriov-unknown',
  title: 'Windows cannot tell whether the adapter can use SR-IOV',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: { listed: 'adapter.sriovListed', support: 'adapter.sriovSupport' },
  messages: {
    unknown:
      '{adapter} on {host} reports Unknown: Windows cannot tell whether it can use SR-IOV, and does not use it.',
  },
  remediation:
    'Check on {host} that the adapter and its driver offer SR-IOV, that I/O virtualization (VT-d or AMD-Vi) is on in the firmware setup, and that the system is Windows Server 2012 or later. A change in the firmware needs a cold restart (outage of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S1'],
  limits:
    'That no VF is given while the value is Unknown is how the catalogue of causes reads it; the document only lists what to check.',
  check: ({ listed, support }) => {
    if (isListed({ listed, support }) !== true) return notApplicable();
    return whenKnown({ support }, ({ support }) =>
      support === 'unknown' ? violated('unknown') : holds(),
    );
  },
});
