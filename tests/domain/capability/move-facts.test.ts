import { describe, expect, it } from 'vitest';
import { moveFacts } from '../../../electron/domain/capability/move-facts';
import { valueOr } from '../../../shared/fact';
import { host, vm } from '../../helpers/estate';

const GIB = 1024 ** 3;

describe('the largest virtual NUMA node of a VM', () => {
  const of = (facts: NonNullable<Parameters<typeof vm>[1]>['facts']) => {
    const found = moveFacts(vm('v', { facts: facts ?? {} }), null, host('H'), () => null);
    return [valueOr(found.numaNodeProcessors, null), valueOr(found.numaNodeMemoryBytes, null)];
  };
  const large = {
    state: 'running',
    processorCount: 32,
    processorsPerNumaNode: 8,
    memoryAssignedBytes: 128 * GIB,
    memoryPerNumaNodeBytes: 64 * GIB,
  } as const;

  it('is as large as its settings allow', () => {
    expect(of(large)).toEqual([8, 64 * GIB]);
  });

  it('is the whole VM with dynamic memory, or when it is smaller than one node', () => {
    expect(of({ ...large, dynamicMemory: true })).toEqual([32, 128 * GIB]);
    expect(of({ ...large, processorCount: 4, memoryAssignedBytes: 8 * GIB })).toEqual([4, 8 * GIB]);
  });

  it('counts the startup memory of a VM that is off', () => {
    expect(
      of({ ...large, state: 'off', memoryAssignedBytes: 0, memoryStartupBytes: 16 * GIB }),
    ).toEqual([8, 16 * GIB]);
  });

  it('is unknown where the VM is', () => {
    expect(of({})).toEqual([null, null]);
  });
});
