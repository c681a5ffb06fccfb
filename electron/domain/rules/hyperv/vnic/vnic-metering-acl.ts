import { knownAs } from '../../known-as';
import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';

export const vnicMeteringAcl = defineRule({
  id: 'vnic-metering-acl',
  title: 'The vNIC is metered',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  reads: {
    iovWeight: 'vnic.iovWeight',
    actions: 'vnic.aclActions',
    metering: 'vm.resourceMetering',
  },
  messages: {
    acls: '{vnic} of {vm} has metering ACLs, and metering and SR-IOV exclude each other.',
    metering: '{vm} has resource metering on, and metering and SR-IOV exclude each other.',
  },
  remediation:
    "Disable-VMResourceMetering -VMName '{vm}', then remove the Meter entries for *.* and *:* that it leaves behind: Get-VMNetworkAdapterAcl -VMName '{vm}' -VMNetworkAdapterName '{vnic}' | Where-Object Action -eq Meter | Remove-VMNetworkAdapterAcl.",
  confidence: 'documented',
  sources: ['S33'],
  limits:
    'Resource metering of the VM counts even where no such ACL is known of this vNIC. That it is off proves nothing: turning it off leaves the ACLs behind.',
  check: ({ iovWeight, actions, metering }) =>
    ifWanted(iovWeight, () => {
      const isMetered = actions.fact.state === 'known' && actions.fact.value.includes('meter');
      if (isMetered) return violated('acls');
      if (knownAs(metering, true)) return violated('metering');
      return whenKnown({ actions }, () => holds());
    }),
});
