import { migGuardianMissing } from '../../../../../electron/domain/rules/hyperv/migration/mig-guardian-missing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migGuardianMissing, {
  holds: [
    {
      name: 'one of the guardians is enough',
      given: {
        'vm.vtpmEnabled': true,
        'vm.keyProtectorGuardians': ['Owner', 'HGS'],
        'target.guardians': ['hgs'],
      },
    },
  ],
  violated: [
    {
      name: 'no guardian of the VM is there',
      given: {
        'vm.vtpmEnabled': true,
        'vm.keyProtectorGuardians': ['UntrustedGuardian'],
        'target.guardians': [],
      },
      message: 'missing',
      values: { guardians: ['UntrustedGuardian'] },
    },
  ],
  undecided: [
    {
      name: 'nobody knows whether the VM has a virtual TPM',
      given: { 'vm.keyProtectorGuardians': ['HGS'], 'target.guardians': [] },
      missing: ['vm.vtpmEnabled'],
    },
  ],
  notApplicable: [
    { name: 'no virtual TPM', given: { 'vm.vtpmEnabled': false } },
    {
      name: 'the keys of the target were not collected',
      given: { 'vm.vtpmEnabled': true, 'vm.keyProtectorGuardians': ['HGS'] },
    },
    {
      name: 'no guardian is named',
      given: { 'vm.vtpmEnabled': true, 'vm.keyProtectorGuardians': [], 'target.guardians': [] },
    },
  ],
});
