import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { pairVerdict } from '../../../electron/domain/verdict/pair-verdict';
import { Waivers } from '../../../electron/domain/verdict/waivers';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import { MOVE_KINDS } from '../../../shared/model/verdict';
import type { Waiver } from '../../../shared/model/waiver';
import { generateEstate } from '../../estate/generate-estate';
import { randomWaivers } from '../../helpers/random-waivers';
import { importOf } from '../import/import-of';

const RULE_IDS = rules.map(({ id }) => id);

function waiver(part: Partial<Waiver>): Waiver {
  return {
    ruleId: 'switch-iov-disabled',
    recordKind: null,
    recordId: null,
    note: 'known',
    setAt: '2026-03-01T10:00:00.000Z',
    ...part,
  };
}

/** HV1 gives VFs; the switch of HV2 was created without SR-IOV. */
function twoHosts(waivers: readonly Waiver[]) {
  const { estate } = importOf({
    'estate.json': {
      portolanInventory: 1,
      hosts: ['HV1', 'HV2'].map((name) => ({
        name,
        os: 'Windows Server 2022 Datacenter',
        cluster: 'PROD',
        processor: 'Intel Xeon Gold 6248R',
        iovSupport: true,
        adapters: [{ name: 'NIC1', model: 'Intel X710' }],
        switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: name === 'HV1' }],
      })),
      vms: [
        {
          name: 'sql',
          host: 'HV1',
          guestOs: 'Windows Server 2022',
          vnics: [{ name: 'nic', switchName: 'vs', iovWeight: 100 }],
        },
      ],
    },
  });
  const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules, waivers);
  const [vm] = estate.vms;
  const [source, target] = estate.hosts;
  if (vm === undefined || source === undefined || target === undefined) throw new Error('no pair');
  const ids = { source: source.id, target: target.id, switch: target.switches[0]?.id ?? '' };
  return { judge, ids, vmId: vm.id, verdict: pairVerdict(judge, judge.judge(vm, target)) };
}

describe('a reason that is set aside', () => {
  const reasonOf = ({ verdict }: ReturnType<typeof twoHosts>) =>
    verdict.findings.find(({ ruleId, at }) => ruleId === 'switch-iov-disabled' && at === 'target');

  it('stays among the findings with its note, and counts for nothing', () => {
    const before = twoHosts([]);
    expect(reasonOf(before)?.result).toBe('violated');
    expect(before.verdict.kinds.offline.outcome).toBe('falls-back');
    const set = waiver({ recordKind: 'host', recordId: before.ids.target });
    const after = twoHosts([set]);
    expect(reasonOf(after)?.waived).toEqual(set);
    expect(after.verdict.kinds.offline.outcome).not.toBe('falls-back');
    expect(after.verdict.kinds.offline.withoutWaivers).toBe('falls-back');
    expect(after.verdict.kinds.offline.primaryRuleId).not.toBe('switch-iov-disabled');
  });

  const { ids, vmId } = twoHosts([]);
  it.each([
    ['the plan', {}, true],
    ['the switch', { recordKind: 'switch', recordId: ids.switch }, true],
    ['another host', { recordKind: 'host', recordId: ids.source }, false],
    ['another VM', { recordKind: 'vm', recordId: `${vmId}?` }, false],
    ['another rule', { ruleId: 'nic-zero-vfs' }, false],
  ] as const)('for %s', (_, part, isWaived) => {
    expect(reasonOf(twoHosts([waiver(part)]))?.waived !== undefined).toBe(isWaived);
  });
});

describe('looking a waiver up', () => {
  it('takes the one for the nearest record', () => {
    const wide = waiver({ note: 'everywhere' });
    const near = waiver({ recordKind: 'switch', recordId: 's', note: 'here' });
    const waivers = new Waivers([wide, near]);
    expect(waivers.waiverFor('switch-iov-disabled', { host: 'h', switch: 's' })).toBe(near);
    expect(waivers.waiverFor('switch-iov-disabled', { host: 'h', switch: 't' })).toBe(wide);
    expect(waivers.waiverFor('switch-not-external', { host: 'h', switch: 's' })).toBeNull();
  });

  it('reaches a move by either of its hosts', () => {
    const waivers = new Waivers([waiver({ recordKind: 'host', recordId: 'b' })]);
    expect(waivers.waiverFor('switch-iov-disabled', { host: ['a', 'b'] })).not.toBeNull();
    expect(waivers.waiverFor('switch-iov-disabled', { host: ['a', 'c'] })).toBeNull();
  });
});

describe('over generated estates, with random waivers', () => {
  const estates = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    unknowns: fc.double({ min: 0, max: 0.3, noNaN: true }),
    setMember: fc.constantFrom('any-capable' as const, 'unsure' as const),
    portPolicy: fc.constantFrom('withdraws-vf' as const, 'unsure' as const),
  });

  it('the matrix agrees with the judge', () => {
    fc.assert(
      fc.property(estates, ({ seed, unknowns, ...assumptions }) => {
        const estate = generateEstate({ seed, hosts: 8, vms: 16, unknowns });
        const waivers = randomWaivers(estate, RULE_IDS, seed, 120);
        const judge = new Judge(estate, { ...PRESET_ASSUMPTIONS, ...assumptions }, rules, waivers);
        const matrix = new Matrix(judge);
        for (const vm of estate.vms) {
          for (const host of estate.hosts) {
            for (const kind of MOVE_KINDS) {
              const where = `${vm.name} on ${host.name}, ${kind}`;
              expect(matrix.cell(vm, host, kind), where).toEqual(judge.cell(vm, host, kind));
            }
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('sparing answers comes to what waivers come to', () => {
    fc.assert(
      fc.property(estates, ({ seed, unknowns, ...assumptions }) => {
        const estate = generateEstate({ seed, hosts: 6, vms: 10, unknowns });
        const given = { ...PRESET_ASSUMPTIONS, ...assumptions };
        const waivers = randomWaivers(estate, RULE_IDS, seed, 80);
        const bare = new Judge(estate, given, rules);
        const waived = new Judge(estate, given, rules, waivers);
        const lookUp = new Waivers(waivers);
        for (const vm of estate.vms) {
          for (const host of estate.hosts) {
            if (host.id === vm.hostId) continue;
            const expected = waived.judge(vm, host);
            const spared = bare.sparing(
              bare.judge(vm, host),
              ({ compiled, about }) => lookUp.waiverFor(compiled.rule.id, about) !== null,
            );
            expect(spared.possible).toEqual(expected.possible);
            expect(spared.there).toEqual(expected.vnics.map(({ outlook }) => outlook.there));
            expect(waived.withoutWaivers.judge(vm, host).possible).toEqual(
              bare.judge(vm, host).possible,
            );
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});
