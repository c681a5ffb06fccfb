import { nicSetNotIdentical } from '../../../../../electron/domain/rules/hyperv/nic/nic-set-not-identical';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicSetNotIdentical, {
  holds: [
    {
      name: 'identical members',
      given: { 'switch.teaming': 'set', 'place.memberDifferences': [] },
    },
    { name: 'identical adapters, in whatever team', given: { 'place.memberDifferences': [] } },
  ],
  violated: [
    {
      name: 'another driver and speed',
      given: { 'switch.teaming': 'set', 'place.memberDifferences': ['driver', 'speed'] },
      message: 'differ',
      values: { differences: ['driver', 'speed'] },
    },
  ],
  undecided: [
    {
      name: 'the members were not described',
      given: { 'switch.teaming': 'set' },
      missing: ['place.memberDifferences'],
    },
    {
      name: 'different adapters, kind of team not collected',
      given: { 'place.memberDifferences': ['speed'] },
      missing: ['switch.teaming'],
    },
  ],
  notApplicable: [
    { name: 'no team', given: { 'switch.teaming': 'none' } },
    {
      name: 'an LBFO team may differ',
      given: { 'switch.teaming': 'lbfo', 'place.memberDifferences': ['speed'] },
    },
  ],
});
