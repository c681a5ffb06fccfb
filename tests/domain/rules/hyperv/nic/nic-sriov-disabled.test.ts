import { nicSriovDisabled } from '../../../../../electron/domain/rules/hyperv/nic/nic-sriov-disabled';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicSriovDisabled, {
  holds: [
    {
      name: 'turned on',
      given: { 'adapter.sriovSupport': 'supported', 'adapter.sriovEnabled': true },
    },
    {
      name: 'turned on, whatever the support',
      given: { 'adapter.sriovListed': true, 'adapter.sriovEnabled': true },
    },
  ],
  violated: [
    {
      name: 'supported and turned off',
      given: { 'adapter.sriovSupport': 'supported', 'adapter.sriovEnabled': false },
      message: 'off',
    },
  ],
  undecided: [
    {
      name: 'the setting was not collected',
      given: { 'adapter.sriovSupport': 'supported' },
      missing: ['adapter.sriovEnabled'],
    },
    {
      name: 'turned off, perhaps for lack of support',
      given: { 'adapter.sriovListed': true, 'adapter.sriovEnabled': false },
      missing: ['adapter.sriovSupport'],
    },
  ],
  notApplicable: [
    { name: 'an adapter without SR-IOV', given: { 'adapter.sriovListed': false } },
    { name: 'the list itself is missing', given: { 'adapter.sriovEnabled': false } },
    {
      name: 'another obstacle',
      given: { 'adapter.sriovSupport': 'no-osc-support', 'adapter.sriovEnabled': false },
    },
    {
      name: 'another obstacle, setting not collected',
      given: { 'adapter.sriovSupport': 'no-osc-support' },
    },
  ],
});
