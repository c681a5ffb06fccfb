import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCauses, turnableMoves } from '../../../electron/domain/findings/find-causes';
import { recordToSpare } from '../../../electron/domain/findings/move-causes';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { verdictOf } from '../../../electron/domain/verdict/outcome';
import { pairVerdict } from '../../../electron/domain/verdict/pair-verdict';
import { targetsOf } from '../../../electron/domain/verdict/summary';
import { afterWords, headline } from '../../../shared/format/cause-words';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Cause, Findings } from '../../../shared/model/cause';
import type { Estate, Host, Vm } from '../../../shared/model/estate';
import {
  KINDS_BLOCKED,
  MOVE_KINDS,
  type MoveKind,
  OUTCOMES,
  type Outcome,
} from '../../../shared/model/verdict';
import type { Waiver } from '../../../shared/model/waiver';
import { generateEstate } from '../../estate/generate-estate';
import { importOf } from '../import/import-of';

const EVERYTHING = {
  causes: 10_000,
  causesSoFar: 10,
  namesPerCause: 10_000,
  missing: 10_000,
  recordsPerMissing: 10_000,
};

function findingsOf(judge: Judge, kind: MoveKind): Findings {
  const work = findCauses(judge, kind, 1, EVERYTHING);
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

  it('the numbers after a fix are those of judging with the cause set aside', () => {
    fc.assert(
      fc.property(estates, ({ seed, unknowns, kind }) => {
        const estate = generateEstate({ seed, hosts: 6, vms: 8, unknowns });
        const judge = judgeOf(estate);
        const { causes } = findingsOf(judge, kind);
        for (const cause of causes.items.slice(0, 12)) {
          expect(sum(cause.after.moves)).toBe(turnableMoves(cause));
          const { subject } = cause;
          if (subject === null || turnableMoves(cause) === 0) continue;
          const at = subject.host?.id ?? subject.id;
          const vm = cause.example.vm;
          const waived = judgeOf(
            estate,
            [cause.ruleId, ...cause.symptoms.map(({ ruleId }) => ruleId)].map((ruleId) => ({
              ruleId,
              ...recordToSpare(cause.subject, vm),
              note: 'mended',
              setAt: '',
            })),
          );
          // A waiver reaches further than the moves to the host that have this very reason in the
          // way: it betters those that keep their path, and the present path of VMs on the host.
          const concerned = movesWith(judge, cause, at, kind);
          // Among several adapters of a team the reason may stand without being in the way.
          if (concerned.length !== turnableMoves(cause)) continue;
          const now = outcomesOver(judge, concerned, kind);
          const then = outcomesOver(waived, concerned, kind);
          for (const outcome of OUTCOMES) {
            const turnedAway =
              outcome === 'blocked'
                ? cause.counts.blocked.moves + cause.counts.behind.moves
                : outcome === 'falls-back' || outcome === 'undecided'
                  ? cause.counts[outcome].moves
                  : 0;
            expect(then[outcome] - now[outcome], `${cause.id} ${outcome}`).toBe(
              cause.after.moves[outcome] - turnedAway,
            );
          }
        }
      }),
      { numRuns: 5 },
    );
  });
});

type Move = readonly [Vm, Host];

function movesWith(judge: Judge, cause: Cause, hostId: string, kind: MoveKind): Move[] {
  const target = judge.host(hostId);
  if (target === null) return [];
  return judge.estate.vms
    .filter((vm) => targetsOf(judge, vm).includes(target))
    .filter((vm) => {
      const verdict = pairVerdict(judge, judge.judge(vm, target));
      const { outcome } = verdict.kinds[kind];
      return (
        outcome !== 'keeps' &&
        outcome !== 'improves' &&
        verdict.findings.some(
          ({ ruleId, result, at }) =>
            ruleId === cause.ruleId && result === cause.result && at !== 'source',
        )
      );
    })
    .map((vm) => [vm, target]);
}

function outcomesOver(judge: Judge, moves: readonly Move[], kind: MoveKind) {
  const counts: Record<Outcome, number> = {
    keeps: 0,
    improves: 0,
    'falls-back': 0,
    blocked: 0,
    undecided: 0,
  };
  for (const [vm, target] of moves) counts[verdictOf(judge.judge(vm, target).possible[kind])] += 1;
  return counts;
}

function isOfHost(judge: Judge, ruleId: string): boolean {
  return judge.rules.place.some(({ rule }) => rule.id === ruleId);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

describe('gathering', () => {
  it('hands out what it has so far, with growing counts, and can be left at any step', () => {
    const judge = judgeOf(generateEstate({ seed: 3, hosts: 6, vms: 80 }));
    const work = findCauses(judge, 'live', 7);
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
