import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../electron/app/session/steps';
import { compareEstates } from '../../../electron/domain/comparison/compare-estates';
import { compareStates } from '../../../electron/domain/comparison/compare-states';
import { compareVerdicts, trendOf } from '../../../electron/domain/comparison/compare-verdicts';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { known } from '../../../shared/fact';
import { idOf } from '../../../shared/ids';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Estate, Host, Vm } from '../../../shared/model/estate';
import { MOVE_KINDS } from '../../../shared/model/verdict';
import { generateEstate } from '../../estate/generate-estate';
import { adapter, cluster, host, virtualSwitch, vm, vnic } from '../../helpers/estate';

const stateOf = (estate: Estate) => {
  const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules);
  return { judge, matrix: new Matrix(judge) };
};

const sriovHost = (name: string, iovEnabled: boolean, memoryBytes = 2 ** 38): Host =>
  host(name, {
    cluster: 'PROD',
    facts: { osName: 'Windows Server 2022', osBuild: 20348, iovSupport: true, memoryBytes },
    adapters: [adapter('NIC1', { sriovSupport: 'supported', linkBitsPerSecond: 10e9 })],
    switches: [
      virtualSwitch('vs', { switchType: 'external', memberAdapters: ['NIC1'], iovEnabled }),
    ],
  });

const vmOn = (name: string, on: string): Vm =>
  vm(name, { on, vnics: [vnic('n', { switchName: 'vs', iovWeight: 100 })] });

const estate = (parts: Partial<Estate>): Estate => ({
  clusters: [cluster('PROD')],
  hosts: [sriovHost('A', true), sriovHost('B', true)],
  vms: [vmOn('sql', 'A')],
  ...parts,
});

describe('two estates', () => {
  it('differ in what came, went and moved, and in values', () => {
    const before = estate({ vms: [vmOn('sql', 'A'), vmOn('old', 'B')] });
    const after = estate({
      hosts: [sriovHost('A', true), sriovHost('B', false, 2 ** 37), sriovHost('C', true)],
      vms: [vmOn('sql', 'B'), vmOn('new', 'A')],
    });
    const { records, facts, touched } = finish(compareEstates(before, after));
    expect(
      records.entries.map(({ change, record, from, to }) => [change, record.name, from, to]),
    ).toEqual([
      ['added', 'C', null, 'PROD'],
      ['moved', 'sql', 'A', 'B'],
      ['added', 'new', null, 'A'],
      ['gone', 'old', 'B', null],
    ]);
    expect([records.added, records.gone, records.moved]).toEqual([2, 1, 1]);
    expect(
      facts.entries.map(({ record, title, before: was, after: is }) => [
        record.owner?.name ?? null,
        record.name,
        title,
        was.value,
        is.value,
      ]),
    ).toEqual([
      [null, 'B', expect.any(String), '256 GB', '128 GB'],
      ['B', 'vs', expect.any(String), 'yes', 'no'],
    ]);
    expect(facts.entries[0]?.before.origin).toBe('test.json: memoryBytes');
    expect([...touched.hosts].sort()).toEqual(['a', 'b', 'c']);
  });

  it('are the same when only the origin of values or the time of collection is another', () => {
    const before = estate({});
    const [a, b] = before.hosts;
    if (a === undefined || b === undefined) throw new Error('two hosts');
    const again: Host = {
      ...a,
      facts: {
        ...a.facts,
        collectedAt: known('2026-01-01', { kind: 'derived', from: 'x' }),
        memoryBytes: known(2 ** 38, { kind: 'import', file: 'other.json', field: 'y' }),
      },
    };
    const { records, facts } = finish(compareEstates(before, { ...before, hosts: [again, b] }));
    expect([records.entries, facts.entries]).toEqual([[], []]);
  });
});

