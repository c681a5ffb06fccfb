import { defineRule, holds, violated, whenKnown } from '../../rule';

export const vnicVmqWeightZero = defineRule({
  id: 'vnic-vmq-weight-zero',
  title: 'VMQ is off for the vNIC (weight 0)',
  scope: 'vnic',
  effect: { lowers: ['vmdq'] },
  reads: { vmqWeight: 'vnic.vmqWeight' },
  messages: { off: '{vnic} of {vm} does not ask for a VM queue: its VMQ weight is 0.' },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -VmqWeight 100 (100 is the default).",
  confidence: 'documented',
  sources: ['S4'],
  check: ({ vmqWeight }) =>
    whenKnown({ vmqWeight }, ({ vmqWeight }) => (vmqWeight === 0 ? violated('off') : holds())),
});
