import { defineRule } from '../../rule';
import { PLATFORM_REASON_LIMITS, platformReason, platformReasonReads } from '../platform-reason';

export const hostIommuMissing = defineRule({
  id: 'host-iommu-missing',
  title: 'The chipset of the host lacks interrupt or DMA remapping',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: platformReasonReads,
  messages: {
    named:
      'The chipset of {host} lacks interrupt remapping, DMA remapping or both, which SR-IOV needs.',
  },
  remediation:
    'Turn VT-d or AMD-Vi (IOMMU) on in the firmware setup of {host} and restart it cold (outage of {host}; move its VMs away first). If Windows still says so, the chipset cannot do SR-IOV.',
  confidence: 'documented',
  sources: ['S2'],
  limits: PLATFORM_REASON_LIMITS,
  check: platformReason('iommu-missing'),
});
