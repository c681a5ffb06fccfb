import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCauses } from '../../../electron/domain/findings/find-causes';
import { recordToSpare } from '../../../electron/domain/findings/record-to-spare';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { verdictOf } from '../../../electron/domain/verdict/outcome';
import { pairVerdict } from '../../../electron/domain/verdict/pair-verdict';
import { targetsOf } from '../../../electron/domain/verdict/summary';
import { afterWords, headline } from '../../../shared/format/cause-words';
import { assumptionTable, PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Cause, Findings } from '../../../shared/model/cause';
import type { Estate } from '../../../shared/model/estate';
import type { MissingGroup } from '../../../shared/model/report';
import { KINDS_BLOCKED, MOVE_KINDS, type MoveKind, OUTCOMES } from '../../../shared/model/verdict';
import type { Waiver } from '../../../shared/model/waiver';
import { generateEstate } from '../../estate/generate-estate';
import { importOf } from '../import/import-of';
import { numbersOf, plainFindings } from './plain-findings';

const EVERYTHING = {
  causes: 10_000,
  causesSoFar: 10,
  thingsPerCause: 10_000,
  thingsSoFar: 10,
  namesPerCause: 10_000,
  namesPerThing: 10_000,
  missing: 10_000,
  recordsPerMissing: 10_000,
};

function findingsOf(judge: Judge, kind: MoveKind): Findings {
  const work = findCauses(judge, new Matrix(judge), kind, 1, EVERYTHING);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

function judgeOf(estate: Estate, waivers: readonly Waiver[] = []): Judge {
  return new Judge(estate, PRESET_ASSUMPTIONS, rules, waivers);
}

const BIOS_OFF =
  'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.';

/** HV1 gives VFs, I/O virtualization is off on HV2; two VMs with a VF run on HV1, one without. */
function firmwareOff(): Estate {
  return importOf({
    'estate.json': {
      portolanInventory: 1,
      hosts: ['HV1', 'HV2'].map((name) => ({
        name,
        os: 'Windows Server 2022 Datacenter',
        cluster: 'PROD',
        processor: 'Intel Xeon Gold 6248R',
        iovSupport: name === 'HV1',
        ...(name === 'HV1' ? {} : { iovSupportReasons: [BIOS_OFF] }),
        adapters: [{ name: 'NIC1', model: 'Intel X710' }],
        switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: true }],
      })),
      vms: ['sql-1', 'sql-2', 'web'].map((name) => ({
        name,
        host: 'HV1',
        guestOs: 'Windows Server 2022',
        vnics: [{ name: 'nic', switchName: 'vs', iovWeight: name === 'web' ? 0 : 100 }],
      })),
    },
  }).estate;
}

describe('SR-IOV off in the firmware of one host', () => {
  const { causes, outcomes } = findingsOf(judgeOf(firmwareOff()), 'live');
  const falling = causes.items.filter(({ counts }) => 0 < counts['falls-back'].moves);

  it('is one cause, with the rule that only repeats it folded in', () => {
    expect(
      falling.map(({ ruleId, symptoms }) => [ruleId, symptoms.map((one) => one.ruleId)]),
    ).toEqual([['host-iommu-bios-off', ['host-iov-unsupported']]]);
  });

  it('is told in numbers: who falls back, and what is left after the fix', () => {
    const [cause] = falling as [Cause];
    expect(headline(cause)).toBe(
      'I/O virtualization is off in the firmware of HV2, or its chipset lacks it: 2 VMs fall back',
    );
    expect(cause.vms.items.map(({ name }) => name)).toEqual(['sql-1', 'sql-2']);
    expect(cause.counts['falls-back']).toEqual({ vms: 2, moves: 2, aloneMoves: 2 });
    expect(afterWords(cause)).toBe('2 VMs keep their path');
    expect(outcomes['falls-back']).toBe(2);
  });
});

