/** Runs simulations to their end, for somebody who watches and may stop them. */
import { DEFAULT_ENGINE, ENGINES, type EngineName } from '../../domain/simulator/engines';
import type { Network } from '../../domain/simulator/network';
import type { RunResult } from '../../domain/simulator/run-result';
import { runSteps, type Step } from '../session/steps';
import { type CommandIo, UsageError } from './io';

export interface TimedRun {
  readonly result: RunResult;
  readonly wallMs: number;
}

/** @throws Cancelled when it was stopped */
export async function runSimulation(
  io: CommandIo,
  engine: EngineName,
  network: Network,
  doing: string,
): Promise<TimedRun> {
  const began = performance.now();
  const result = await runWatched(io, ENGINES[engine](network), doing);
  return { result, wallMs: Number((performance.now() - began).toFixed(3)) };
}

/**
 * Runs work that yields how much of it is done, from 0 to 1, until it is done or somebody stops it.
 * @throws Cancelled when it was stopped
 */
export async function runWatched<R>(
  io: CommandIo,
  work: Generator<number, R>,
  doing: string,
): Promise<R> {
  let isCancelled = false;
  const stopListening = io.onInterrupt(() => {
    isCancelled = true;
  });
  try {
    return await runSteps(stepsOf(work, doing), {
      onStep: io.progress,
      isCancelled: () => isCancelled,
    });
  } finally {
    stopListening();
  }
}

function* stepsOf<R>(work: Generator<number, R>, doing: string): Generator<Step, R> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { fraction: step.value, step: doing };
  }
}

/** @throws UsageError for one that does not exist */
export function engineOf(name: string | undefined): EngineName {
  const engines = Object.keys(ENGINES) as EngineName[];
  const engine = engines.find((one) => one === (name ?? DEFAULT_ENGINE));
  if (engine !== undefined) return engine;
  throw new UsageError(`There is no engine "${name}".`, `The engines are ${engines.join(', ')}.`);
}

/** @throws UsageError when it is no seed */
export function seedOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(
    `“${text}” is no seed.`,
    'A seed is a whole number from 0 to 9007199254740991.',
  );
}
