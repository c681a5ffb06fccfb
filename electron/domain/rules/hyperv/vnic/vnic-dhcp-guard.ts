import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { PORT_POLICY_LIMITS, PORT_POLICY_READING } from '../port-policy';

export const vnicDhcpGuard = defineRule({
  id: 'vnic-dhcp-guard',
  title: 'DHCP guard is on',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  assumption: 'portPolicy',
  readings: { on: PORT_POLICY_READING },
  reads: { iovWeight: 'vnic.iovWeight', guard: 'vnic.dhcpGuard' },
  messages: { on: `{vnic} of {vm} has DHCP guard on, and {policy}.` },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -DhcpGuard Off. Or keep it and accept the synthetic path.",
  confidence: 'inferred',
  sources: ['S18', 'S19'],
  limits: PORT_POLICY_LIMITS,
  check: ({ iovWeight, guard }) =>
    ifWanted(iovWeight, () =>
      whenKnown({ guard }, ({ guard }) => (guard ? violated('on') : holds())),
    ),
});
