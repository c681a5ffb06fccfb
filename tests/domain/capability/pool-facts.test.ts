import { describe, expect, it } from 'vitest';
import { guestFacts } from '../../../electron/domain/capability/guest-facts';
import { type PoolFacts, poolFacts } from '../../../electron/domain/capability/pool-facts';
import { placeOn } from '../../../electron/domain/verdict/place';
import { valueOr } from '../../../shared/fact';
import { type Assumptions, PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Vm } from '../../../shared/model/estate';
import { adapter, host, virtualSwitch, vm, vnic } from '../../helpers/estate';

type SwitchValues = Parameters<typeof virtualSwitch>[1];
type AdapterValues = Parameters<typeof adapter>[1];
type VnicValues = NonNullable<Parameters<typeof vnic>[1]>;

const place = (vs: SwitchValues, nic: AdapterValues = {}, names = ['N']) =>
  placeOn(
    host('H', {
      adapters: names.map((name) => adapter(name, nic)),
      switches: [virtualSwitch('vs', { memberAdapters: names, ...vs })],
    }),
    'vs',
  );
const wants = (name: string, iovWeight: number, values: VnicValues = {}) =>
  vnic(name, { switchName: 'vs', iovWeight, vmqWeight: 100, iovQueuePairsRequested: 2, ...values });

interface Case {
  readonly vm: Vm;
  readonly at?: number;
  readonly vs?: SwitchValues;
  readonly nic?: AdapterValues;
  readonly names?: string[];
  readonly isPresent?: boolean;
  readonly assumptions?: Partial<Assumptions>;
}

function facts({ vm, at = 0, vs, nic, names, isPresent = false, assumptions }: Case) {
  const own = vm.vnics[at];
  if (own === undefined) throw new Error('no such vNIC');
  return poolFacts(place(vs, nic, names), vm, own, isPresent, {
    assumptions: { ...PRESET_ASSUMPTIONS, ...assumptions },
    guest: (one) => guestFacts(one),
  });
}

function numbers<K extends keyof PoolFacts>(all: PoolFacts, ...keys: readonly K[]) {
  return keys.map((key) => valueOr(all[key], null));
}

const guest = vm('g', { vnics: [wants('a', 100), wants('b', 100), wants('c', 0)] });

describe('what is left in the pools', () => {
  it('is capacity less use, and unknown when either is', () => {
    const left = (vs: SwitchValues) => numbers(facts({ vm: guest, vs }), 'freeVfs');
    expect(left({ vfCapacity: 32, vfsInUse: 30 })).toEqual([2]);
    expect(left({ vfCapacity: 32 })).toEqual([null]);
    expect(left({ vfCapacity: 0 })).toEqual([0]);
  });

  it('is never below nothing', () => {
    const vs = { vfCapacity: 4, vfsInUse: 9, queuePairCapacity: 2, queuePairsInUse: 5 };
    expect(numbers(facts({ vm: guest, vs }), 'freeVfs', 'freeQueuePairs')).toEqual([0, 0]);
  });

  it('is more on a SET team only where its count may be that of one member', () => {
    const vs = { teaming: 'set', vfCapacity: 32, vfsInUse: 32 } as const;
    const left = (setVfCount: Assumptions['setVfCount']) =>
      numbers(
        facts({ vm: guest, vs, names: ['N', 'M'], assumptions: { setVfCount } }),
        'freeVfs',
        'freeVfsMost',
      );
    expect(left('all-members')).toEqual([0, 0]);
    expect(left('one-member')).toEqual([32, 32]);
    expect(left('unsure')).toEqual([0, 32]);
  });

  it('is counted in VPorts where an SR-IOV mode driver reports no queues', () => {
    const iov = { iovEnabled: true, vmqCapacity: 0, vmqsInUse: 0 };
    const nic = { vportCount: 65, vportsActive: 5 };
    expect(numbers(facts({ vm: guest, vs: iov, nic }), 'freeVmqs')).toEqual([60]);
    const off = { ...iov, iovEnabled: false };
    expect(numbers(facts({ vm: guest, vs: off, nic }), 'freeVmqs')).toEqual([0]);
  });

  it('keeps VPorts for the VFs that nobody has yet, unless they share one pool', () => {
    const vs = { iovEnabled: true, vmqCapacity: 0, vmqsInUse: 0 };
    const nic = { vportCount: 64, vportsActive: 10, vfCount: 31, vfsAllocated: 4 };
    const left = (singleVportPool: boolean) =>
      numbers(facts({ vm: guest, vs, nic: { ...nic, singleVportPool } }), 'freeVmqs');
    expect(left(false)).toEqual([27]);
    expect(left(true)).toEqual([54]);
  });
});

