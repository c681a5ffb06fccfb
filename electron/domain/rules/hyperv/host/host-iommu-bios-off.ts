import { defineRule } from '../../rule';
import { PLATFORM_REASON_LIMITS, platformReason, platformReasonReads } from '../platform-reason';

export const hostIommuBiosOff = defineRule({
  id: 'host-iommu-bios-off',
  title: 'I/O virtualization is off in the firmware of the host, or its chipset lacks it',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: platformReasonReads,
  messages: {
    named: 'I/O virtualization is off in the firmware of {host}, or its chipset lacks it.',
  },
  remediation:
    'Turn I/O virtualization (VT-d or AMD-Vi) and SR-IOV on in the firmware setup of {host}; these may be two settings. Then restart it cold (outage of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S2'],
  limits: `${PLATFORM_REASON_LIMITS} Windows gives one sentence for both cases and does not say which it is.`,
  check: platformReason('iommu-bios-off'),
});
