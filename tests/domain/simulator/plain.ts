import type { Distribution } from '../../../electron/domain/simulator/draws/distribution';
import type { Flow, Hop, Network } from '../../../electron/domain/simulator/network';
import { plainFlow, plainSource } from '../../../electron/domain/simulator/plain-parts';

export {
  plainQueue as queue,
  plainServer as server,
  toQueue,
  toServer,
} from '../../../electron/domain/simulator/plain-parts';

/** Parts of networks with nothing in them that a test does not ask for; times in nanoseconds. */

export const nanoseconds = (n: number) => Math.round(n * 1000);

export const constant = (ns: number): Distribution => ({
  kind: 'constant',
  value: nanoseconds(ns),
});

export const exponential = (ns: number): Distribution => ({
  kind: 'exponential',
  mean: nanoseconds(ns),
});

export function network(parts: Partial<Network>): Network {
  return {
    seed: 1,
    warmupPs: 0,
    endPs: 1e9,
    flows: [],
    servers: [],
    queues: [],
    cores: [{ name: 'core', sibling: null }],
    ...parts,
  };
}

export function flow(gap: Distribution, route: readonly Hop[], parts: Partial<Flow> = {}): Flow {
  return plainFlow(plainSource(gap), [route], { spread: 'in-turn', ...parts });
}
