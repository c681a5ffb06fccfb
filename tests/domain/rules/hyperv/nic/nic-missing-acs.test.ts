import { nicMissingAcs } from '../../../../../electron/domain/rules/hyperv/nic/nic-missing-acs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicMissingAcs, {
  holds: [
    { name: 'supported', given: { 'adapter.sriovSupport': 'supported' } },
    { name: 'another obstacle', given: { 'adapter.sriovSupport': 'no-osc-support' } },
  ],
  violated: [
    {
      name: 'the adapter reports it',
      given: { 'adapter.sriovSupport': 'missing-acs' },
      message: 'reported',
    },
  ],
  // nic-sriov-unknown and nic-sriov-absent ask for a value that was not collected.
  undecided: [],
  notApplicable: [{ name: 'no value was collected', given: {} }],
});
