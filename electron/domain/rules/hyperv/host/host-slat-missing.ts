import { defineRule } from '../../rule';
import { PLATFORM_REASON_LIMITS, platformReason, platformReasonReads } from '../platform-reason';

export const hostSlatMissing = defineRule({
  id: 'host-slat-missing',
  title: 'The processor of the host lacks second level address translation',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: platformReasonReads,
  messages: {
    named:
      'The processor of {host} offers no second level address translation (EPT, RVI or NPT), which SR-IOV needs.',
  },
  remediation:
    'Turn EPT or NPT on in the firmware setup of {host} and restart it cold (outage of {host}; move its VMs away first). A processor that lacks it has to be replaced. From Windows Server 2016 on Hyper-V itself does not run without it.',
  confidence: 'documented',
  sources: ['S2', 'S31'],
  limits: PLATFORM_REASON_LIMITS,
  check: platformReason('slat-missing'),
});
