import { migVcpuOverLimit } from '../../../../../electron/domain/rules/hyperv/migration/mig-vcpu-over-limit';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migVcpuOverLimit, {
  holds: [
    { name: '64 go anywhere, whatever else is known', given: { 'vm.processorCount': 64 } },
    {
      name: '240 on Windows Server 2019',
      given: { 'vm.processorCount': 240, 'vm.generation': 2, 'target.osBuild': 17763 },
    },
    {
      name: '2048 on Windows Server 2025',
      given: { 'vm.processorCount': 2048, 'vm.generation': 2, 'target.osBuild': 26100 },
    },
  ],
  violated: [
    {
      name: '241 on Windows Server 2016',
      given: { 'vm.processorCount': 241, 'vm.generation': 2, 'target.osBuild': 14393 },
      message: 'over',
      values: { count: 241, most: 240, generation: 2 },
    },
    {
      name: '65 in generation 1, on any release',
      given: { 'vm.processorCount': 65, 'vm.generation': 1, 'target.osBuild': 26100 },
      message: 'over',
      values: { count: 65, most: 64, generation: 1 },
    },
    {
      name: '128 on Windows Server 2012 R2',
      given: { 'vm.processorCount': 128, 'vm.generation': 2, 'target.osBuild': 9600 },
      message: 'over',
      values: { count: 128, most: 64, generation: 2 },
    },
  ],
  undecided: [
    { name: 'nothing was collected', given: {}, missing: ['vm.processorCount'] },
    {
      name: 'many, and the rest is not known',
      given: { 'vm.processorCount': 128 },
      missing: ['vm.generation', 'target.osBuild'],
    },
    {
      name: 'a release of which no limit is listed',
      given: { 'vm.processorCount': 128, 'vm.generation': 2, 'target.osBuild': 7601 },
      doubt: 'notListed',
    },
  ],
  // Every VM has virtual processors.
  notApplicable: [],
});
