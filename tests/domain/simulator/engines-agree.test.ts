import { describe, expect, it } from 'vitest';
import { fastEngine, plainFastEngine } from '../../../electron/domain/simulator/fast/fast-engine';
import { differences } from './agreement';
import { randomNetwork } from './random-network';

/** `PORTOLAN_NETWORKS=20000` tries so many. */
const NETWORKS = Number(process.env.PORTOLAN_NETWORKS ?? 240);
const PER_TEST = 40;

/** By seed: in what the engine differs from the reference engine. */
function differing(engine: typeof fastEngine, from: number): Record<number, string[]> {
  const told: Record<number, string[]> = {};
  for (let seed = from; seed < Math.min(from + PER_TEST, NETWORKS); seed++) {
    const found = differences(engine, randomNetwork(seed, 80));
    if (found.length > 0) told[seed] = found;
  }
  return told;
}

describe('every packet and every figure is as in the reference engine', () => {
  const starts = Array.from({ length: Math.ceil(NETWORKS / PER_TEST) }, (_, at) => at * PER_TEST);

  it.each(starts)('random networks from %i on', (from) => {
    expect(differing(fastEngine, from)).toEqual({});
  });

  it.each(starts)('random networks from %i on, without shortcuts', (from) => {
    expect(differing(plainFastEngine, from)).toEqual({});
  });
});
