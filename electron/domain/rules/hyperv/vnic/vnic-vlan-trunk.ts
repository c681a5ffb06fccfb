import { defineRule, doubtful, holds, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';

export const vnicVlanTrunk = defineRule({
  id: 'vnic-vlan-trunk',
  title: 'The vNIC is a VLAN trunk or in a private VLAN',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  reads: { iovWeight: 'vnic.iovWeight', mode: 'vnic.vlanMode' },
  messages: {
    mayLose:
      '{vnic} of {vm} is in VLAN mode {mode}; whether it keeps a VF in that mode is not documented.',
  },
  remediation:
    "Try it with one VM: Get-VMNetworkAdapter -VMName '{vm}' | Format-List Name,VFDataPathActive,IovUsage. If the guest needs one VLAN only: Set-VMNetworkAdapterVlan -VMName '{vm}' -VMNetworkAdapterName '{vnic}' -Access -VlanId <id> (the other VLANs are cut off).",
  confidence: 'inferred',
  sources: ['S38'],
  limits:
    'A VF filters on MAC address and VLAN, which suits untagged and access mode. For trunk and private mode only an event about an unsupported trunk is known, not when it comes. Isolation mode VLAN is not looked at.',
  check: ({ iovWeight, mode }) =>
    ifWanted(iovWeight, () =>
      whenKnown({ mode }, ({ mode }) =>
        mode === 'trunk' || mode === 'private' ? doubtful('mayLose', { mode }) : holds(),
      ),
    ),
});
