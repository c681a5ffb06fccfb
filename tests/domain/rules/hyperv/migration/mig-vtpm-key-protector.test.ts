import { migVtpmKeyProtector } from '../../../../../electron/domain/rules/hyperv/migration/mig-vtpm-key-protector';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migVtpmKeyProtector, {
  holds: [{ name: 'no virtual TPM', given: { 'vm.vtpmEnabled': false } }],
  violated: [{ name: 'a virtual TPM', given: { 'vm.vtpmEnabled': true }, message: 'enabled' }],
  undecided: [{ name: 'not collected', given: {}, missing: ['vm.vtpmEnabled'] }],
  notApplicable: [
    {
      name: 'guardians and keys are known: another rule compares them',
      given: {
        'vm.vtpmEnabled': true,
        'vm.keyProtectorGuardians': ['HGS'],
        'target.guardians': [],
      },
    },
    { name: 'generation 1 has none', given: { 'vm.generation': 1 } },
  ],
});
