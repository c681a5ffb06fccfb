import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { WINDOWS_SERVER_2016 } from '../windows-builds';

export const vmmqNeedsSet = defineRule({
  id: 'vmmq-needs-set',
  title: 'The virtual switch is on an LBFO team, which has no dynamic VMMQ',
  scope: 'vmq',
  effect: { slows: 'vmdq' },
  reads: { vmqWeight: 'vnic.vmqWeight', build: 'host.osBuild', teaming: 'switch.teaming' },
  messages: {
    lbfo: '{switch} on {host} is on an LBFO team, which has no dynamic VMMQ: {vnic} of {vm} has no more than one VM queue there.',
  },
  remediation:
    "Replace the LBFO team under {switch} on {host} by SET: Remove-VMSwitch, Remove-NetLbfoTeam, New-VMSwitch -Name '{switch}' -NetAdapterName <adapters> -EnableEmbeddedTeaming $true, and reconnect the VMs (network outage of the VMs on it).",
  confidence: 'documented',
  sources: ['S46', 'S40'],
  limits:
    'The documents speak of dynamic VMMQ and Windows Server 2019; that an LBFO team on 2016 has no VMMQ either is inferred. Hosts older than 2016 have none in any case, and a rule of their own.',
  check: ({ vmqWeight, build, teaming }) =>
    ifWanted(vmqWeight, () => {
      if (build.fact.state === 'known' && build.fact.value < WINDOWS_SERVER_2016) {
        return notApplicable();
      }
      return whenKnown({ teaming }, ({ teaming }) => {
        if (teaming !== 'lbfo') return holds();
        return whenKnown({ build }, () => violated('lbfo'));
      });
    }),
});
