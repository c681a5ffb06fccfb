import { fastEngine } from '../../../electron/domain/simulator/fast/fast-engine';
import type { Network } from '../../../electron/domain/simulator/network';
import { referenceEngine } from '../../../electron/domain/simulator/reference/reference-engine';
import { type Engine, runWhole } from '../../../electron/domain/simulator/run-result';
import type { BenchCase } from '../harness';
import { simulations } from './simulation-networks';

/** The reference engine runs so much of it. */
const REFERENCE_SHARE = 0.1;
const ROUNDS = 3;

/** Every network on the fast engine, and in turn with it a part of it on the reference engine. */
export const simulationCases: readonly BenchCase[] = Object.entries(simulations).map(
  ([name, { title, make }]) => ({
    id: `simulation.${name}`,
    title,
    unit: 'packets',
    prepare: () => {
      const network = make(1);
      const { packets } = runWhole(fastEngine, network);
      const run = () => void runWhole(fastEngine, network);
      return { amount: packets, run, details: () => detailsOf(network, make(REFERENCE_SHARE)) };
    },
  }),
);

function detailsOf(network: Network, part: Network): Record<string, number> {
  const fast: Rate[] = [];
  const reference: Rate[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    reference.push(rateOf(referenceEngine, part));
    fast.push(rateOf(fastEngine, network));
  }
  const offered = middle(fast.map(({ perSecond }) => perSecond));
  const referencePerSecond = middle(reference.map(({ perSecond }) => perSecond));
  const { deliveredShare, packets } = fast[0] as Rate;
  const simulatedSeconds = network.endPs / 1e12;
  const rss = process.memoryUsage().rss / 1024 ** 2;
  return {
    'delivered packets per second': offered * deliveredShare,
    'times real time': (offered / packets) * simulatedSeconds,
    'times the reference engine': offered / referencePerSecond,
    'reference engine, packets per second': referencePerSecond,
    'memory of the process, MB': rss,
  };
}

interface Rate {
  readonly packets: number;
  readonly perSecond: number;
  readonly deliveredShare: number;
}

function rateOf(engine: Engine, network: Network): Rate {
  const start = performance.now();
  const { packets, flows } = runWhole(engine, network);
  const seconds = (performance.now() - start) / 1000;
  const delivered = flows.reduce((sum, { whole }) => sum + whole.delivered, 0);
  return { packets, perSecond: packets / seconds, deliveredShare: delivered / packets };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
