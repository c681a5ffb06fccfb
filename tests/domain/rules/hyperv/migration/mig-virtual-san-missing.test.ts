import { migVirtualSanMissing } from '../../../../../electron/domain/rules/hyperv/migration/mig-virtual-san-missing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migVirtualSanMissing, {
  holds: [
    {
      name: 'the same names on both hosts',
      given: { 'vm.virtualSans': ['Fabric A'], 'target.virtualSans': ['fabric a', 'Fabric B'] },
    },
  ],
  violated: [
    {
      name: 'names what the target lacks',
      given: {
        'vm.fibreChannelAdapterCount': 2,
        'vm.virtualSans': ['Fabric A', 'Fabric B'],
        'target.virtualSans': ['Fabric A'],
      },
      message: 'missing',
      values: { sans: ['Fabric B'] },
    },
  ],
  undecided: [
    {
      name: 'virtual adapters, and nobody knows the SANs',
      given: { 'vm.fibreChannelAdapterCount': 2 },
      missing: ['vm.virtualSans', 'target.virtualSans'],
    },
  ],
  notApplicable: [
    { name: 'no virtual Fibre Channel', given: { 'vm.fibreChannelAdapterCount': 0 } },
    { name: 'connected to no SAN', given: { 'vm.virtualSans': [] } },
    { name: 'nothing was collected', given: { 'target.virtualSans': [] } },
  ],
});