describe('two states', () => {
  it('tell the verdicts that turned, worse first, and skip what nobody asked about', () => {
    const before = stateOf(estate({ vms: [vmOn('sql', 'A'), vmOn('web', 'B')] }));
    const after = stateOf(
      estate({
        hosts: [sriovHost('A', true), sriovHost('B', false)],
        vms: [vmOn('sql', 'A'), vmOn('web', 'B')],
      }),
    );
    const { verdicts } = finish(compareStates(before, after, 'live'));
    const told = verdicts.entries.map(({ vmName, hostName, trend }) => [vmName, hostName, trend]);
    expect(verdicts.compared).toBe(4);
    // web-01 stands on B itself and loses its VF there.
    expect(told[0]).toEqual(['web', 'B', 'worse']);
    expect(told.map(([name]) => name)).toContain('sql');
    expect(verdicts.total).toBe(told.length);
    expect(verdicts.groups.reduce((sum, { count }) => sum + count, 0)).toBe(verdicts.total);
  });

  it('find nothing in a state and itself', () => {
    const one = stateOf(generateEstate({ seed: 3, hosts: 6, vms: 20 }));
    const { records, facts, verdicts } = finish(compareStates(one, one, 'live'));
    expect([records.entries, facts.entries, verdicts.total]).toEqual([[], [], 0]);
  });

  it('judge everything anew when a reason was set aside', () => {
    const same = estate({ hosts: [sriovHost('A', true), sriovHost('B', false)] });
    const before = stateOf(same);
    const judge = new Judge(same, PRESET_ASSUMPTIONS, rules, [
      {
        ruleId: 'switch-iov-disabled',
        recordKind: null,
        recordId: null,
        note: 'will be recreated',
        setAt: '2026-01-01T00:00:00Z',
      },
    ]);
    const after = { judge, matrix: new Matrix(judge) };
    const { verdicts } = finish(compareStates(before, after, 'live'));
    expect(verdicts.total).toBeGreaterThan(0);
  });

  it('miss no verdict by leaving out what nothing touched', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(...MOVE_KINDS),
        fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 6 }),
        (seed, kind, picks) => {
          const first = generateEstate({ seed, hosts: 6, vms: 15 });
          const other = generateEstate({ seed: seed + 1, hosts: 6, vms: 15 });
          const second = mixed(first, other, picks);
          const [before, after] = [stateOf(first), stateOf(second)];
          const { touched } = finish(compareEstates(first, second));
          expect(finish(compareVerdicts(before, after, kind, touched))).toEqual(
            finish(compareVerdicts(before, after, kind, null)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Some records of `first` with the facts of their counterparts, some VMs elsewhere or gone. */
function mixed(first: Estate, other: Estate, picks: readonly number[]): Estate {
  const hosts = [...first.hosts];
  let vms = [...first.vms];
  for (const pick of picks) {
    const index = pick % 5;
    const [hostHere, hostThere] = [hosts[index], other.hosts[index]];
    const [vmHere, vmThere] = [vms[index], other.vms[index]];
    if (!hostHere || !hostThere || !vmHere || !vmThere) continue;
    switch (pick % 4) {
      case 0:
        hosts[index] = { ...hostHere, facts: hostThere.facts };
        break;
      case 1:
        hosts[index] = { ...hostHere, adapters: hostThere.adapters, switches: hostThere.switches };
        break;
      case 2:
        vms[index] = { ...vmHere, facts: vmThere.facts, vnics: vmThere.vnics };
        break;
      default:
        vms = vms.map((one, at) =>
          at === index
            ? { ...one, hostId: idOf<'host'>(hosts[pick % hosts.length]?.id ?? '') }
            : one,
        );
    }
  }
  return { ...first, hosts, vms };
}

describe('a trend', () => {
  it('is what an administrator would call it', () => {
    const keeps = { outcome: 'keeps', path: 'sriov' } as const;
    const falls = { outcome: 'falls-back', path: 'vmdq' } as const;
    const lower = { outcome: 'falls-back', path: 'software' } as const;
    const blocked = { outcome: 'blocked', path: 'sriov' } as const;
    const open = { outcome: 'undecided', path: 'sriov' } as const;
    expect([
      trendOf(keeps, falls),
      trendOf(falls, lower),
      trendOf(lower, keeps),
      trendOf(keeps, blocked),
      trendOf(open, keeps),
      trendOf(blocked, { ...blocked, path: 'vmdq' }),
    ]).toEqual(['worse', 'worse', 'better', 'worse', 'open', 'level']);
  });
});
