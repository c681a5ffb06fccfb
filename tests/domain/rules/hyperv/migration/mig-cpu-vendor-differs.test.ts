import { migCpuVendorDiffers } from '../../../../../electron/domain/rules/hyperv/migration/mig-cpu-vendor-differs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migCpuVendorDiffers, {
  holds: [
    {
      name: 'the same vendor',
      given: {
        'vm.state': 'running',
        'source.processorVendor': 'amd',
        'target.processorVendor': 'amd',
      },
    },
  ],
  violated: [
    {
      name: 'a running VM from Intel to AMD',
      given: {
        'vm.state': 'running',
        'source.processorVendor': 'intel',
        'target.processorVendor': 'amd',
      },
      message: 'differs',
      values: { here: 'Intel', there: 'AMD' },
    },
    {
      name: 'a saved VM from AMD to Intel',
      given: {
        'vm.state': 'saved',
        'source.processorVendor': 'amd',
        'target.processorVendor': 'intel',
      },
      message: 'differs',
      values: { here: 'AMD', there: 'Intel' },
    },
    {
      name: 'an unknown state counts as running',
      given: { 'source.processorVendor': 'intel', 'target.processorVendor': 'amd' },
      message: 'differs',
      values: { here: 'Intel', there: 'AMD' },
    },
  ],
  undecided: [
    {
      name: 'the target was not collected',
      given: { 'vm.state': 'running', 'source.processorVendor': 'intel' },
      missing: ['target.processorVendor'],
    },
  ],
  notApplicable: [
    {
      name: 'a VM that is off',
      given: {
        'vm.state': 'off',
        'source.processorVendor': 'intel',
        'target.processorVendor': 'amd',
      },
    },
  ],
});
