import { migDdaAttached } from '../../../../../electron/domain/rules/hyperv/migration/mig-dda-attached';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migDdaAttached, {
  holds: [{ name: 'no device', given: { 'vm.assignedDevices': [] } }],
  violated: [
    {
      name: 'one device',
      given: { 'vm.assignedDevices': ['PCIROOT(0)#PCI(0200)#PCI(0000)'] },
      message: 'attached',
      values: { devices: 'a device' },
    },
    {
      name: 'two devices',
      given: {
        'vm.assignedDevices': ['PCIROOT(0)#PCI(0200)#PCI(0000)', 'PCIROOT(0)#PCI(0300)#PCI(0000)'],
      },
      message: 'attached',
      values: { devices: '2 devices' },
    },
  ],
  undecided: [{ name: 'not collected', given: {}, missing: ['vm.assignedDevices'] }],
  // Every VM has devices or none.
  notApplicable: [],
});
