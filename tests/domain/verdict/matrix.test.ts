import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../electron/domain/rules/catalogue';
import type { Answer } from '../../../electron/domain/verdict/answers';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix, type RuleAnswer } from '../../../electron/domain/verdict/matrix';
import { targetsOf } from '../../../electron/domain/verdict/summary';
import { type Assumptions, assumptionTable } from '../../../shared/model/assumptions';
import type { Estate, Host, Vm } from '../../../shared/model/estate';
import { MOVE_KINDS, OUTCOMES } from '../../../shared/model/verdict';
import { EDITS, editEstate } from '../../estate/edit-estate';
import { generateEstate } from '../../estate/generate-estate';
import { seededRandom } from '../../estate/random';

const assumptions = fc.record(
  Object.fromEntries(
    Object.entries(assumptionTable).map(([name, { choices }]) => [
      name,
      fc.constantFrom(...Object.keys(choices)),
    ]),
  ),
) as unknown as fc.Arbitrary<Assumptions>;

const wishes = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  drift: fc.double({ min: 0, max: 1, noNaN: true }),
  unknowns: fc.double({ min: 0, max: 0.4, noNaN: true }),
});

describe('the matrix of an estate', () => {
  it('has in every cell what the judge says of the pair', () => {
    fc.assert(
      fc.property(wishes, assumptions, (wish, assumed) => {
        // More than one word of hosts, now and then.
        const hosts = wish.seed % 4 === 0 ? 40 : 10;
        const estate = generateEstate({ ...wish, hosts, vms: 25 });
        const judge = new Judge(estate, assumed, rules);
        expectCells(new Matrix(judge), judge, estate.vms);
      }),
      { numRuns: 14 },
    );
  });

  it('follows edits of single records', () => {
    fc.assert(
      fc.property(
        wishes,
        assumptions,
        fc.array(fc.constantFrom(...EDITS), { minLength: 1, maxLength: 6 }),
        (wish, assumed, edits) => {
          const random = seededRandom(wish.seed);
          let estate: Estate = generateEstate({ ...wish, hosts: 12, vms: 24 });
          const donors = generateEstate({ ...wish, seed: wish.seed + 1, hosts: 12, vms: 12 });
          let matrix = new Matrix(new Judge(estate, assumed, rules));
          matrix.prepare();
          for (const edit of edits) {
            estate = editEstate(estate, edit, random, donors);
            const judge = new Judge(estate, assumed, rules);
            matrix = matrix.updated(judge);
            expectCells(matrix, judge, estate.vms);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is the same matrix after an edit, and another one when records come or go', () => {
    const estate = generateEstate({ seed: 5, hosts: 12, vms: 20 });
    const judgeOf = (one: Estate, assumed = PRESET) => new Judge(one, assumed, rules);
    const matrix = new Matrix(judgeOf(estate));
    const [host, ...others] = estate.hosts as readonly [Host, ...Host[]];
    const edited = { ...estate, hosts: [{ ...host, facts: { ...host.facts } }, ...others] };
    expect(matrix.updated(judgeOf(edited))).toBe(matrix);
    expect(matrix.updated(judgeOf({ ...edited, vms: estate.vms.slice(1) }))).not.toBe(matrix);
    const setMember = PRESET.setMember === 'unsure' ? 'any-capable' : 'unsure';
    expect(matrix.updated(judgeOf(edited, { ...PRESET, setMember }))).not.toBe(matrix);
  });

  it('counts outcomes as one would cell by cell', () => {
    const estate = generateEstate({ seed: 11, hosts: 37, vms: 30, drift: 0.4 });
    const judge = new Judge(estate, PRESET, rules);
    const matrix = new Matrix(judge);
    for (const kind of MOVE_KINDS) {
      const totals = { keeps: 0, improves: 0, 'falls-back': 0, blocked: 0, undecided: 0 };
      for (const vm of estate.vms) {
        const others = estate.hosts.filter(({ id }) => id !== vm.hostId);
        for (const host of others) totals[matrix.outcome(vm, host, kind)] += 1;
        expect(matrix.counts(vm, kind)).toEqual(countCells(matrix, vm, targetsOf(judge, vm), kind));
        const few = others.slice(3, 9);
        expect(matrix.counts(vm, kind, matrix.hostSet(few))).toEqual(
          countCells(matrix, vm, few, kind),
        );
      }
      expect(matrix.totals(kind)).toEqual(totals);
    }
  });

  it('knows the present paths and every answer of a rule', () => {
    fc.assert(
      fc.property(wishes, assumptions, (wish, assumed) => {
        const estate = generateEstate({ ...wish, hosts: 8, vms: 12 });
        const judge = new Judge(estate, assumed, rules);
        const matrix = new Matrix(judge);
        for (const vm of estate.vms) {
          const answers = matrix.answersOf(vm);
          for (const host of estate.hosts) {
            const pair = judge.judge(vm, host);
            if (pair.source !== null) {
              expect(matrix.presentPaths(vm)).toEqual(pair.vnics.map(({ outlook }) => outlook.now));
            }
            if (host.id === vm.hostId) continue;
            const expected = [
              ...pair.vnics.flatMap(({ there }, nth) => told(there.answers(), nth)),
              ...told(pair.moveAnswers, null),
            ];
            expect(sorted(matrix.answers(vm, host, answers))).toEqual(sorted(expected));
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('is of use for an estate without hosts, or without VMs', () => {
    const estate = generateEstate({ seed: 3, hosts: 4, vms: 4 });
    const noHosts = new Matrix(new Judge({ ...estate, hosts: [], clusters: [] }, PRESET, rules));
    expect(noHosts.totals('live')).toEqual({
      keeps: 0,
      improves: 0,
      'falls-back': 0,
      blocked: 0,
      undecided: 0,
    });
    const noVms = new Matrix(new Judge({ ...estate, vms: [] }, PRESET, rules));
    expect(noVms.totals('live').blocked).toBe(0);
  });
});

const PRESET = Object.fromEntries(
  Object.entries(assumptionTable).map(([name, { preset }]) => [name, preset]),
) as unknown as Assumptions;

function expectCells(matrix: Matrix, judge: Judge, vms: readonly Vm[]): void {
  for (const vm of vms) {
    for (const host of judge.estate.hosts) {
      for (const kind of MOVE_KINDS) {
        const where = `${vm.name} on ${host.name}, ${kind}`;
        expect(matrix.cell(vm, host, kind), where).toEqual(judge.cell(vm, host, kind));
      }
    }
  }
}

function countCells(
  matrix: Matrix,
  vm: Vm,
  hosts: readonly Host[],
  kind: (typeof MOVE_KINDS)[number],
): Record<string, number> {
  const outcomes = hosts.map((host) => matrix.outcome(vm, host, kind));
  return Object.fromEntries(
    OUTCOMES.map((one) => [one, outcomes.filter((outcome) => outcome === one).length]),
  );
}

function told(answers: readonly Answer[], vnic: number | null): RuleAnswer[] {
  return answers.flatMap(({ compiled, result }) =>
    result.kind === 'violated' || result.kind === 'undecided'
      ? [{ ruleId: compiled.rule.id, result: result.kind, vnic }]
      : [],
  );
}

function sorted(answers: readonly RuleAnswer[]): readonly string[] {
  return answers.map(({ ruleId, result, vnic }) => `${ruleId} ${result} ${vnic}`).sort();
}
