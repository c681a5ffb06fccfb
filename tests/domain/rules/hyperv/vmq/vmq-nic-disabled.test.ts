import { vmqNicDisabled } from '../../../../../electron/domain/rules/hyperv/vmq/vmq-nic-disabled';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vmqNicDisabled, {
  holds: [{ name: 'on', given: { 'adapter.vmqEnabled': true } }],
  violated: [
    {
      name: 'off',
      given: { 'adapter.vmqListed': true, 'adapter.vmqEnabled': false },
      message: 'off',
    },
  ],
  undecided: [
    {
      name: 'not collected',
      given: { 'adapter.vmqListed': true },
      missing: ['adapter.vmqEnabled'],
    },
  ],
  notApplicable: [
    { name: 'an adapter without VMQ cannot have it off', given: { 'adapter.vmqListed': false } },
  ],
});
