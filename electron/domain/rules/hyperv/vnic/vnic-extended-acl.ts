import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { PORT_POLICY_LIMITS, PORT_POLICY_READING } from '../port-policy';

export const vnicExtendedAcl = defineRule({
  id: 'vnic-extended-acl',
  title: 'The vNIC has extended port ACLs',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  assumption: 'portPolicy',
  readings: { set: PORT_POLICY_READING },
  reads: { iovWeight: 'vnic.iovWeight', count: 'vnic.extendedAclCount' },
  messages: { set: `{vnic} of {vm} has extended port ACLs, and {policy}.` },
  remediation:
    "Filter in the guest or in the network instead, and remove the ACLs: Get-VMNetworkAdapterExtendedAcl -VMName '{vm}' -VMNetworkAdapterName '{vnic}' | Remove-VMNetworkAdapterExtendedAcl. Or keep them and accept the synthetic path.",
  confidence: 'inferred',
  sources: ['S18', 'S19'],
  limits: PORT_POLICY_LIMITS,
  check: ({ iovWeight, count }) =>
    ifWanted(iovWeight, () =>
      whenKnown({ count }, ({ count }) => (0 < count ? violated('set') : holds())),
    ),
});
