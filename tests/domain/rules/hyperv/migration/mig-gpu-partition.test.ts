import { migGpuPartition } from '../../../../../electron/domain/rules/hyperv/migration/mig-gpu-partition';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migGpuPartition, {
  // Whether the GPUs fit is never certain.
  holds: [],
  violated: [
    {
      name: 'an older host',
      given: {
        'vm.gpuPartitionCount': 1,
        'vm.configurationVersion': '10.0',
        'target.osBuild': 20348,
      },
      message: 'tooOld',
    },
    {
      name: 'an older configuration version',
      given: {
        'vm.gpuPartitionCount': 1,
        'vm.configurationVersion': '9.0',
        'target.osBuild': 26100,
      },
      message: 'version',
      values: { version: '9.0', least: '12.0' },
    },
    {
      name: 'no GPU at the target',
      given: { 'vm.gpuPartitionCount': 1, 'target.partitionableGpus': [] },
      message: 'none',
    },
  ],
  undecided: [
    {
      name: 'a newer host with a GPU',
      given: {
        'vm.gpuPartitionCount': 1,
        'vm.configurationVersion': '12.0',
        'target.osBuild': 26100,
        'target.partitionableGpus': ['A16'],
      },
      doubt: 'unsure',
    },
    {
      name: 'the target was not collected',
      given: { 'vm.gpuPartitionCount': 1, 'vm.configurationVersion': '12.0' },
      missing: ['target.osBuild'],
    },
  ],
  notApplicable: [
    { name: 'no partition', given: { 'vm.gpuPartitionCount': 0 } },
    { name: 'not collected', given: { 'target.osBuild': 20348 } },
  ],
});
