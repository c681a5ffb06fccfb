/** The report is gathered over sets of hosts; here it is held to every pair, judged in full. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finish } from '../../../electron/app/session/steps';
import { assessVm, hostOrder } from '../../../electron/domain/report/assess-vm';
import { buildReport } from '../../../electron/domain/report/build-report';
import { REPORT_LIMITS, type ReportLimits } from '../../../electron/domain/report/limits';
import { subjectOf } from '../../../electron/domain/report/reasons';
import { Stories } from '../../../electron/domain/report/stories';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Report } from '../../../shared/model/report';
import { MOVE_KINDS, type MoveKind } from '../../../shared/model/verdict';
import { generateEstate } from '../../estate/generate-estate';

const EVERYTHING = Object.fromEntries(
  Object.keys(REPORT_LIMITS).map((name) => [name, 1e6]),
) as unknown as ReportLimits;

function reportOf(judge: Judge, kind: MoveKind): Report {
  const madeBy = { appVersion: '1', rulesVersion: '1', ruleCount: 1, catalogueVersion: '1' };
  const about = { planName: 'Plan', madeAt: '2026-01-02T03:04:05.000Z', madeBy };
  return finish(buildReport({ ...about, kind, judge, files: [], problems: [] }, EVERYTHING));
}

it('tells the same obstacles, rows and stories as judging pair by pair', () => {
  const wishes = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    unknowns: fc.double({ min: 0, max: 0.2, noNaN: true }),
    kind: fc.constantFrom(...MOVE_KINDS),
  });
  fc.assert(
    fc.property(wishes, ({ seed, unknowns, kind }) => {
      const estate = generateEstate({ seed, hosts: 6, vms: 12, unknowns, drift: 0.4 });
      const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules);
      const report = reportOf(judge, kind);
      const order = hostOrder(estate.hosts);
      const obstacles = new Map<string, { readonly vms: Set<string>; moves: Set<string> }>();
      const stories = new Stories(judge, kind);
      for (const { vm, ...row } of report.vms) {
        const found = judge.vm(vm.id);
        if (found === null) throw new Error(`${vm.name} is not in the plan`);
        const plain = assessVm(judge, found, kind, order);
        stories.add(plain);
        const good = plain.targets.filter(({ cell }) => /keeps|improves/.test(cell.outcome));
        const ruleIds = plain.targets.flatMap(({ reasons }) => reasons.map(({ rule }) => rule.id));
        expect(row.counts).toEqual(plain.summary.counts);
        expect(row.goodHosts.items.map(({ id }) => id)).toEqual(good.map(({ host }) => host.id));
        expect(new Set(row.ruleIds)).toEqual(new Set(ruleIds));
        for (const { host, reasons } of plain.targets) {
          for (const reason of reasons) {
            const subject = reason.result === 'violated' ? subjectOf(reason) : null;
            const key = `${reason.rule.id} ${reason.result} ${subject?.id}`;
            const one = obstacles.get(key) ?? { vms: new Set(), moves: new Set() };
            obstacles.set(key, one);
            one.vms.add(vm.id);
            one.moves.add(`${vm.id} ${host.id}`);
          }
        }
      }
      expect(
        new Map(
          report.obstacles.items.map(({ ruleId, result, subject, vms, moveCount }) => [
            `${ruleId} ${result} ${subject?.id}`,
            [vms.total, vms.items.length, moveCount],
          ]),
        ),
      ).toEqual(
        new Map(
          [...obstacles].map(([key, { vms, moves }]) => [key, [vms.size, vms.size, moves.size]]),
        ),
      );
      const told = finish(stories.list(EVERYTHING)).items.map(({ story }) => story);
      expect(report.stories.items).toEqual(told);
    }),
    { numRuns: 6 },
  );
});
