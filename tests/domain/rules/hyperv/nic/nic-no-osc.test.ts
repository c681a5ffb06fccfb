import { nicNoOsc } from '../../../../../electron/domain/rules/hyperv/nic/nic-no-osc';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicNoOsc, {
  holds: [
    { name: 'supported', given: { 'adapter.sriovSupport': 'supported' } },
    { name: 'another obstacle', given: { 'adapter.sriovSupport': 'missing-acs' } },
  ],
  violated: [
    {
      name: 'the adapter reports it',
      given: { 'adapter.sriovSupport': 'no-osc-support' },
      message: 'reported',
    },
  ],
  // nic-sriov-unknown and nic-sriov-absent ask for a value that was not collected.
  undecided: [],
  notApplicable: [{ name: 'no value was collected', given: {} }],
});
