/**
 * Measures figures in one documented form (docs/performance.md). Machines are noisy, so every
 * figure is taken several times in turn with a control, a fixed piece of arithmetic, and stands
 * beside its ratio to it.
 */
export interface BenchCase {
  /** Stable, `area.what`. */
  readonly id: string;
  readonly title: string;
  /** What one run does many of: "pairs", "cells"; the rate is in these per second. */
  readonly unit: string;
  /** Makes the input once, outside the measurement. */
  readonly prepare: () => BenchRun | Promise<BenchRun>;
}

export interface BenchRun {
  /** How many units one call does. */
  readonly amount: number;
  readonly run: () => void;
  /** Further figures of the same runs, by a name that says the unit; asked for at the end. */
  readonly details?: () => Readonly<Record<string, number>>;
}

export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly amount: number;
  readonly milliseconds: { readonly min: number; readonly median: number; readonly max: number };
  /** Units per second at the median. */
  readonly perSecond: number;
  /** Median time against the control's in the same run: lower is faster, machine-independent. */
  readonly ratioToControl: number;
  readonly heapMegabytes: number;
  readonly details: Readonly<Record<string, number>>;
}

/** Time for one run of the control, ms. */
export function control(): number {
  const start = performance.now();
  let a = 1;
  for (let i = 0; i < 20_000_000; i++) a = Math.imul(a ^ (a >>> 13), 0x5bd1e995) + i;
  // The result is used, so that no optimiser takes the loop away.
  if (a === 0.5) throw new Error('never');
  return performance.now() - start;
}

export async function measure(one: BenchCase, repeats: number): Promise<Figure> {
  const { amount, run, details } = await one.prepare();
  run();
  control();
  const times: number[] = [];
  const controls: number[] = [];
  let heap = 0;
  for (let i = 0; i < repeats; i++) {
    controls.push(control());
    const start = performance.now();
    run();
    times.push(performance.now() - start);
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  const median = middle(times);
  return {
    id: one.id,
    title: one.title,
    unit: one.unit,
    amount,
    milliseconds: { min: Math.min(...times), median, max: Math.max(...times) },
    perSecond: (amount / median) * 1000,
    ratioToControl: median / middle(controls),
    heapMegabytes: heap / 1024 ** 2,
    details: details?.() ?? {},
  };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
