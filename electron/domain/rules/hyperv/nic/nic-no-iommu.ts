import { defineRule } from '../../rule';
import { sriovSupportIs, sriovSupportReads } from '../sriov-support';

export const nicNoIommu = defineRule({
  id: 'nic-no-iommu',
  title: 'The adapter finds no IOMMU support on its host',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: sriovSupportReads,
  messages: {
    reported:
      '{adapter} on {host} reports NoIoMmuSupport: {host} lacks second level address translation or interrupt or DMA remapping, or I/O remapping is turned off.',
  },
  remediation:
    'Turn VT-d or AMD-Vi (IOMMU) and EPT or NPT on in the firmware setup of {host}, remove any setting that turns I/O remapping off, and restart it cold (outage of {host}; move its VMs away first). Get-VMHost | fl IovSupport,IovSupportReasons names which of them it is.',
  confidence: 'documented',
  sources: ['S1'],
  limits: 'One value stands for several causes; the reasons of the host tell them apart.',
  check: sriovSupportIs('no-iommu-support'),
});
