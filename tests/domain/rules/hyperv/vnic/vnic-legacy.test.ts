import { vnicLegacy } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-legacy';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicLegacy, {
  holds: [{ name: 'a synthetic adapter', given: { 'vnic.isLegacy': false } }],
  violated: [
    {
      name: 'an emulated adapter',
      given: { 'vnic.isLegacy': true, 'vm.generation': 1 },
      message: 'legacy',
    },
  ],
  undecided: [
    {
      name: 'not collected, and generation 1 may have one',
      given: { 'vm.generation': 1 },
      missing: ['vnic.isLegacy'],
    },
  ],
  notApplicable: [{ name: 'generation 2 has no legacy adapters', given: { 'vm.generation': 2 } }],
});
