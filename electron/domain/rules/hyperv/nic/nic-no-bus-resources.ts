import { defineRule } from '../../rule';
import { sriovSupportIs, sriovSupportReads } from '../sriov-support';

export const nicNoBusResources = defineRule({
  id: 'nic-no-bus-resources',
  title: 'PCI Express bus numbers do not suffice for the VFs of the adapter',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: sriovSupportReads,
  messages: {
    reported:
      '{adapter} on {host} reports NoBusResources: {host} has too few PCI Express bus numbers left for its VFs.',
  },
  remediation:
    'Look for PCI Express bus settings in the firmware setup of {host}, use another slot, or remove devices (host restart: outage of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S1'],
  limits: 'Trusts the value that Windows reports for the adapter.',
  check: sriovSupportIs('no-bus-resources'),
});
