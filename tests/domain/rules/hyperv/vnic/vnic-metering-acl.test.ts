import { vnicMeteringAcl } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-metering-acl';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicMeteringAcl, {
  holds: [
    { name: 'no metering ACLs', given: { 'vnic.iovWeight': 100, 'vnic.aclActions': ['deny'] } },
  ],
  violated: [
    {
      name: 'ACLs that were left behind',
      given: { 'vnic.iovWeight': 100, 'vnic.aclActions': ['meter'], 'vm.resourceMetering': false },
      message: 'acls',
    },
    {
      name: 'metering is on, whatever the ACLs of this vNIC are',
      given: { 'vnic.iovWeight': 100, 'vnic.aclActions': ['deny'], 'vm.resourceMetering': true },
      message: 'metering',
    },
    {
      name: 'metering is on and its ACLs were not collected',
      given: { 'vm.resourceMetering': true },
      message: 'metering',
    },
  ],
  undecided: [
    {
      name: 'metering off does not prove that no ACLs are left',
      given: { 'vnic.iovWeight': 100, 'vm.resourceMetering': false },
      missing: ['vnic.aclActions'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.aclActions': ['meter'] } },
  ],
});
