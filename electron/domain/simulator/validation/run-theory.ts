import { streamOf } from '../draws/xoshiro';
import { estimateOf } from '../measure/replications';
import type { Engine, RunResult } from '../run-result';
import { type Comparison, judged, type TheoryCase } from './theory-case';

/** One figure of one case, simulated, beside what theory says. */
export interface TheoryRow {
  /** Of the case and the figure: `mm1-0.8/wait`. */
  readonly id: string;
  readonly kind: 'theory';
  readonly title: string;
  readonly quantity: string;
  readonly unit: Comparison['unit'];
  readonly published: number;
  /** Mean of all replications, in the same unit. */
  readonly simulated: number;
  /** Of the simulated from the published figure, as a share of this one. */
  readonly error: number;
  /** Of the 95 % confidence interval, in the unit; null for a single replication. */
  readonly halfWidth: number | null;
  readonly tolerance: number;
  readonly inBand: boolean;
}

export interface TheoryRun {
  readonly seed: number;
  /** Independent runs of each case in which something is drawn. */
  readonly replications: number;
  /** Length of the runs by their full length; 1 is what the tolerances are meant for. */
  readonly scale: number;
}

/** What is asked for when nothing else is. */
export const FULL_THEORY_RUN: TheoryRun = { seed: 1, replications: 10, scale: 1 };

export interface TheoryStep {
  /** Share of all packets that are behind, from 0 to 1. */
  readonly progress: number;
  /** Of the case that has just been finished; mostly none. */
  readonly rows: readonly TheoryRow[];
}

/**
 * Runs cases one after the other, in steps; whoever takes no further step has cancelled it.
 * @returns the rows of all cases, in their order
 */
export function* runTheory(
  engine: Engine,
  cases: readonly TheoryCase[],
  run: TheoryRun = FULL_THEORY_RUN,
): Generator<TheoryStep, readonly TheoryRow[]> {
  const shares = cases.map((one) => one.packets * replicationsOf(one, run));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const rows: TheoryRow[] = [];
  let before = 0;
  for (const [index, one] of cases.entries()) {
    const share = shares[index] as number;
    const steps = caseRows(engine, one, run);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        rows.push(...step.value);
        before += share;
        yield { progress: before / all, rows: step.value };
        break;
      }
      yield { progress: (before + step.value * share) / all, rows: [] };
    }
  }
  return rows;
}

/** Yields how much of the case is done, from 0 to 1. */
function* caseRows(
  engine: Engine,
  one: TheoryCase,
  run: TheoryRun,
): Generator<number, readonly TheoryRow[]> {
  const replications = replicationsOf(one, run);
  const figures: number[][] = one.compared.map(() => []);
  for (let replication = 0; replication < replications; replication++) {
    const network = one.network({
      seed: seedOf(run.seed, one.id, replication),
      packets: one.isRandom ? Math.ceil(one.packets * run.scale) : one.packets,
    });
    const steps = engine(network);
    let result: RunResult | null = null;
    while (result === null) {
      const step = steps.next();
      if (step.done) result = step.value;
      else yield (replication + step.value) / replications;
    }
    for (const [at, { measure }] of one.compared.entries()) figures[at]?.push(measure(result));
  }
  return one.compared.map((figure, at) => rowOf(one, figure, figures[at] ?? []));
}

function replicationsOf({ isRandom }: TheoryCase, { replications }: TheoryRun): number {
  return isRandom ? replications : 1;
}

/**
 * Replications have nothing to do with one another, nor with those of other cases: otherwise one
 * unlucky stream of arrivals would show in all of them.
 */
function seedOf(seed: number, id: string, replication: number): number {
  return streamOf(seed, replication, ...Array.from(id, (char) => char.charCodeAt(0))).next();
}

function rowOf(one: TheoryCase, figure: Comparison, figures: readonly number[]): TheoryRow {
  const { quantity, unit, published, tolerance } = figure;
  const { mean, halfWidth } = estimateOf(figures);
  return {
    id: `${one.id}/${quantity}`,
    kind: 'theory',
    title: one.title,
    quantity,
    unit,
    published,
    simulated: mean,
    halfWidth,
    tolerance,
    ...judged(mean, figure),
  };
}
