import { defineRule, holds, violated, whenKnown } from '../../rule';

export const vnicIovWeightZero = defineRule({
  id: 'vnic-iov-weight-zero',
  title: 'SR-IOV is off for the vNIC (weight 0)',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  reads: { iovWeight: 'vnic.iovWeight' },
  messages: { off: '{vnic} of {vm} does not ask for SR-IOV: its weight is 0, the default.' },
  remediation: "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -IovWeight 100",
  confidence: 'documented',
  sources: ['S4', 'S43'],
  check: ({ iovWeight }) =>
    whenKnown({ iovWeight }, ({ iovWeight }) => (iovWeight === 0 ? violated('off') : holds())),
});
