import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';

export const vnicMacSpoofing = defineRule({
  id: 'vnic-mac-spoofing',
  title: 'MAC address spoofing is on',
  scope: 'vnic',
  effect: { lowers: ['sriov'] },
  reads: {
    iovWeight: 'vnic.iovWeight',
    spoofing: 'vnic.macAddressSpoofing',
    iovEnabled: 'switch.iovEnabled',
  },
  messages: { on: '{vnic} of {vm} has MAC address spoofing on, with which it keeps no VF.' },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -MacAddressSpoofing Off. If {vm} needs it (nested VMs, load balancing in the guest), connect {vnic} to a switch without SR-IOV.",
  confidence: 'documented',
  sources: ['S18'],
  check: ({ iovWeight, spoofing, iovEnabled }) =>
    ifWanted(iovWeight, () => {
      // A switch without SR-IOV gives no VF to lose. Where nobody knows whether it has SR-IOV, the
      // VF is lost either way, so the flag need not be asked for.
      if (knownAs(iovEnabled, false)) return notApplicable();
      return whenKnown({ spoofing }, ({ spoofing }) => (spoofing ? violated('on') : holds()));
    }),
});
