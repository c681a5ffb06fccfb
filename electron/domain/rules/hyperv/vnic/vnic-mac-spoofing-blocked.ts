import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vnicMacSpoofingBlocked = defineRule({
  id: 'vnic-mac-spoofing-blocked',
  title: 'The virtual switch blocks the spoofed MAC addresses of the vNIC',
  scope: 'vnic',
  effect: { warns: true },
  reads: { spoofing: 'vnic.macAddressSpoofing', iovEnabled: 'switch.iovEnabled' },
  messages: {
    blocked:
      '{switch} on {host} has SR-IOV, so it blocks what {vnic} of {vm} sends from other MAC addresses, although MAC address spoofing is on.',
  },
  remediation:
    "Connect {vnic} to a switch of {host} without SR-IOV: Connect-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -SwitchName <switch>. If {vm} does not need it: Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -MacAddressSpoofing Off.",
  confidence: 'documented',
  sources: ['S18'],
  limits: 'Said of Windows Server 2012 R2; not confirmed one by one for later releases.',
  check: ({ spoofing, iovEnabled }) => {
    if (knownAs(spoofing, false)) return notApplicable();
    if (knownAs(iovEnabled, false)) return holds();
    return whenKnown({ spoofing, iovEnabled }, () => violated('blocked'));
  },
});
