import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { counted } from '../../../shared/format/plural';
import { visibleText } from '../../../shared/format/visible-text';
import type { JsonValue } from '../../domain/import/json-value';
import type { EngineName } from '../../domain/simulator/engines';
import { impossible, type SpecificationProblem } from '../../domain/simulator/spec/problem';
import { readSpecification, type Simulation } from '../../domain/simulator/spec/read-specification';
import { reportRun } from '../../domain/simulator/spec/report-run';
import type { RunReport } from '../../domain/simulator/spec/result-format';
import {
  type Condition,
  checkCondition,
  parseCondition,
} from '../../domain/simulator/sweep/conditions';
import { valueAt, withValueAt } from '../../domain/simulator/sweep/json-pointer';
import { type Answer, type Search, searchMost } from '../../domain/simulator/sweep/search-most';
import {
  SWEEP_FORMAT,
  SWEEP_VERSION,
  type SweepResult,
  type SweepRun,
} from '../../domain/simulator/sweep/sweep-format';
import {
  combinations,
  GREATEST_RUNS,
  parseMost,
  parseVary,
  type Vary,
  type VaryMost,
} from '../../domain/simulator/sweep/vary';
import { MADE_BY } from '../report-files/made-by';
import { helpOn, readArguments } from './arguments';
import { type CommandIo, type ExitCode, UsageError } from './io';
import { engineOf, runSimulation, seedOf } from './run-simulation';
import { withSeed } from './simulate-command';
import { readSpecificationFile, refuseProblems } from './specification-file';
import { sweepCsv, sweepText } from './sweep-text';

/** `portolan sweep`: a specification with other values in it, run again and again. */
export async function sweepCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('sweep', args, {
    vary: { type: 'string', multiple: true },
    most: { type: 'string' },
    while: { type: 'string', multiple: true },
    precision: { type: 'string' },
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    out: { type: 'string' },
    seed: { type: 'string' },
    engine: { type: 'string' },
  });
  const wish: Wish = {
    engine: engineOf(values.engine),
    varied: (values.vary ?? []).map((text) => understood(parseVary(text))),
    most: values.most === undefined ? null : understood(parseMost(values.most)),
    conditions: (values.while ?? []).map((text) => understood(parseCondition(text))),
    precision: precisionOf(values.precision),
  };
  checkWish(wish);
  if (values.json && values.csv) {
    throw new UsageError('--json and --csv are given.', 'Leave one of them out.');
  }
  const isJson = values.json === true;
  const seed = seedOf(values.seed);
  const { name, document, problems } = await readSpecificationFile(io, 'sweep', positionals);
  if (document === undefined || 0 < problems.length) {
    return refuseProblems(io, name, problems, isJson);
  }
  const cases = casesOf(withSeed(document, seed), wish);
  const all = cases.flatMap((one) => one.problems);
  if (0 < all.length) return refuseProblems(io, name, all, isJson);

  const sweeper = new Sweeper(io, wish, name, cases.length);
  const runs: SweepRun[] = [];
  for (const one of cases) runs.push(await sweeper.run(one));
  const answer: SweepResult = {
    format: SWEEP_FORMAT,
    formatVersion: SWEEP_VERSION,
    madeAt: io.now().toISOString(),
    madeBy: { portolan: MADE_BY.appVersion },
    specification: name,
    engine: wish.engine,
    wallMs: Number(sweeper.wallMs.toFixed(3)),
    varied: wish.varied.map(({ pointer }) => pointer),
    conditions: wish.conditions.map(({ text }) => text),
    runs,
  };
  const json = `${JSON.stringify(answer, null, 2)}\n`;
  if (values.out !== undefined) await writeFile(resolve(io.folder, values.out), json);
  if (isJson) await io.out(json);
  else await io.out(values.csv ? sweepCsv(answer) : visibleText(sweepText(answer)));
  return 0;
}

interface Wish {
  readonly engine: EngineName;
  readonly varied: readonly Vary[];
  readonly most: VaryMost | null;
  readonly conditions: readonly Condition[];
  readonly precision: number;
}

function understood<T>(parsed: T | string): T {
  if (typeof parsed !== 'string') return parsed;
  throw new UsageError(`It is not understood: ${parsed}.`, helpOn('sweep'));
}

function precisionOf(text: string | undefined): number {
  const precision = Number(text ?? '0.01');
  if (0.0001 <= precision && precision <= 0.5) return precision;
  throw new UsageError(`“${text}” is no precision.`, 'It is a share from 0.0001 to 0.5.');
}

