import { migShieldedUnguarded } from '../../../../../electron/domain/rules/hyperv/migration/mig-shielded-unguarded';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migShieldedUnguarded, {
  holds: [{ name: 'a guarded host', given: { 'vm.shielded': true, 'target.guarded': true } }],
  violated: [
    {
      name: 'no guarded host',
      given: { 'vm.shielded': true, 'target.guarded': false },
      message: 'unguarded',
    },
  ],
  undecided: [
    {
      name: 'nobody knows whether the host is guarded',
      given: { 'vm.shielded': true },
      missing: ['target.guarded'],
    },
  ],
  notApplicable: [
    { name: 'not shielded', given: { 'vm.shielded': false, 'target.guarded': false } },
    { name: 'nobody knows whether it is shielded', given: { 'target.guarded': false } },
  ],
});
