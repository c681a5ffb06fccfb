import { defineRule } from '../../rule';
import { sriovSupportIs, sriovSupportReads } from '../sriov-support';

export const nicNoOsc = defineRule({
  id: 'nic-no-osc',
  title: 'The firmware does not hand the PCI Express slot of the adapter to Windows',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: sriovSupportReads,
  messages: {
    reported:
      '{adapter} on {host} reports NoOscSupport: the firmware of {host} does not hand control of PCI Express to Windows.',
  },
  remediation:
    'Update the firmware of {host}, or turn on its PCIe native control and SR-IOV settings, and restart it cold (outage of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S1'],
  limits: 'Trusts the value that Windows reports for the adapter.',
  check: sriovSupportIs('no-osc-support'),
});
