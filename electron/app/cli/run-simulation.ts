/** Runs one simulation to its end, for somebody who watches and may stop it. */
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
  let isCancelled = false;
  const stopListening = io.onInterrupt(() => {
    isCancelled = true;
  });
  const began = performance.now();
  try {
    const result = await runSteps(stepsOf(engine, network, doing), {
      onStep: io.progress,
      isCancelled: () => isCancelled,
    });
    return { result, wallMs: Number((performance.now() - began).toFixed(3)) };
  } finally {
    stopListening();
  }
}

function* stepsOf(engine: EngineName, network: Network, doing: string): Generator<Step, RunResult> {
  const steps = ENGINES[engine](network);
  for (;;) {
    const step = steps.next();
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
