import { knownAs } from '../../known-as';
import { defineRule, holds, violated, whenKnown } from '../../rule';

export const nicInLbfoTeam = defineRule({
  id: 'nic-in-lbfo-team',
  title: 'The virtual switch stands on an LBFO team',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: { team: 'adapter.lbfoTeam', teaming: 'switch.teaming' },
  messages: {
    member:
      '{adapter} on {host} is in the LBFO team {team}, which passes no SR-IOV up to {switch}.',
    someTeam: '{switch} on {host} stands on an LBFO team, which passes no SR-IOV up to it.',
  },
  remediation:
    "Replace the team on {host} by Switch Embedded Teaming: Remove-VMSwitch '{switch}', Remove-NetLbfoTeam -Name <team>, then New-VMSwitch -Name '{switch}' -NetAdapterName <adapters> -EnableEmbeddedTeaming $true -EnableIov $true, and reconnect the VMs (network outage of the VMs on it; Windows Server 2016 or later). Or give each adapter a switch of its own with SR-IOV and team inside the guest.",
  confidence: 'documented',
  sources: ['S20', 'S39'],
  limits: 'Speaks of the team of Windows (LBFO); teaming by a driver of the maker is another rule.',
  check: ({ team, teaming }) => {
    const name = team.fact.state === 'known' ? team.fact.value : null;
    if (name !== null) return violated('member', { team: name });
    if (knownAs(teaming, 'lbfo')) return violated('someTeam');
    if (knownAs(team, null)) return holds();
    return whenKnown({ teaming }, () => holds());
  },
});