describe('over generated estates', () => {
  const estates = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    unknowns: fc.double({ min: 0, max: 0.2, noNaN: true }),
    kind: fc.constantFrom(...MOVE_KINDS),
  });

  it('the outcomes are those of a naive count', () => {
    fc.assert(
      fc.property(estates, ({ seed, unknowns, kind }) => {
        const judge = judgeOf(generateEstate({ seed, hosts: 8, vms: 14, unknowns }));
        const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
        for (const vm of judge.estate.vms) {
          for (const target of targetsOf(judge, vm)) {
            const outcome = verdictOf(judge.judge(vm, target).possible[kind]);
            counts[outcome] = (counts[outcome] ?? 0) + 1;
          }
        }
        expect(findingsOf(judge, kind).outcomes).toEqual(counts);
      }),
      { numRuns: 8 },
    );
  });

  it('what each cause refuses is what the verdicts list of it', () => {
    fc.assert(
      fc.property(estates, ({ seed, unknowns, kind }) => {
        const judge = judgeOf(generateEstate({ seed, hosts: 7, vms: 10, unknowns }));
        const blocked = new Map<string, Set<string>>();
        for (const vm of judge.estate.vms) {
          for (const target of targetsOf(judge, vm)) {
            const verdict = pairVerdict(judge, judge.judge(vm, target));
            if (verdict.kinds[kind].outcome !== 'blocked') continue;
            for (const { ruleId, result, effect, at } of verdict.findings) {
              if (result !== 'violated' || effect.blocks === undefined) continue;
              if (!KINDS_BLOCKED[effect.blocks].includes(kind)) continue;
              // What only a place here refuses is told where it is the place there.
              if (at === 'source' && !isOfHost(judge, ruleId)) continue;
              const moves = blocked.get(ruleId) ?? new Set();
              blocked.set(ruleId, moves.add(`${vm.id} ${target.id}`));
            }
          }
        }
        const { causes } = findingsOf(judge, kind);
        for (const [ruleId, moves] of blocked) {
          const found = causes.items
            .filter((cause) => cause.ruleId === ruleId)
            .reduce((sum, { counts }) => sum + counts.blocked.moves, 0);
          expect(found, ruleId).toBeGreaterThanOrEqual(moves.size);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('every move that is refused or falls back for certain has a cause', () => {
    fc.assert(
      fc.property(estates, ({ seed, unknowns, kind }) => {
        const judge = judgeOf(generateEstate({ seed, hosts: 7, vms: 10, unknowns }));
        const { causes, outcomes } = findingsOf(judge, kind);
        for (const effect of ['blocked', 'falls-back'] as const) {
          const told = causes.items.reduce((sum, { counts }) => sum + counts[effect].moves, 0);
          expect(told, effect).toBeGreaterThanOrEqual(outcomes[effect]);
          const alone = causes.items.reduce(
            (sum, { counts }) => sum + counts[effect].aloneMoves,
            0,
          );
          expect(alone, effect).toBeLessThanOrEqual(outcomes[effect]);
        }
      }),
      { numRuns: 8 },
    );
  });

  const settings = fc.record({
    setMember: fc.constantFrom(...keysOf(assumptionTable.setMember.choices)),
    portPolicy: fc.constantFrom(...keysOf(assumptionTable.portPolicy.choices)),
  });

  it('each cause is what the plain form counts of it, pair by pair', () => {
    fc.assert(
      fc.property(
        estates,
        settings,
        fc.boolean(),
        fc.boolean(),
        ({ seed, unknowns, kind }, chosen, isClustered, hasWaivers) => {
          const generated = generateEstate({ seed, hosts: 7, vms: 12, unknowns, drift: 0.4 });
          const estate = isClustered ? generated : withoutClusters(generated);
          const assumptions = { ...PRESET_ASSUMPTIONS, ...chosen };
          const judge = new Judge(estate, assumptions, rules);
          if (!hasWaivers) expectSame(judge, kind);
          else {
            const waivers = someWaivers(findingsOf(judge, kind));
            expectSame(new Judge(estate, assumptions, rules, waivers), kind);
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}

function withoutClusters(estate: Estate): Estate {
  return {
    ...estate,
    clusters: [],
    hosts: estate.hosts.map((host) => ({ ...host, clusterId: null })),
  };
}

/** Every third cause set aside, for its first thing or VM. */
function someWaivers({ causes }: Findings): Waiver[] {
  return causes.items
    .filter((_, at) => at % 3 === 0)
    .flatMap(({ ruleId, things, vms }): Waiver[] => {
      const [thing] = things.items;
      const [vm] = vms.items;
      if (vm === undefined) return [];
      return [{ ruleId, ...recordToSpare(thing?.subject ?? null, vm), note: 'known', setAt: '' }];
    });
}

function isOfHost(judge: Judge, ruleId: string): boolean {
  return judge.rules.place.some(({ rule }) => rule.id === ruleId);
}

function expectSame(judge: Judge, kind: MoveKind): void {
  const found = findingsOf(judge, kind);
  const plain = plainFindings(judge, kind);
  expect(byRecord(found.missing.items)).toEqual(byRecord(plain.missing));
  expect(new Map(found.causes.items.map((one) => [one.id, numbersOf(one)]))).toEqual(plain.causes);
}

/** In whichever order the records were come by. */
function byRecord(groups: readonly MissingGroup[]) {
  return groups.map(({ records, ...rest }) => ({
    ...rest,
    records: new Set(records.items.map(({ kind, id, host }) => `${kind} ${id} ${host?.id}`)),
  }));
}

describe('gathering', () => {
  it('hands out what it has so far, with growing counts, and can be left at any step', () => {
    const judge = judgeOf(generateEstate({ seed: 3, hosts: 6, vms: 80 }));
    const work = findCauses(judge, new Matrix(judge), 'live', 7);
    const done: number[] = [];
    let next = work.next();
    while (!next.done) {
      if ('partial' in next.value) done.push(next.value.partial.vmsDone);
      next = work.next();
    }
    expect(done).toEqual([25, 50, 75]);
    expect(next.value).toMatchObject({ vmsDone: 80, vmCount: 80, revision: 7, kind: 'live' });
  });
});
