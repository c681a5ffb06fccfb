import { nicZeroVfs } from '../../../../../electron/domain/rules/hyperv/nic/nic-zero-vfs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(nicZeroVfs, {
  holds: [
    {
      name: 'some VFs',
      given: { 'adapter.sriovSupport': 'supported', 'adapter.vfCount': 8 },
    },
  ],
  violated: [
    {
      name: 'no VF',
      given: { 'adapter.sriovSupport': 'supported', 'adapter.vfCount': 0 },
      message: 'none',
    },
    {
      name: 'no VF, support not collected',
      given: { 'adapter.sriovListed': true, 'adapter.vfCount': 0 },
      message: 'none',
    },
  ],
  undecided: [
    {
      name: 'the number was not collected',
      given: { 'adapter.sriovSupport': 'supported' },
      missing: ['adapter.vfCount'],
    },
  ],
  notApplicable: [
    { name: 'an adapter without SR-IOV', given: { 'adapter.sriovListed': false } },
    { name: 'the list itself is missing', given: {} },
    {
      name: 'an obstacle that leaves no VF anyhow',
      given: { 'adapter.sriovSupport': 'no-vf-bar-space', 'adapter.vfCount': 0 },
    },
  ],
});
