import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migSwitchInternalPrivate = defineRule({
  id: 'mig-switch-internal-private',
  title: 'The clustered VM uses an internal or private virtual switch',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: {
    connected: 'vnic.connected',
    switchFound: 'place.switchFound',
    clustered: 'vm.clustered',
    clusterName: 'host.clusterName',
    type: 'switch.switchType',
  },
  messages: {
    inner:
      '{switch} on {host} is {kind} switch; a clustered VM such as {vm} does not move live over one.',
  },
  remediation:
    "Use an external switch of the same name on all nodes, and connect {vnic} to it: Connect-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -SwitchName <switch> (the network of {vm} changes).",
  confidence: 'documented',
  sources: ['S29'],
  limits:
    'The document names the failure and not its exact conditions; there may be exceptions. Looks at the switch of the host that is judged.',
  check: ({ connected, switchFound, clustered, clusterName, type }) => {
    if (knownAs(clustered, false) || knownAs(clusterName, null)) return notApplicable();
    if (knownAs(connected, false) || knownAs(switchFound, false)) return notApplicable();
    return whenKnown({ type }, ({ type }) => {
      if (type === 'external') return holds();
      return whenKnown({ clustered, clusterName }, () =>
        violated('inner', { kind: type === 'internal' ? 'an internal' : 'a private' }),
      );
    });
  },
});
