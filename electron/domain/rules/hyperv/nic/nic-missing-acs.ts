import { defineRule } from '../../rule';
import { sriovSupportIs, sriovSupportReads } from '../sriov-support';

export const nicMissingAcs = defineRule({
  id: 'nic-missing-acs',
  title: 'The slot of the adapter has no Access Control Services',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: sriovSupportReads,
  messages: {
    reported:
      '{adapter} on {host} reports MissingAcs: the PCI Express path to its slot has no Access Control Services (ACS).',
  },
  remediation:
    'Put the adapter of {host} into another PCI Express slot (host restart with power off: outage of {host}; move its VMs away first). If no slot helps, ask the maker of {host}.',
  confidence: 'documented',
  sources: ['S1'],
  limits: 'Speaks of the slot of this adapter; another slot of the same host may do.',
  check: sriovSupportIs('missing-acs'),
});