describe('what a VM holds at its own place', () => {
  const holder = vm('h', {
    vnics: [
      wants('a', 100, { iovUsage: 1 }),
      wants('b', 100, { vfDataPathActive: true, iovQueuePairsRequested: 4 }),
      wants('c', 0, { vmqUsage: 1 }),
      wants('d', 100, { switchName: 'other', iovUsage: 1 }),
    ],
  });
  const vs = {
    vfCapacity: 8,
    vfsInUse: 8,
    vmqCapacity: 16,
    vmqsInUse: 16,
    queuePairCapacity: 32,
    queuePairsInUse: 32,
  };

  it('is not in its way there', () => {
    const here = facts({ vm: holder, vs, isPresent: true });
    expect(numbers(here, 'heldVfs', 'freeVfs', 'freeVmqs', 'freeQueuePairs')).toEqual([2, 2, 1, 6]);
  });

  it('is nothing anywhere else', () => {
    const there = facts({ vm: holder, vs });
    expect(numbers(there, 'heldVfs', 'freeVfs', 'freeVmqs', 'freeQueuePairs')).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

describe('where a vNIC stands among those of its VM', () => {
  const ranksOf = (of: Vm, assumptions: Partial<Assumptions> = {}) =>
    of.vnics.map((_, at) =>
      numbers(facts({ vm: of, at, assumptions }), 'vfRank', 'vfRankMost').join('-'),
    );
  const queueRanksOf = (of: Vm, assumptions: Partial<Assumptions> = {}) =>
    of.vnics.map((_, at) =>
      numbers(
        facts({ vm: of, at, assumptions }),
        'vmqRank',
        'vmqRankMost',
        'vmqRankWithoutVfs',
      ).join('-'),
    );

  it('goes by their order, and by those that ask', () => {
    expect(ranksOf(guest)).toEqual(['1-1', '2-2', '0-0']);
  });

  it('leaves out those that would get no VF', () => {
    const many = vm('m', {
      vnics: [
        wants('spoofing', 100, { macAddressSpoofing: true }),
        wants('metered', 100, { aclActions: ['meter'] }),
        wants('virtual subnet', 100, { virtualSubnetId: 5001 }),
        wants('legacy', 100, { isLegacy: true }),
        wants('not connected', 100, { connected: false }),
        wants('elsewhere', 100, { switchName: 'other' }),
        wants('last', 100),
      ],
    });
    expect(ranksOf(many).at(-1)).toBe('1-1');
  });

  it('is a span where a policy or an unknown weight leaves it open', () => {
    const guarded = vm('p', { vnics: [wants('a', 100, { dhcpGuard: true }), wants('b', 100)] });
    expect(ranksOf(guarded)[1]).toBe('1-2');
    expect(ranksOf(guarded, { portPolicy: 'withdraws-vf' })[1]).toBe('1-1');
    expect(ranksOf(guarded, { portPolicy: 'bypassed' })[1]).toBe('2-2');
    const unknown = vm('u', { vnics: [vnic('a', { switchName: 'vs' }), wants('b', 100)] });
    expect(ranksOf(unknown)[1]).toBe('1-2');
  });

  it('is the first for each in a guest that can use no VF', () => {
    const old = vm('o', {
      facts: { guestOs: 'Windows Server 2008 R2 Standard' },
      vnics: [wants('a', 100), wants('b', 100)],
    });
    expect(ranksOf(old)).toEqual(['1-1', '1-1']);
    expect(queueRanksOf(old)).toEqual(['1-1-1', '2-2-2']);
  });

  it('counts queues of adapters with a VF by what the plan assumes', () => {
    // c is third in line when a and b hold queues beside their VFs, else first.
    expect(queueRanksOf(guest)[2]).toBe('1-3-3');
    expect(queueRanksOf(guest, { vfHolderQueue: 'no' })[2]).toBe('1-1-3');
    expect(queueRanksOf(guest, { vfHolderQueue: 'yes' })[2]).toBe('3-3-3');
  });

  it('adds up the queue pairs of those that get a VF', () => {
    const pairs = guest.vnics.map((_, at) =>
      valueOr(facts({ vm: guest, at }).queuePairsWanted, null),
    );
    expect(pairs).toEqual([2, 4, 0]);
  });
});
