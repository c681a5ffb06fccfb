import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migSwitchNameMissing = defineRule({
  id: 'mig-switch-name-missing',
  title: 'The host has no virtual switch of the name that the vNIC asks for',
  scope: 'migration',
  effect: { disconnects: true, blocks: 'live-and-saved' },
  settlesPath: true,
  reads: {
    connected: 'vnic.connected',
    switchName: 'vnic.switchName',
    switchFound: 'place.switchFound',
  },
  messages: { missing: '{host} has no virtual switch named {switchName}.' },
  remediation:
    "Give {host} a switch of the name that {vnic} asks for: New-VMSwitch, or Rename-VMSwitch for one that it has. Or let the move connect {vnic} to another: $r = Compare-VM -Name '{vm}' -DestinationHost '{host}'; $r.Incompatibilities[n].Source | Connect-VMNetworkAdapter -SwitchName <switch>; Move-VM -CompatibilityReport $r. In a cluster then Update-ClusterVirtualMachineConfiguration.",
  confidence: 'documented',
  sources: ['S28', 'S48'],
  limits:
    'Documented is that it refuses a live move. That a saved VM cannot be resumed there either is inferred. After a move while off, {vnic} is left without connection.',
  check: ({ connected, switchName, switchFound }) => {
    if (knownAs(connected, false) || knownAs(switchName, null)) return notApplicable();
    return whenKnown({ switchFound }, ({ switchFound }) => {
      if (switchFound) return holds();
      return whenKnown({ connected, switchName }, ({ switchName }) =>
        switchName === null ? notApplicable() : violated('missing', { switchName }),
      );
    });
  },
});
