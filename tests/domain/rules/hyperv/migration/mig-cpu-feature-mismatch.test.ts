import { migCpuFeatureMismatch } from '../../../../../electron/domain/rules/hyperv/migration/mig-cpu-feature-mismatch';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migCpuFeatureMismatch, {
  holds: [
    {
      name: 'compatibility mode',
      given: { 'vm.state': 'running', 'vm.processorCompatibility': true },
    },
    {
      name: 'the target offers all that is used',
      given: { 'vm.processorFeatures': ['avx2'], 'target.processorFeatures': ['AVX2', 'avx512f'] },
    },
    {
      name: 'the lists count more than the generation',
      given: {
        'move.processorGenerations': 'older',
        'vm.processorFeatures': ['avx2'],
        'target.processorFeatures': ['avx2'],
      },
    },
    { name: 'the same generation', given: { 'move.processorGenerations': 'same' } },
    {
      name: 'a newer generation',
      given: { 'vm.processorCompatibility': false, 'move.processorGenerations': 'newer' },
    },
  ],
  violated: [
    {
      name: 'names what the target lacks',
      given: {
        'vm.state': 'running',
        'vm.processorCompatibility': false,
        'vm.processorFeatures': ['avx2', 'avx512f'],
        'target.processorFeatures': ['avx2'],
      },
      message: 'lacks',
      values: { features: ['avx512f'] },
    },
  ],
  undecided: [
    {
      name: 'the target lacks some, but the mode was not collected',
      given: { 'vm.processorFeatures': ['avx512f'], 'target.processorFeatures': [] },
      missing: ['vm.processorCompatibility'],
    },
    {
      name: 'an older generation without lists',
      given: { 'vm.processorCompatibility': false, 'move.processorGenerations': 'older' },
      missing: ['vm.processorFeatures', 'target.processorFeatures'],
    },
    {
      name: 'nothing about the processors was collected',
      given: { 'vm.state': 'running' },
      missing: ['vm.processorCompatibility', 'move.processorGenerations'],
    },
  ],
  notApplicable: [
    {
      name: 'a VM that is off',
      given: { 'vm.state': 'off', 'move.processorGenerations': 'older' },
    },
    {
      name: 'another vendor is another rule',
      given: { 'source.processorVendor': 'intel', 'target.processorVendor': 'amd' },
    },
  ],
});
