import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { PORT_POLICY_LIMITS, PORT_POLICY_READING } from '../port-policy';

export const vnicPortAcl = defineRule({
  id: 'vnic-port-acl',
  title: 'The vNIC has port ACLs',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  assumption: 'portPolicy',
  readings: { set: PORT_POLICY_READING },
  reads: { iovWeight: 'vnic.iovWeight', actions: 'vnic.aclActions' },
  messages: { set: `{vnic} of {vm} has port ACLs that allow or deny, and {policy}.` },
  remediation:
    "Filter in the guest or in the network instead, and remove the ACLs: Get-VMNetworkAdapterAcl -VMName '{vm}' -VMNetworkAdapterName '{vnic}' | Where-Object Action -ne Meter | Remove-VMNetworkAdapterAcl. Or keep them and accept the synthetic path.",
  confidence: 'documented',
  sources: ['S18', 'S11'],
  limits: PORT_POLICY_LIMITS,
  check: ({ iovWeight, actions }) =>
    ifWanted(iovWeight, () =>
      whenKnown({ actions }, ({ actions }) =>
        actions.includes('allow') || actions.includes('deny') ? violated('set') : holds(),
      ),
    ),
});
