import { defineRule } from '../../rule';
import { PLATFORM_REASON_LIMITS, platformReason, platformReasonReads } from '../platform-reason';

export const hostBiosTablesWrong = defineRule({
  id: 'host-bios-tables-wrong',
  title: 'The firmware of the host describes its hardware incorrectly',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: platformReasonReads,
  messages: {
    named:
      'The firmware of {host} describes its hardware incorrectly, so Windows does not use SR-IOV there.',
  },
  remediation:
    'Install the firmware update of the maker of {host} (host restart: outage of {host}).',
  confidence: 'documented',
  sources: ['S2'],
  limits: PLATFORM_REASON_LIMITS,
  check: platformReason('bios-tables-wrong'),
});
