import { nicSriovUnknown } from '../../../../../electron/domain/rules/hyperv/nic/nic-sriov-unknown';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicSriovUnknown, {
  holds: [{ name: 'supported', given: { 'adapter.sriovSupport': 'supported' } }],
  violated: [
    {
      name: 'Windows reports Unknown',
      given: { 'adapter.sriovSupport': 'unknown' },
      message: 'unknown',
    },
  ],
  undecided: [
    {
      name: 'what was not collected is not the same as Unknown',
      given: { 'adapter.sriovListed': true },
      missing: ['adapter.sriovSupport'],
    },
  ],
  notApplicable: [
    { name: 'an adapter without SR-IOV', given: { 'adapter.sriovListed': false } },
    { name: 'the list itself is missing', given: {} },
  ],
});
