import { vnicExtendedAcl } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-extended-acl';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicExtendedAcl, {
  holds: [{ name: 'none', given: { 'vnic.iovWeight': 100, 'vnic.extendedAclCount': 0 } }],
  violated: [
    { name: 'two', given: { 'vnic.iovWeight': 100, 'vnic.extendedAclCount': 2 }, message: 'set' },
  ],
  undecided: [
    { name: 'not collected', given: { 'vnic.iovWeight': 100 }, missing: ['vnic.extendedAclCount'] },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.extendedAclCount': 2 } },
  ],
});
