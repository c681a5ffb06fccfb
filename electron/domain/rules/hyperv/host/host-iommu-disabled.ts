import { defineRule } from '../../rule';
import { PLATFORM_REASON_LIMITS, platformReason, platformReasonReads } from '../platform-reason';

export const hostIommuDisabled = defineRule({
  id: 'host-iommu-disabled',
  title: 'I/O remapping is configured off on the host',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: platformReasonReads,
  messages: { named: 'I/O remapping is configured off on {host}, so no VF can be isolated there.' },
  remediation:
    'Remove the boot or firmware setting that turns I/O remapping off on {host}, then restart it (outage of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S2'],
  limits: `${PLATFORM_REASON_LIMITS} Windows does not say which setting it is.`,
  check: platformReason('iommu-disabled'),
});
