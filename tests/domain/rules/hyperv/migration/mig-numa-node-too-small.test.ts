import { migNumaNodeTooSmall } from '../../../../../electron/domain/rules/hyperv/migration/mig-numa-node-too-small';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migNumaNodeTooSmall, {
  holds: [
    {
      name: 'a VM that fits one node',
      given: {
        'target.numaSpanningEnabled': false,
        'move.numaNodeProcessors': 8,
        'move.numaNodeMemoryBytes': 8589934592,
        'target.numaNodeProcessorCount': 16,
        'target.numaNodeMemoryBytes': 137438953472,
      },
    },
    {
      name: 'a large VM whose virtual nodes fit',
      given: {
        'target.numaSpanningEnabled': false,
        'move.numaNodeProcessors': 16,
        'target.numaNodeProcessorCount': 16,
      },
    },
  ],
  violated: [
    {
      name: 'more processors than a node has',
      given: {
        'target.numaSpanningEnabled': false,
        'move.numaNodeProcessors': 32,
        'target.numaNodeProcessorCount': 16,
      },
      message: 'processors',
      values: { wanted: 32, offered: 16 },
    },
    {
      // 64 GB = 64 × 1024³ bytes, 32 GB = 32 × 1024³ bytes.
      name: 'more memory than a node has',
      given: {
        'target.numaSpanningEnabled': false,
        'move.numaNodeMemoryBytes': 68719476736,
        'target.numaNodeMemoryBytes': 34359738368,
      },
      message: 'memory',
      values: { wanted: '64 GB', offered: '32 GB' },
    },
  ],
  undecided: [
    {
      name: 'nobody knows whether spanning is on',
      given: { 'move.numaNodeProcessors': 32, 'target.numaNodeProcessorCount': 16 },
      missing: ['target.numaSpanningEnabled'],
    },
  ],
  notApplicable: [
    {
      name: 'spanning is on',
      given: {
        'target.numaSpanningEnabled': true,
        'move.numaNodeProcessors': 32,
        'target.numaNodeProcessorCount': 16,
      },
    },
    {
      name: 'the nodes were not collected',
      given: { 'target.numaSpanningEnabled': false, 'move.numaNodeProcessors': 32 },
    },
  ],
});
