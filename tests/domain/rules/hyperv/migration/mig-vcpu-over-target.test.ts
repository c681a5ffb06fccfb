import { migVcpuOverTarget } from '../../../../../electron/domain/rules/hyperv/migration/mig-vcpu-over-target';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migVcpuOverTarget, {
  holds: [
    {
      name: 'as many as there are',
      given: { 'vm.processorCount': 16, 'target.logicalProcessorCount': 16 },
    },
  ],
  violated: [
    {
      name: 'more than there are',
      given: { 'vm.processorCount': 32, 'target.logicalProcessorCount': 16 },
      message: 'over',
      values: { wanted: 32, offered: 16 },
    },
  ],
  undecided: [
    {
      name: 'the target was not collected',
      given: { 'vm.processorCount': 16 },
      missing: ['target.logicalProcessorCount'],
    },
  ],
  // Every VM has virtual processors.
  notApplicable: [],
});
