import { migTargetMemory } from '../../../../../electron/domain/rules/hyperv/migration/mig-target-memory';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migTargetMemory, {
  holds: [
    {
      name: 'just enough',
      given: {
        'vm.state': 'running',
        'vm.memoryAssignedBytes': 8589934592,
        'target.memoryFreeBytes': 8589934592,
      },
    },
    {
      name: 'static memory is the startup memory, in any state',
      given: {
        'vm.memoryStartupBytes': 4294967296,
        'vm.dynamicMemory': false,
        'target.memoryFreeBytes': 8589934592,
      },
    },
    {
      name: 'a saved VM takes its startup memory',
      given: {
        'vm.state': 'saved',
        'vm.memoryAssignedBytes': 0,
        'vm.memoryStartupBytes': 4294967296,
        'target.memoryFreeBytes': 8589934592,
      },
    },
  ],
  violated: [
    {
      // 8 GB = 8 × 1024³ bytes, 4 GB = 4 × 1024³ bytes.
      name: 'a running VM',
      given: {
        'vm.state': 'running',
        'vm.memoryAssignedBytes': 8589934592,
        'vm.memoryStartupBytes': 1073741824,
        'target.memoryFreeBytes': 4294967296,
      },
      message: 'tooLittle',
      values: { needed: '8 GB', free: '4 GB' },
    },
    {
      name: 'a saved VM has no memory assigned',
      given: {
        'vm.state': 'saved',
        'vm.memoryAssignedBytes': 0,
        'vm.memoryStartupBytes': 8589934592,
        'target.memoryFreeBytes': 4294967296,
      },
      message: 'tooLittle',
      values: { needed: '8 GB', free: '4 GB' },
    },
  ],
  undecided: [
    {
      name: 'the free memory was not collected',
      given: { 'vm.state': 'running', 'vm.memoryAssignedBytes': 8589934592 },
      missing: ['target.memoryFreeBytes'],
    },
    {
      name: 'asks for the startup memory of a VM that is saved',
      given: { 'vm.state': 'saved', 'target.memoryFreeBytes': 4294967296 },
      missing: ['vm.memoryStartupBytes'],
    },
  ],
  notApplicable: [
    {
      name: 'a VM that is off takes none',
      given: { 'vm.state': 'off', 'vm.memoryStartupBytes': 8589934592 },
    },
  ],
});
