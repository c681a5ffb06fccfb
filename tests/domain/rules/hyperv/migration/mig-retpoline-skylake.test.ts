import { migRetpolineSkylake } from '../../../../../electron/domain/rules/hyperv/migration/mig-retpoline-skylake';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migRetpolineSkylake, {
  holds: [
    {
      name: 'both hosts are on one side of Skylake',
      given: { 'vm.state': 'running', 'vm.retpoline': true, 'move.entersSkylake': false },
    },
  ],
  violated: [
    {
      name: 'from before Skylake to Skylake',
      given: { 'vm.state': 'running', 'vm.retpoline': true, 'move.entersSkylake': true },
      message: 'enters',
    },
    {
      name: 'the same, saved',
      given: { 'vm.state': 'saved', 'vm.retpoline': true, 'move.entersSkylake': true },
      message: 'enters',
    },
  ],
  undecided: [
    {
      name: 'a processor is not known',
      given: { 'vm.retpoline': true },
      missing: ['move.entersSkylake'],
    },
  ],
  notApplicable: [
    { name: 'nobody has looked into the guest', given: { 'move.entersSkylake': true } },
    {
      name: 'the guest protects itself otherwise',
      given: { 'vm.retpoline': false, 'move.entersSkylake': true },
    },
    {
      name: 'the VM is off',
      given: { 'vm.state': 'off', 'vm.retpoline': true, 'move.entersSkylake': true },
    },
  ],
});
