import { defineRule } from '../../rule';
import { PLATFORM_REASON_LIMITS, platformReason, platformReasonReads } from '../platform-reason';

export const hostAcsMissing = defineRule({
  id: 'host-acs-missing',
  title: 'No root port of the host has Access Control Services',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: platformReasonReads,
  messages: {
    named:
      'No PCI Express root port of {host} has Access Control Services (ACS), which SR-IOV needs.',
  },
  remediation:
    'Turn ACS on in the firmware setup of {host} and restart it cold (outage of {host}; move its VMs away first). Without such a setting it takes another server.',
  confidence: 'documented',
  sources: ['S2'],
  limits: PLATFORM_REASON_LIMITS,
  check: platformReason('acs-missing'),
});
