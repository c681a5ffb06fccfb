import { vnicPortAcl } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-port-acl';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicPortAcl, {
  holds: [
    { name: 'no ACLs', given: { 'vnic.iovWeight': 100, 'vnic.aclActions': [] } },
    {
      name: 'metering only is another rule',
      given: { 'vnic.iovWeight': 100, 'vnic.aclActions': ['meter'] },
    },
  ],
  violated: [
    {
      name: 'an ACL that denies',
      given: { 'vnic.iovWeight': 100, 'vnic.aclActions': ['meter', 'deny'] },
      message: 'set',
    },
    {
      name: 'an ACL that allows, weight unknown',
      given: { 'vnic.aclActions': ['allow'] },
      message: 'set',
    },
  ],
  undecided: [
    {
      name: 'the ACLs were not collected',
      given: { 'vnic.iovWeight': 100 },
      missing: ['vnic.aclActions'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.aclActions': ['deny'] } },
  ],
});
