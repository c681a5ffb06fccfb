import { nicInLbfoTeam } from '../../../../../electron/domain/rules/hyperv/nic/nic-in-lbfo-team';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicInLbfoTeam, {
  holds: [
    { name: 'the adapter is in no team', given: { 'adapter.lbfoTeam': null } },
    { name: 'the team is a SET', given: { 'switch.teaming': 'set' } },
    { name: 'there is no team', given: { 'switch.teaming': 'none' } },
  ],
  violated: [
    {
      name: 'the adapter is a member',
      given: { 'adapter.lbfoTeam': 'Team1' },
      message: 'member',
      values: { team: 'Team1' },
    },
    {
      name: 'the switch stands on some team',
      given: { 'switch.teaming': 'lbfo' },
      message: 'someTeam',
    },
    {
      name: 'the switch knows better than the adapter',
      given: { 'switch.teaming': 'lbfo', 'adapter.lbfoTeam': null },
      message: 'someTeam',
    },
  ],
  undecided: [{ name: 'nothing was collected', given: {}, missing: ['switch.teaming'] }],
  // Every switch stands on a team or does not.
  notApplicable: [],
});
