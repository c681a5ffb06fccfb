import { describe, expect, it } from 'vitest';
import { poolFacts } from '../../../electron/domain/capability/pool-facts';
import { placeOn } from '../../../electron/domain/verdict/place';
import { valueOr } from '../../../shared/fact';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import { adapter, host, virtualSwitch, vm, vnic } from '../../helpers/estate';

const place = (vs: Parameters<typeof virtualSwitch>[1], nic = {}) =>
  placeOn(
    host('H', {
      adapters: [adapter('N', nic)],
      switches: [virtualSwitch('vs', { memberAdapters: ['N'], ...vs })],
    }),
    'vs',
  );
const wants = (name: string, iovWeight: number) =>
  vnic(name, { switchName: 'vs', iovWeight, vmqWeight: 100 });

describe('what is left in the pools', () => {
  const guest = vm('g', { vnics: [wants('a', 100), wants('b', 100), wants('c', 0)] });
  const facts = (
    index: number,
    vs: Parameters<typeof virtualSwitch>[1],
    assumptions = PRESET_ASSUMPTIONS,
    nic = {},
  ) => {
    const own = guest.vnics[index];
    if (own === undefined) throw new Error('no such vNIC');
    return poolFacts(place(vs, nic), guest, own, false, assumptions);
  };

  it('is capacity less use, and unknown when either is', () => {
    expect(valueOr(facts(0, { vfCapacity: 32, vfsInUse: 30 }).freeVfs, null)).toBe(2);
    expect(facts(0, { vfCapacity: 32 }).freeVfs.state).toBe('unknown');
    expect(valueOr(facts(0, { vfCapacity: 0 }).freeVfs, null)).toBe(0);
  });

  it('is counted in VPorts where an SR-IOV mode driver reports no queues', () => {
    const free = facts(0, { iovEnabled: true, vmqCapacity: 0, vmqsInUse: 0 }, PRESET_ASSUMPTIONS, {
      vportCount: 65,
      vportsActive: 5,
    });
    expect(valueOr(free.freeVmqs, null)).toBe(60);
    expect(
      valueOr(facts(0, { iovEnabled: false, vmqCapacity: 0, vmqsInUse: 0 }).freeVmqs, null),
    ).toBe(0);
  });

  it('is wanted in the order of the adapters, and by those that want it only', () => {
    const ranks = [0, 1, 2].map((index) => valueOr(facts(index, {}).vfRank, null));
    expect(ranks).toEqual([1, 2, 0]);
  });

  it('counts queues of adapters with a VF only when the plan assumes that they hold one', () => {
    // c is third in line when a and b hold queues beside their VFs, else first.
    expect(valueOr(facts(2, {}).vmqRank, null)).toBe(1);
    const yes = { ...PRESET_ASSUMPTIONS, vfHolderQueue: 'yes' } as const;
    expect(valueOr(facts(2, {}, yes).vmqRank, null)).toBe(3);
  });
});