function checkWish({ varied, most, conditions }: Wish): void {
  if (varied.length === 0 && most === null) {
    throw new UsageError('Nothing is varied.', `Name it with --vary or --most. ${helpOn('sweep')}`);
  }
  if ((most === null) !== (conditions.length === 0)) {
    throw new UsageError(
      most === null ? '--while is given without --most.' : '--most is given without --while.',
      'Together they find the greatest value with which the conditions hold: --most /flows/in/arrivals/packets_per_s --while "p99 <= 100us".',
    );
  }
  const runs = varied.reduce((product, { values }) => product * values.length, 1);
  if (GREATEST_RUNS < runs) {
    throw new UsageError(
      `That would be ${counted(runs, 'run')}.`,
      `Vary fewer values: ${counted(GREATEST_RUNS, 'run')} are the most.`,
    );
  }
}

/** A specification with certain values in it. */
interface Case {
  readonly values: readonly JsonValue[];
  readonly document: JsonValue;
  /** Null where there are problems. */
  readonly simulation: Simulation | null;
  readonly problems: readonly SpecificationProblem[];
}

/** All that is wrong is found before anything is run. */
function casesOf(document: JsonValue, { varied, most, conditions }: Wish): readonly Case[] {
  const places = [...varied, ...(most === null ? [] : [most])];
  const nowhere = places.flatMap(({ pointer, steps }) =>
    withValueAt(document, steps, 0) === undefined
      ? [
          impossible(
            steps,
            'no such place',
            'a place in the specification',
            `there is no such place in the specification, so ${pointer} cannot be varied`,
          ),
        ]
      : [],
  );
  if (0 < nowhere.length) return [{ values: [], document, simulation: null, problems: nowhere }];
  return combinations(varied).map((values) => {
    const changed = values.reduce<JsonValue>(
      (before, value, at) => withValueAt(before, varied[at]?.steps ?? [], value) ?? before,
      document,
    );
    const { simulation, problems } = readSpecification(changed);
    const told =
      values.length === 0
        ? ''
        : ` (with ${values.map((value) => JSON.stringify(value)).join(', ')})`;
    return {
      values,
      document: changed,
      simulation,
      problems: [
        ...problems.map((problem) => ({ ...problem, message: `${problem.message}${told}` })),
        ...(simulation === null ? [] : unknownFlows(simulation, conditions)),
      ],
    };
  });
}

function unknownFlows({ network }: Simulation, conditions: readonly Condition[]) {
  const names = network.flows.map(({ name }) => name);
  return conditions
    .filter(({ flow }) => flow !== null && !names.includes(flow))
    .map(({ flow, text }) =>
      impossible(
        ['flows'],
        String(flow),
        'the name of a flow',
        `there is no flow “${flow}”, of which the condition “${text}” speaks`,
      ),
    );
}

/** Runs cases one after the other, and counts the time. */
class Sweeper {
  wallMs = 0;
  private done = 0;

  constructor(
    private readonly io: CommandIo,
    private readonly wish: Wish,
    private readonly name: string,
    private readonly total: number,
  ) {}

  async run({ values, document, simulation }: Case): Promise<SweepRun> {
    const { most } = this.wish;
    this.done += 1;
    if (most === null) {
      const result = simulation === null ? null : await this.report(simulation, '');
      return { values: [...values], most: null, result };
    }
    return { values: [...values], ...(await this.findMost(document, most)) };
  }

  private async findMost(
    document: JsonValue,
    most: VaryMost,
  ): Promise<Pick<SweepRun, 'most' | 'result'>> {
    const search = searchMost(this.searchIn(document, most));
    const tries: NonNullable<SweepRun['most']>['tries'] = [];
    let result: RunReport | null = null;
    let next = search.next();
    while (!next.done) {
      const value = next.value;
      const { simulation } = readSpecification(withValueAt(document, most.steps, value) ?? null);
      let answer: Answer = 'impossible';
      if (simulation !== null) {
        const report = await this.report(simulation, `, with ${value}`);
        const checks = this.wish.conditions.map((condition) => ({
          condition: condition.text,
          figure: condition.figure,
          ...checkCondition(condition, report),
        }));
        const holds = checks.every((check) => check.holds);
        tries.push({ value, holds, checks });
        answer = holds ? 'holds' : 'fails';
        if (holds) result = report;
      }
      next = search.next(answer);
    }
    return { most: { pointer: most.pointer, ...next.value, tries }, result };
  }

  private searchIn(document: JsonValue, { pointer, steps, range }: VaryMost): Search {
    const { precision } = this.wish;
    if (range !== null) return { ...range, precision };
    const from = valueAt(document, steps);
    if (typeof from === 'number' && 0 < from) return { from, to: null, precision };
    throw new UsageError(
      `No number stands at ${pointer} to begin with.`,
      `Give a range: --most ${pointer}=FROM..TO.`,
    );
  }

  private async report(simulation: Simulation, what: string): Promise<RunReport> {
    const of = this.total === 1 ? '' : ` (${this.done} of ${this.total})`;
    const doing = `Simulating ${this.name}${of}${what}`;
    const { result, wallMs } = await runSimulation(
      this.io,
      this.wish.engine,
      simulation.network,
      doing,
    );
    this.wallMs += wallMs;
    return reportRun(simulation, result);
  }
}
