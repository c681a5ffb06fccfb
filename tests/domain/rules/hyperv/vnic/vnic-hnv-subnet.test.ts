import { vnicHnvSubnet } from '../../../../../electron/domain/rules/hyperv/vnic/vnic-hnv-subnet';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vnicHnvSubnet, {
  holds: [
    {
      name: 'no subnet, VLAN isolation',
      given: { 'vnic.iovWeight': 100, 'vnic.virtualSubnetId': 0, 'vnic.isolationMode': 'vlan' },
    },
  ],
  violated: [
    {
      name: 'a subnet id',
      given: { 'vnic.iovWeight': 100, 'vnic.virtualSubnetId': 5001 },
      message: 'inSubnet',
    },
    {
      name: 'isolation by an external subnet',
      given: { 'vnic.virtualSubnetId': 0, 'vnic.isolationMode': 'external-virtual-subnet' },
      message: 'inSubnet',
    },
  ],
  undecided: [
    {
      name: 'the isolation was not collected',
      given: { 'vnic.iovWeight': 100, 'vnic.virtualSubnetId': 0 },
      missing: ['vnic.isolationMode'],
    },
  ],
  notApplicable: [
    { name: 'no VF is wanted', given: { 'vnic.iovWeight': 0, 'vnic.virtualSubnetId': 5001 } },
  ],
});
