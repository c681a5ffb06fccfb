import { defineRule, holds, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { PORT_POLICY_LIMITS, PORT_POLICY_READING } from '../port-policy';

export const vnicPortMirroring = defineRule({
  id: 'vnic-port-mirroring',
  title: 'Port mirroring is on',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  assumption: 'portPolicy',
  readings: { on: PORT_POLICY_READING },
  reads: { iovWeight: 'vnic.iovWeight', mirroring: 'vnic.portMirroring' },
  messages: { on: `{vnic} of {vm} takes part in port mirroring as {role}, and {policy}.` },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -PortMirroring None (the mirror ends). Or keep it and accept the synthetic path.",
  confidence: 'inferred',
  sources: ['S18', 'S19'],
  limits: PORT_POLICY_LIMITS,
  check: ({ iovWeight, mirroring }) =>
    ifWanted(iovWeight, () =>
      whenKnown({ mirroring }, ({ mirroring }) =>
        mirroring === 'none' ? holds() : violated('on', { role: mirroring }),
      ),
    ),
});
