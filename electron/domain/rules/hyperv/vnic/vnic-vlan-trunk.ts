import { knownAs } from '../../known-as';
import { defineRule, doubtful, holds, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';

export const vnicVlanTrunk = defineRule({
  id: 'vnic-vlan-trunk',
  title: 'The vNIC is a VLAN trunk or in a private VLAN',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  reads: { iovWeight: 'vnic.iovWeight', mode: 'vnic.vlanMode', isolation: 'vnic.isolationMode' },
  messages: {
    mayLoseIsolated:
      '{vnic} of {vm} is isolated by VLAN; whether it keeps a VF in that mode is not documented.',
    mayLose:
      '{vnic} of {vm} is in VLAN mode {mode}; whether it keeps a VF in that mode is not documented.',
  },
  remediation:
    "Try it with one VM: Get-VMNetworkAdapter -VMName '{vm}' | Format-List Name,VFDataPathActive,IovUsage. If the guest needs one VLAN only: Set-VMNetworkAdapterVlan -VMName '{vm}' -VMNetworkAdapterName '{vnic}' -Access -VlanId <id> (the other VLANs are cut off).",
  confidence: 'inferred',
  sources: ['S38'],
  limits:
    'A VF filters on MAC address and VLAN, which suits untagged and access mode. For trunk and private mode only an event about an unsupported trunk is known, not when it comes. The same goes for isolation by VLAN.',
  check: ({ iovWeight, mode, isolation }) =>
    ifWanted(iovWeight, () =>
      whenKnown({ mode }, ({ mode }) => {
        if (mode === 'trunk' || mode === 'private') return doubtful('mayLose', { mode });
        // Without the isolation mode the VLAN mode is all that there is to go by.
        return knownAs(isolation, 'vlan') ? doubtful('mayLoseIsolated') : holds();
      }),
    ),
});
