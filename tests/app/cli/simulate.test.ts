import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../electron/app/cli/run';
import { SimulationResult } from '../../../electron/domain/simulator/spec/result-format';
import { SweepResult } from '../../../electron/domain/simulator/sweep/sweep-format';
import { workshop } from './command';

const { folder, write, portolan } = workshop();

/** A constant pipeline: a packet each microsecond, each served for 0.6 µs. */
const STEADY = {
  format: 'portolan-simulation',
  formatVersion: 1,
  warmup_ms: 0,
  duration_ms: 1,
  servers: { wire: { service_ns: 600, capacity_packets: 5 } },
  flows: {
    in: { arrivals: { packets_per_s: 1_000_000, process: 'constant' }, route: ['wire'] },
  },
};
write('steady.json', STEADY);
write('wrong.json', {
  ...STEADY,
  seed: -1,
  flows: { in: { ...STEADY.flows.in, route: ['wier'] } },
});
write('torn.json', '{\n  "format": "portolan-simulation",\n');

describe('simulate', () => {
  it('tells flows, latencies, stations and the bottleneck in short tables', async () => {
    const { code, out, err } = await portolan('simulate steady.json');
    expect([code, err]).toEqual([0, '']);
    expect(
      out.replace(/ in [\d.]+ (?:ms|µs|s) \(/, ' in … ('),
    ).toBe(`steady.json: 1 ms after a warm-up of 0 ns, seed 1
1,001 packets in … (engine fast)

Flow  Offered/s  Delivered/s                Lost
in    1,001,000    1,000,000  0.512 Gbit/s     0  0 %

Latency    Mean  Deviation     p50     p90     p99   p99.9  p99.99  Longest
in       600 ns       0 ns  600 ns  600 ns  600 ns  600 ns  600 ns   600 ns

Server  Busy   Came  Lost  Wait  Service  Mean waiting  Most inside
wire    60 %  1,001     0  0 ns   600 ns             0            1

The server “wire” comes first: 60 % busy, saturated at 1.67 times this load (1,666,667 packets/s).
`);
  });

  it('writes the result as JSON, by its schema, and into a file as well', async () => {
    const { code, out } = await portolan('simulate steady.json --json --seed 7 --out result.json');
    expect(code).toBe(0);
    const result = SimulationResult.parse(JSON.parse(out));
    expect(result).toMatchObject({
      madeAt: '2026-03-01T10:00:00.000Z',
      specification: 'steady.json',
      engine: 'fast',
      seed: 7,
      warmupNs: 0,
      measuredNs: 1_000_000,
      packets: 1001,
      // The last starts as the run ends.
      flows: [{ wholeRun: { started: 1001, delivered: 1000, lost: 0, inFlight: 1 } }],
      bottleneck: { kind: 'server', name: 'wire', isSaturated: false, next: null },
    });
    expect(readFileSync(join(folder, 'result.json'), 'utf8')).toBe(out);
  });

  it('lists every problem with its place, and runs nothing', async () => {
    const { code, out, err } = await portolan('simulate wrong.json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`portolan: wrong.json cannot be run: 2 problems.
  /seed: -1 stands here; expected a whole number from 0 to 2^53 − 1
  /flows/in/route/0: there is no server or queue “wier”; did you mean “wire”?
`);
    const json = await portolan('simulate wrong.json --json');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out)).toMatchObject({
      format: 'portolan-simulation-problems',
      problems: [
        { path: '/seed', found: '-1', expected: 'a whole number from 0 to 2^53 − 1' },
        { path: '/flows/in/route/0', found: 'wier', expected: 'wire' },
      ],
    });
  });

  it.each([
    ['simulate', 'portolan: No specification is named.'],
    ['simulate steady.json wrong.json', 'portolan: More than one specification is named.'],
    ['simulate nowhere.json', 'portolan: nowhere.json could not be read.'],
    ['simulate torn.json', 'portolan: torn.json cannot be run: 1 problem.'],
    ['simulate steady.json --seed x', 'portolan: “x” is no seed.'],
    ['simulate steady.json --engine warp', 'portolan: There is no engine "warp".'],
    ['sweep steady.json', 'portolan: Nothing is varied.'],
    ['sweep steady.json --vary /seed', 'portolan: It is not understood:'],
    ['sweep steady.json --vary /seed=1..5', 'portolan: It is not understood:'],
    ['sweep steady.json --most /seed', 'portolan: --most is given without --while.'],
    [
      'sweep steady.json --most /seed --while p98<=1',
      'portolan: It is not understood: there is no figure “p98”',
    ],
    [
      'sweep steady.json --most /seed --while x:p99<=1',
      'portolan: steady.json cannot be run: 1 problem.',
    ],
    ['sweep steady.json --vary /nics/x=1', 'portolan: steady.json cannot be run: 1 problem.'],
    [
      'sweep steady.json --vary /flows/in/bytes=64,-1',
      'portolan: steady.json cannot be run: 1 problem.',
    ],
  ])('%s: %s', async (line, complaint) => {
    const { code, out, err } = await portolan(line);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(complaint)).toBe(true);
  });

  it('stops when it is asked to, without a result', async () => {
    write('long.json', { ...STEADY, duration_ms: 100_000 });
    let out = '';
    let err = '';
    let isListening = false;
    const code = await run(['simulate', 'long.json'], {
      out: async (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      progress: () => undefined,
      onInterrupt: (act) => {
        isListening = true;
        const timer = setTimeout(act, 50);
        return () => {
          isListening = false;
          clearTimeout(timer);
        };
      },
      env: {},
      folder,
      projectFolder: folder,
      now: () => new Date('2026-03-01T10:00:00Z'),
    });
    expect([code, out, err, isListening]).toEqual([
      130,
      '',
      'portolan: Stopped; nothing was written.\n',
      false,
    ]);
  });
});

describe('sweep', () => {
  const place = '/flows/in/arrivals/packets_per_s';

  it('runs every value, with every other', async () => {
    const { code, out } = await portolan(
      `sweep steady.json --vary ${place}=1000000..2000000/2 --vary /servers/wire/service_ns=400,600 --json`,
    );
    expect(code).toBe(0);
    const sweep = SweepResult.parse(JSON.parse(out));
    expect(sweep.varied).toEqual([place, '/servers/wire/service_ns']);
    expect(
      sweep.runs.map(({ values, result }) => [...values, result?.flows[0]?.lost.packets === 0]),
    ).toEqual([
      [1_000_000, 400, true],
      [1_000_000, 600, true],
      [2_000_000, 400, true],
      [2_000_000, 600, false],
    ]);
  });

  it('is a table, and a spreadsheet', async () => {
    const { out } = await portolan(`sweep steady.json --vary ${place}=1000000,1250000`);
    expect(
      out,
    ).toBe(`packets_per_s  Flow  Offered/s  Delivered/s  Gbit/s  Lost    Mean     p50     p99   p99.9  Bottleneck
1000000          in  1,001,000    1,000,000   0.512   0 %  600 ns  600 ns  600 ns  600 ns   wire 60 %
1250000          in  1,251,000    1,250,000    0.64   0 %  600 ns  600 ns  600 ns  600 ns   wire 75 %
`);
    const { out: table } = await portolan(`sweep steady.json --vary ${place}=1000000 --csv`);
    expect(table.split('\r\n')).toEqual([
      `\u{FEFF}${place},flow,offered_packets_per_s,delivered_packets_per_s,delivered_gbit_per_s,lost_packets,lost_share,mean_ns,standard_deviation_ns,p50_ns,p90_ns,p99_ns,p999_ns,p9999_ns,max_ns,bottleneck,bottleneck_utilisation`,
      '1000000,in,1001000,1000000,0.512,0,0,600,0,600,600,600,600,600,600,wire,0.6',
      '',
    ]);
  });

  it('finds how much it carries', async () => {
    // Up to 1 packet in 600 ns, nothing waits.
    const { code, out } = await portolan(
      `sweep steady.json --most ${place} --while "p99 <= 600 ns" --while "loss <= 0 %" --json`,
    );
    expect(code).toBe(0);
    const [run] = SweepResult.parse(JSON.parse(out)).runs;
    expect(run?.most?.holds).toBeGreaterThan(1_640_000);
    expect(run?.most?.holds).toBeLessThan(1_667_500);
    expect(run?.most?.fails).toBeGreaterThan(run?.most?.holds ?? 0);
    expect(run?.result?.flows[0]?.latencyNs.p99).toBe(600);
    const text = await portolan(
      `sweep steady.json --most ${place}=1500000..1600000 --while "utilisation < 50 %"`,
    );
    expect(text.out).toContain(
      'It holds with no value down to 1500000 (utilisation < 50 % does not hold: utilisation is 90 %).',
    );
  });
});

describe('schema', () => {
  it.each(['simulation', 'simulation-result', 'sweep'])('prints that of %s', async (name) => {
    const { code, out } = await portolan(`schema ${name}`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    });
  });
});
