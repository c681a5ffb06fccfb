import { nicSriovAbsent } from '../../../../../electron/domain/rules/hyperv/nic/nic-sriov-absent';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicSriovAbsent, {
  holds: [
    { name: 'listed', given: { 'adapter.sriovListed': true } },
    {
      name: 'its support can only have come from the list',
      given: { 'adapter.sriovSupport': 'missing-acs' },
    },
  ],
  violated: [{ name: 'not listed', given: { 'adapter.sriovListed': false }, message: 'absent' }],
  undecided: [{ name: 'no list was collected', given: {}, missing: ['adapter.sriovListed'] }],
  // Every physical adapter is listed or is not.
  notApplicable: [],
});
