import { describe, expect, it } from 'vitest';
import { type Network, UNBOUNDED } from '../../../electron/domain/simulator/network';
import { referenceEngine } from '../../../electron/domain/simulator/reference/reference-engine';
import { runWhole } from '../../../electron/domain/simulator/run-result';
import {
  constant,
  exponential,
  flow,
  nanoseconds,
  network,
  queue,
  server,
  toQueue,
  toServer,
} from './plain';

const run = (parts: Partial<Network>) => runWhole(referenceEngine, network(parts));

/** The times of all deliveries and losses in nanoseconds, in the order of the packets. */
function ends(parts: Partial<Network>): string[] {
  const told: string[][] = [];
  runWhole(referenceEngine, network(parts), {
    delivered: (of, number, timePs) => {
      told.push([String(of), String(number).padStart(6), `${timePs / 1000}`]);
    },
    lost: (of, number, at, index, timePs) => {
      told.push([
        String(of),
        String(number).padStart(6),
        `lost at ${at} ${index}, ${timePs / 1000}`,
      ]);
    },
  });
  return told
    .sort((a, b) => `${a[0]}${a[1]}`.localeCompare(`${b[0]}${b[1]}`))
    .map(([, , end]) => end ?? '');
}

const until = (ns: number, gapNs: number) => ({
  source: {
    kind: 'open' as const,
    firstPs: 0,
    untilPs: nanoseconds(ns),
    gap: constant(gapNs),
    batch: { kind: 'constant' as const, value: 1 },
    burst: null,
  },
});

describe('by hand', () => {
  it('a server takes packets one after the other', () => {
    const flows = [flow(constant(0), [toServer(0)], until(25, 10))];
    expect(ends({ flows, servers: [server(constant(15))] })).toEqual(['15', '30', '45']);
  });

  it('two equal servers share the packets', () => {
    const flows = [flow(constant(0), [toServer(0)], until(25, 10))];
    expect(ends({ flows, servers: [server(constant(15), { count: 2 })] })).toEqual([
      '15',
      '25',
      '35',
    ]);
  });

  it('a full server loses what comes, and one that leaves at that time has left', () => {
    const flows = [flow(constant(0), [toServer(0)], until(35, 10))];
    const servers = [server(constant(20), { capacityPackets: 1 })];
    expect(ends({ flows, servers })).toEqual([
      '20',
      'lost at server 0, 10',
      '40',
      'lost at server 0, 30',
    ]);
  });

  it('a place is taken at the start of service, and given back when the core takes the packet', () => {
    const flows = [flow(constant(0), [toServer(0), toQueue(0)], until(35, 10))];
    const servers = [server(constant(5), { takesPlaceAhead: true })];
    const queues = [queue(constant(30), { capacity: 1, releases: 'taken' })];
    // Taken at 5 and complete at 35; the second waits from 15 on, so that the others find no place.
    expect(ends({ flows, servers, queues })).toEqual([
      '35',
      '65',
      'lost at queue 0, 20',
      'lost at queue 0, 30',
    ]);
  });

  it('a poll takes what is there, up to its budget, and costs once', () => {
    const flows = [flow(constant(0), [toQueue(0)], until(35, 10))];
    const queues = [
      queue(constant(10), { budget: 2, pollPs: nanoseconds(3), wakePs: nanoseconds(5) }),
    ];
    // Woken and polled at 0: 0+5+3+10. Polled at 18 with one waiting: 18+3+10. At 31 two: 31+3+10, +10.
    expect(ends({ flows, queues })).toEqual(['18', '31', '44', '54']);
  });

  it.each([
    ['at once', { kind: 'at-once', delayPs: 2000 }, ['5', '15', '25', '35']],
    [
      'gathered by time',
      { kind: 'gathered', afterPs: 25_000, packets: UNBOUNDED, delayPs: 0 },
      ['28', '31', '34', '37'],
    ],
    [
      'gathered by count',
      { kind: 'gathered', afterPs: 25_000, packets: 2, delayPs: 0 },
      ['13', '16', '33', '36'],
    ],
    ['throttled', { kind: 'throttled', intervalPs: 25_000, delayPs: 0 }, ['3', '28', '31', '34']],
    ['slept', { kind: 'slept', intervalPs: 12_000, delayPs: 0 }, ['15', '18', '33', '36']],
  ] as const)('notice %s', (_name, notice, expected) => {
    const flows = [flow(constant(0), [toQueue(0)], until(35, 10))];
    expect(ends({ flows, queues: [queue(constant(3), { notice })] })).toEqual(expected);
  });
});

describe('sums', () => {
  const parts: Partial<Network> = {
    endPs: 2e9,
    warmupPs: 2e8,
    flows: [flow(exponential(1000), [toServer(0), toQueue(0)])],
    servers: [server(exponential(800), { capacityPackets: 20 })],
    queues: [queue(exponential(700), { wakePs: 5000, pollPs: 100_000, signalPs: 0 })],
  };

  it('packets in are packets out, lost and in flight; activities are the busy time', () => {
    const { flows, queues, cores } = run(parts);
    const [whole] = flows.map(({ whole }) => whole);
    expect(whole?.started).toBe(
      (whole?.delivered ?? 0) + (whole?.lost ?? 0) + (whole?.inFlight ?? 0),
    );
    expect(whole?.inFlight).toBeLessThan(60);
    const [core] = cores;
    expect(core?.byActivity.poll).toBe((queues[0]?.polls ?? 0) * 100_000);
    expect(core?.byActivity.interrupt).toBe((queues[0]?.wakes ?? 0) * 5000);
    expect(core?.busyPs).toBeLessThanOrEqual(1.8e9);
    expect(Math.abs((core?.busyPs ?? 0) - (core?.workedPs ?? 0))).toBeLessThan(1e8);
  });

  it('are the same for the same seed, and others for another', () => {
    const figures = (seed: number) => JSON.stringify(run({ ...parts, seed }).queues);
    expect(figures(7)).toBe(figures(7));
    expect(figures(7)).not.toBe(figures(8));
  });
});

describe('theory', () => {
  it('M/M/1 at 0.8, as a server and as a queue of a core', () => {
    const gap = exponential(1000);
    const both = run({
      endPs: 4e11,
      warmupPs: 1e10,
      flows: [flow(gap, [toServer(0)]), flow(gap, [toQueue(0)])],
      servers: [server(exponential(800))],
      queues: [queue(exponential(800))],
    });
    for (const { latency } of both.flows) {
      expect((latency.meanPicoseconds ?? 0) / 1e6).toBeCloseTo(4, 0);
      expect((latency.quantile(0.99) ?? 0) / 1e6).toBeGreaterThan(17);
      expect((latency.quantile(0.99) ?? 0) / 1e6).toBeLessThan(20);
    }
  });
});
