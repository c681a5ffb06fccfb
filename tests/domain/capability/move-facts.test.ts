import { describe, expect, it } from 'vitest';
import { moveFacts } from '../../../electron/domain/capability/move-facts';
import { findPlatform } from '../../../electron/domain/catalogue/find-platform';
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

describe('whether a move goes from before Skylake to Skylake or newer', () => {
  const into = (before: string, after: string) => {
    const on = (name: string, processorModel: string) => host(name, { facts: { processorModel } });
    const platformOf = (one: ReturnType<typeof host>) =>
      findPlatform(valueOr(one.facts.processorModel, ''));
    return valueOr(
      moveFacts(vm('v'), on('A', before), on('B', after), platformOf).entersSkylake,
      null,
    );
  };
  const BROADWELL = 'Intel(R) Xeon(R) CPU E5-2690 v4 @ 2.60GHz';
  const SANDY_BRIDGE = 'Intel(R) Xeon(R) CPU E5-2670 0 @ 2.60GHz';
  const SKYLAKE = 'Intel(R) Xeon(R) Gold 6148 CPU @ 2.40GHz';
  const CASCADE_LAKE = 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz';

  it('follows the platforms of both processors', () => {
    expect(into(BROADWELL, SKYLAKE)).toBe(true);
    expect(into(SANDY_BRIDGE, CASCADE_LAKE)).toBe(true);
    expect(into(SANDY_BRIDGE, BROADWELL)).toBe(false);
    expect(into(SKYLAKE, CASCADE_LAKE)).toBe(false);
    expect(into(CASCADE_LAKE, BROADWELL)).toBe(false);
    expect(into(BROADWELL, 'AMD EPYC 7543 32-Core Processor')).toBe(false);
  });

  it('is unknown for a processor that the catalogue does not know', () => {
    expect(into(BROADWELL, 'Some Processor')).toBeNull();
  });
});
