import { defineRule } from '../../rule';
import { sriovSupportIs, sriovSupportReads } from '../sriov-support';

export const nicNoVfBarSpace = defineRule({
  id: 'nic-no-vf-bar-space',
  title: 'PCI Express address space does not suffice for the VFs of the adapter',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: sriovSupportReads,
  messages: {
    reported:
      '{adapter} on {host} reports NoVfBarSpace: {host} has too little PCI Express address space for its VFs.',
  },
  remediation:
    "Complete the IOMMU and SR-IOV settings in the firmware setup of {host}, with memory-mapped I/O above 4 GB, and restart it cold (outage of {host}; move its VMs away first). Otherwise use another slot, or fewer VFs: Set-NetAdapterSriov -Name '{adapter}' -NumVFs <n> (adapter restart).",
  confidence: 'documented',
  sources: ['S1'],
  limits:
    'The setting for memory above 4 GB is widely reported, the smaller number of VFs inferred; neither is in the document.',
  check: sriovSupportIs('no-vf-bar-space'),
});
