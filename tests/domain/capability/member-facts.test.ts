import { describe, expect, it } from 'vitest';
import { canGiveVfs, vmqProcessorSets } from '../../../electron/domain/capability/member-facts';
import { valueOr } from '../../../shared/fact';
import { adapter, host } from '../../helpers/estate';

type AdapterValues = NonNullable<Parameters<typeof adapter>[1]>;

const members = (...facts: readonly AdapterValues[]) =>
  facts.map((values, index) => adapter(`N${index}`, values));

describe('whether some adapter can give VFs', () => {
  const of = (...facts: readonly AdapterValues[]) => valueOr(canGiveVfs(members(...facts)), null);

  it.each<[string, AdapterValues]>([
    ['without SR-IOV', { sriovListed: false }],
    ['with SR-IOV turned off', { sriovListed: true, sriovEnabled: false }],
    ['that reports another state than Supported', { sriovSupport: 'missing-acs' }],
    ['with 0 VFs', { sriovListed: true, vfCount: 0 }],
    ['in an LBFO team', { sriovListed: true, lbfoTeam: 'T' }],
  ])('is denied by an adapter %s', (_, facts) => {
    expect(of(facts)).toBe(false);
    expect(of(facts, { sriovListed: true, vfCount: 8 })).toBe(true);
    expect(of(facts, {})).toBeNull();
  });

  it('takes an adapter of which SriovSupport is known for listed', () => {
    expect(of({ sriovSupport: 'supported' })).toBe(true);
  });
});

describe('the processors that serve VM queues', () => {
  const sets = (facts: Parameters<typeof host>[1], ...queues: readonly (readonly number[])[]) =>
    valueOr(
      vmqProcessorSets(
        host('H', facts),
        members(
          ...queues.map(([vmqBaseProcessor = 0, vmqMaxProcessors = 1]) => ({
            vmqBaseProcessor,
            vmqMaxProcessors,
          })),
        ),
      ),
      null,
    );
  const threads = { facts: { logicalProcessorCount: 32, coreCount: 16 } };
  const cores = { facts: { logicalProcessorCount: 32, coreCount: 32 } };

  it('are every second one with hyper-threading', () => {
    // 2, 4, 6, 8 and 10, 12, 14, 16; without hyper-threading 2 to 9 and 10 to 17.
    expect(sets(threads, [2, 4], [10, 4])).toBe('disjoint');
    expect(sets(threads, [2, 8], [10, 8])).toBe('overlapping');
    expect(sets(cores, [2, 8], [10, 8])).toBe('disjoint');
  });

  it('need no number of cores where it makes no difference', () => {
    expect(sets({}, [2, 4], [2, 4])).toBe('identical');
    expect(sets({}, [2, 4], [10, 4])).toBe('disjoint');
    expect(sets({}, [2, 8], [10, 8])).toBeNull();
  });

  it('end somewhere, whatever a file says', () => {
    expect(sets({}, [0, 1e15], [2, 1e15])).toBe('overlapping');
  });
});
