import { describe, expect, it } from 'vitest';
import { referenceEngine } from '../../../../electron/domain/simulator/reference/reference-engine';
import type { RunResult } from '../../../../electron/domain/simulator/run-result';
import { runWhole } from '../../../../electron/domain/simulator/run-result';
import {
  type PublishedCase,
  rowOf,
} from '../../../../electron/domain/simulator/validation/published/published-case';
import { publishedCases } from '../../../../electron/domain/simulator/validation/published/published-cases';

describe('the cases', () => {
  it('have ids of their own', () => {
    expect(new Set(publishedCases.map(({ id }) => id)).size).toBe(publishedCases.length);
  });

  it.each(publishedCases)('$id is a network whose stations exist', ({ network }) => {
    const { flows, servers, queues, cores } = network();
    for (const { to, index } of flows.flatMap(({ lanes }) => lanes.flat())) {
      expect(index).toBeLessThan(to === 'server' ? servers.length : queues.length);
    }
    for (const { core } of queues) expect(core).toBeLessThan(cores.length);
  });
});

/** The quick ones, one of each kind of table; the rest is run by `portolan validate`. */
const quick = [
  'cal-01-software-1518',
  'cal-01-vmdq-1518',
  'ixy-1-interrupt-200us-0.4-median',
  'ixy-1-interrupt-200us-0.4-p99',
  'ixy-3-ring-512',
  'netkernel-5-4096',
];
it.each(publishedCases.filter(({ id }) => quick.includes(id)))(
  '$id is met',
  (one: PublishedCase) => {
    const { simulated, published, inBand } = rowOf(one, runWhole(referenceEngine, one.network()));
    expect({ simulated, published, inBand }).toMatchObject({ inBand: true });
  },
);

describe('a row', () => {
  const base = publishedCases[0] as PublishedCase;
  const row = (published: PublishedCase['published'], simulated: number) =>
    rowOf({ ...base, published, read: () => simulated }, {} as RunResult);

  it('is in band up to a tenth off for throughput', () => {
    expect(row(10, 10.9)).toMatchObject({ inBand: true, reasonForMiss: null });
    expect(row(10, 8.9).inBand).toBe(false);
    expect(row(10, 8.9).error).toBeCloseTo(-0.11);
  });

  it('is in band anywhere in a range, and nowhere else', () => {
    expect(row([3, 5], 4.9)).toMatchObject({ inBand: true, error: 0 });
    expect(row([3, 5], 5.5).error).toBeCloseTo(0.1);
    expect(row([3, 5], 5.5).inBand).toBe(false);
  });
});
