import { knownAs } from '../../known-as';
import { defineRule, holds, violated, whenKnown } from '../../rule';

export const vnicNotConnected = defineRule({
  id: 'vnic-not-connected',
  title: 'The vNIC is connected to no virtual switch',
  scope: 'vnic',
  effect: { disconnects: true },
  settlesPath: true,
  reads: { connected: 'vnic.connected', switchName: 'vnic.switchName' },
  messages: { off: '{vnic} of {vm} is not connected to a virtual switch.' },
  remediation:
    "Connect-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -SwitchName <switch> (the VM may run).",
  confidence: 'documented',
  sources: ['S48'],
  check: ({ connected, switchName }) => {
    if (knownAs(connected, false) || knownAs(switchName, null)) return violated('off');
    return whenKnown({ connected, switchName }, () => holds());
  },
});
