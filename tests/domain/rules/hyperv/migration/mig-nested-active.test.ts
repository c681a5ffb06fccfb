import { migNestedActive } from '../../../../../electron/domain/rules/hyperv/migration/mig-nested-active';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migNestedActive, {
  holds: [{ name: 'off', given: { 'vm.state': 'running', 'vm.exposesVirtualization': false } }],
  violated: [
    {
      name: 'on',
      given: { 'vm.state': 'running', 'vm.exposesVirtualization': true },
      message: 'exposes',
    },
  ],
  undecided: [
    {
      name: 'not collected',
      given: { 'vm.state': 'running' },
      missing: ['vm.exposesVirtualization'],
    },
  ],
  notApplicable: [
    {
      name: 'in a VM that is off no VM runs',
      given: { 'vm.state': 'off', 'vm.exposesVirtualization': true },
    },
  ],
});
