import { migCpuFeatureMismatch } from '../../../../../electron/domain/rules/hyperv/migration/mig-cpu-feature-mismatch';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migCpuFeatureMismatch, {
  holds: [
    {
      name: 'compatibility mode',
      given: { 'vm.state': 'running', 'vm.processorCompatibility': true },
    },
    {
      name: 'the common features of the cluster, within the cluster',
      given: {
        'vm.processorCompatibility': true,
        'vm.processorCompatibilityMode': 'common-cluster-feature-set',
        'move.sameCluster': true,
        'move.processorGenerations': 'older',
      },
    },
    {
      name: 'the minimal features, to another cluster',
      given: {
        'vm.processorCompatibility': true,
        'vm.processorCompatibilityMode': 'minimum-feature-set',
        'move.sameCluster': false,
        'move.processorGenerations': 'older',
      },
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
    {
      name: 'an older generation, without compatibility mode',
      given: { 'vm.processorCompatibility': false, 'move.processorGenerations': 'older' },
      message: 'older',
    },
    {
      name: 'the common features of a cluster, to an older host outside of it',
      given: {
        'vm.processorCompatibility': true,
        'vm.processorCompatibilityMode': 'common-cluster-feature-set',
        'move.sameCluster': false,
        'move.processorGenerations': 'older',
      },
      message: 'otherCluster',
    },
  ],
  undecided: [
    {
      name: 'the target lacks some, but the mode was not collected',
      given: { 'vm.processorFeatures': ['avx512f'], 'target.processorFeatures': [] },
      missing: ['vm.processorCompatibility'],
    },
    {
      name: 'an older generation, and the mode was not collected',
      given: { 'move.processorGenerations': 'older' },
      missing: ['vm.processorCompatibility'],
    },
    {
      name: 'the common features of a cluster, and nobody knows the cluster of the target',
      given: {
        'vm.processorCompatibility': true,
        'vm.processorCompatibilityMode': 'common-cluster-feature-set',
        'move.processorGenerations': 'older',
      },
      missing: ['move.sameCluster'],
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
