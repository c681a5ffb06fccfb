import { defineRule } from '../../rule';
import { PLATFORM_REASON_LIMITS, platformReason, platformReasonReads } from '../platform-reason';

export const hostNoPcieBus = defineRule({
  id: 'host-no-pcie-bus',
  title: 'The host reports no PCI Express bus',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: platformReasonReads,
  messages: {
    named: '{host} reports no PCI Express bus, so there is nothing that could carry a VF.',
  },
  remediation:
    'Ask the maker of {host} for a firmware update (host restart: outage of {host}), or choose other hardware.',
  confidence: 'documented',
  sources: ['S2'],
  limits: `${PLATFORM_REASON_LIMITS} A host that is itself a VM may report this too; that is inferred.`,
  check: platformReason('no-pcie-bus'),
});
