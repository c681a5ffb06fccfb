/** The examples of docs/simulation.md, run as they stand, beside what theory says of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_ENGINE,
  ENGINES,
  type EngineName,
} from '../../../../electron/domain/simulator/engines';
import { runWhole } from '../../../../electron/domain/simulator/run-result';
import { readSpecificationText } from '../../../../electron/domain/simulator/spec/read-specification';
import { reportRun } from '../../../../electron/domain/simulator/spec/report-run';
import { RunReport } from '../../../../electron/domain/simulator/spec/result-format';

const FOLDER = 'docs/examples/simulation';

function run(name: string, engine: EngineName = DEFAULT_ENGINE): RunReport {
  const { simulation, problems } = readSpecificationText(
    readFileSync(`${FOLDER}/${name}.json`, 'utf8'),
  );
  expect(problems).toEqual([]);
  if (simulation === null) throw new Error(`${name} cannot be run`);
  return reportRun(simulation, runWhole(ENGINES[engine], simulation.network));
}

/** The relative distance from what is expected. */
function off(value: number | null | undefined, expected: number): number {
  return Math.abs((value ?? 0) / expected - 1);
}

describe('an example', () => {
  it('M/M/1: 4 µs in the mean, exponential', () => {
    const report = run('mm1');
    const [flow] = report.flows;
    // λ = 1, μ = 1.25 packets/µs: W = 1/(μ−λ) = 4 µs; p99 = ln 100 · W = 18.42 µs; Lq = 3.2; L = 4.
    expect(off(flow?.latencyNs.mean, 4000)).toBeLessThan(0.02);
    expect(off(flow?.latencyNs.standardDeviation, 4000)).toBeLessThan(0.04);
    expect(off(flow?.latencyNs.p50, 2772.6)).toBeLessThan(0.02);
    expect(off(flow?.latencyNs.p99, 18_420.7)).toBeLessThan(0.04);
    const [server] = report.servers;
    expect(off(server?.utilisation, 0.8)).toBeLessThan(0.005);
    expect(off(server?.meanWaiting, 3.2)).toBeLessThan(0.02);
    expect(off(server?.meanInside, 4)).toBeLessThan(0.02);
    expect(report.bottleneck?.sentence).toMatch(
      /^The server “server” comes first: 80 % busy, saturated at 1.25 times this load/,
    );
    expect(RunReport.parse(report)).toEqual(report);
  });

  it('M/D/1/K: the loss of a short queue', () => {
    const report = run('md1k');
    const [flow] = report.flows;
    // ρ = 0.8, K = 10, D = 1 µs, by the embedded chain: P_K = 0.00363923, W = 2.82977 µs, L = 2.25558.
    expect(off(flow?.lost.share, 0.00363923)).toBeLessThan(0.08);
    expect(off(flow?.latencyNs.mean, 2829.77)).toBeLessThan(0.02);
    expect(off(report.servers[0]?.meanInside, 2.25558)).toBeLessThan(0.02);
    expect(flow?.lost.byStage).toEqual([
      {
        kind: 'server',
        name: 'server',
        packets: flow?.lost.packets,
        share: flow?.lost.share,
      },
    ]);
    expect(report.bottleneck?.sentence).toContain('it lacks room, not speed');
  });

  it('tandem: each station is an M/M/1 of its own', () => {
    const report = run('tandem');
    // λ = 0.5; μ = 1, 0.8, 1.2 packets/µs: 2 + 3.3333 + 1.42857 = 6.7619 µs.
    expect(off(report.flows[0]?.latencyNs.mean, 6761.9)).toBeLessThan(0.02);
    const stays = report.servers.map(({ waitNs, serviceNs }) => (waitNs ?? 0) + (serviceNs ?? 0));
    for (const [at, expected] of [2000, 3333.3, 1428.57].entries()) {
      expect(off(stays[at], expected)).toBeLessThan(0.03);
    }
    expect(report.bottleneck).toMatchObject({ name: 'host', next: { name: 'nic' } });
  });

  it('a NIC ring: one interrupt in 50 µs, and a core that is two thirds busy', () => {
    const report = run('nic-ring');
    const [ring] = report.queues;
    const [core] = report.cores;
    // Never more often than every 50 µs in 200 ms, and each costs the core 1.2 µs.
    expect(ring?.wakes).toBeLessThanOrEqual(4001);
    expect(ring?.wakes).toBeGreaterThan(2000);
    const activities = new Map(core?.activities.map(({ activity, ns }) => [activity, ns]));
    expect(activities.get('interrupt')).toBe((ring?.wakes ?? 0) * 1200);
    expect(activities.get('driver')).toBe((ring?.taken ?? 0) * 180);
    // 0.9 packets/µs · (180 + 420 + 60 + 0.12 · 361.8) ns = 0.633, with polls and interrupts more.
    expect(core?.utilisation).toBeGreaterThan(0.63);
    expect(core?.utilisation).toBeLessThan(0.75);
    expect(report.bottleneck).toMatchObject({ kind: 'core', name: 'core 2' });
  });

  it('ping-pong: every step by hand', () => {
    const report = run('ping-pong');
    // 105 + 20 bytes at 10 Gbit/s are 100 ns. There: 100 + 5000 + 1000 + 1500 + 2000 + 500.
    const [request, reply] = report.flows;
    expect(request?.latencyNs).toMatchObject({ min: 10_100, mean: 10_100, max: 10_100 });
    expect(reply?.latencyNs).toMatchObject({ min: 100, max: 100 });
    // From request to reply, and, with 7 µs on the way back and thinking, from reply to reply's end.
    expect(reply?.sinceCauseNs).toMatchObject({ min: 10_200, max: 10_200 });
    // 200 ms / 17.2 µs
    expect(request?.delivered.packets).toBe(11_628);
  });

  it.each(Object.keys(ENGINES) as EngineName[])('says the same on the engine %s', (engine) => {
    expect(run('nic-ring', engine)).toEqual(run('nic-ring'));
    expect(run('md1k', engine)).toEqual(run('md1k'));
  });

  it('is there for every file', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(
      ['md1k', 'mm1', 'nic-ring', 'ping-pong', 'tandem'].map((name) => `${name}.json`),
    );
  });
});
