import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../electron/domain/import/json-value';
import { UNBOUNDED } from '../../../../electron/domain/simulator/network';
import {
  readSpecification,
  readSpecificationText,
} from '../../../../electron/domain/simulator/spec/read-specification';

const HEAD = { format: 'portolan-simulation', formatVersion: 1 };
const MM1 = {
  ...HEAD,
  servers: { server: { service_ns: { exponential: 800 } } },
  flows: { in: { arrivals: { packets_per_s: 1_000_000 }, route: ['server'] } },
};

/** Place and message of every problem. */
function problems(document: JsonValue): string[] {
  return readSpecification(document).problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('a sound specification', () => {
  it('of six lines is a whole network', () => {
    expect(readSpecification(MM1)).toEqual({
      problems: [],
      simulation: {
        form: 'network',
        network: {
          seed: 1,
          // A million packets at a million a second, after a tenth of that.
          warmupPs: 1e11,
          endPs: 1.1e12,
          flows: [
            {
              name: 'in',
              source: {
                kind: 'open',
                firstPs: 0,
                untilPs: UNBOUNDED,
                gap: { kind: 'exponential', mean: 1e6 },
                batch: { kind: 'constant', value: 1 },
                burst: null,
              },
              bytes: { kind: 'constant', value: 64 },
              lanes: [[{ to: 'server', index: 0, delayPs: 0 }]],
              spread: 'in-turn',
              onDelivery: null,
              onLoss: null,
            },
          ],
          servers: [
            {
              name: 'server',
              count: 1,
              capacityPackets: UNBOUNDED,
              capacityBytes: UNBOUNDED,
              service: {
                fixedPs: 0,
                perBytePs: 0,
                overheadBytes: 0,
                chunkBytes: 64,
                chunkPs: 0,
                extra: { kind: 'exponential', mean: 8e5 },
              },
              takesPlaceAhead: false,
            },
          ],
          queues: [],
          cores: [],
        },
      },
    });
  });

  it('says everything that a network can', () => {
    const { simulation, problems } = readSpecification({
      ...HEAD,
      form: 'network',
      comment: 'what is not read',
      seed: 7,
      warmup_ms: 0,
      duration_ms: 2.5,
      servers: {
        nic: { gbit_per_s: 40, chunk_bytes: 256, chunk_ns: 1.5, takes_place_ahead: true },
        wire: { gbit_per_s: 10, overhead_bytes: 20, capacity_bytes: 65536, count: 1 },
      },
      cores: { a: { sibling: 'b', slowdown: 1.4 }, b: {} },
      queues: {
        ring: {
          core: 'b',
          capacity: 512,
          releases: 'taken',
          budget: 64,
          priority: 1,
          notice: { gathered: { after_ns: 10_000, packets: 8, delay_ns: 900 } },
          wake_ns: 1000,
          poll_ns: 100,
          signal_ns: 10,
          work: [{ activity: 'copy', per_packet_ns: 50, per_byte_ns: 0.1 }],
          work_ns: { uniform: [0, 5] },
        },
      },
      flows: {
        in: {
          arrivals: {
            gbit_per_s: 1,
            overhead_bytes: 20,
            process: 'constant',
            batch: 4,
            burst: { on_ns: 1000, off_ns: { exponential: 3000 } },
            start_ns: 5,
            until_ms: 2,
          },
          bytes: 105,
          lanes: [
            ['wire', { to: 'nic', after_ns: 0.5 }, 'ring'],
            ['wire', 'nic', 'ring'],
          ],
          spread: 'random',
          on_delivery: { flow: 'back', every: 2, after_ns: 300 },
          on_loss: { flow: 'in', after_ns: 1000 },
        },
        back: { bytes: { exponential: 500 }, route: ['wire'] },
        loop: { arrivals: { initial_packets: 3, apart_ns: 7 }, route: ['wire'] },
      },
    });
    expect(problems).toEqual([]);
    const network = simulation?.network;
    expect([network?.seed, network?.warmupPs, network?.endPs]).toEqual([7, 0, 2.5e9]);
    // The wire comes before the NIC on every route.
    expect(network?.servers.map(({ name }) => name)).toEqual(['wire', 'nic']);
    // 8 bits at 10 Gbit/s are 800 ps.
    expect(network?.servers[0]?.service).toMatchObject({ perBytePs: 800, overheadBytes: 20 });
    expect(network?.servers[1]).toMatchObject({
      takesPlaceAhead: true,
      service: { perBytePs: 200, chunkBytes: 256, chunkPs: 1500 },
    });
    expect(network?.cores).toEqual([
      { name: 'a', sibling: { core: 1, slowdown: 1.4 } },
      { name: 'b', sibling: { core: 0, slowdown: 1.4 } },
    ]);
    expect(network?.queues[0]).toEqual({
      name: 'ring',
      core: 1,
      capacity: 512,
      releases: 'taken',
      budget: 64,
      priority: 1,
      notice: { kind: 'gathered', afterPs: 1e7, packets: 8, delayPs: 9e5 },
      wakePs: 1e6,
      pollPs: 1e5,
      signalPs: 1e4,
      work: [
        { activity: 'copy', perPacketPs: 50_000, perBytePs: 100, extra: null },
        {
          activity: 'other',
          perPacketPs: 0,
          perBytePs: 0,
          extra: { kind: 'uniform', low: 0, high: 5000 },
        },
      ],
    });
    const [into, back, loop] = network?.flows ?? [];
    // (105 + 20) · 8 bits at 1 Gbit/s are 1000 ns, and four packets come at once.
    expect(into?.source).toEqual({
      kind: 'open',
      firstPs: 5000,
      untilPs: 2e9,
      gap: { kind: 'constant', value: 4e6 },
      batch: { kind: 'constant', value: 4 },
      burst: {
        on: { kind: 'constant', value: 1e6 },
        off: { kind: 'exponential', mean: 3e6 },
      },
    });
    expect(into?.lanes).toEqual([
      [
        { to: 'server', index: 0, delayPs: 0 },
        { to: 'server', index: 1, delayPs: 500 },
        { to: 'queue', index: 0, delayPs: 0 },
      ],
      [
        { to: 'server', index: 0, delayPs: 0 },
        { to: 'server', index: 1, delayPs: 0 },
        { to: 'queue', index: 0, delayPs: 0 },
      ],
    ]);
    expect(into?.onDelivery).toEqual({
      flow: 1,
      every: 2,
      delay: { kind: 'constant', value: 300_000 },
    });
    expect(into?.onLoss).toEqual({ flow: 0, every: 1, delay: { kind: 'constant', value: 1e6 } });
    expect(back?.source).toBeNull();
    expect(loop?.source).toEqual({ kind: 'initial', packets: 3, apartPs: 7000 });
  });

  it.each([
    ['at-once', { kind: 'at-once', delayPs: 0 }],
    [{ at_once: { delay_ns: 5 } }, { kind: 'at-once', delayPs: 5000 }],
    [
      { gathered: { after_ns: 1 } },
      { kind: 'gathered', afterPs: 1000, packets: UNBOUNDED, delayPs: 0 },
    ],
    [{ throttled: { interval_ns: 2 } }, { kind: 'throttled', intervalPs: 2000, delayPs: 0 }],
    [
      { slept: { interval_ns: 2, delay_ns: 1 } },
      { kind: 'slept', intervalPs: 2000, delayPs: 1000 },
    ],
  ])('takes the notice %j', (notice, expected) => {
    const { simulation } = readSpecification({
      ...HEAD,
      queues: { ring: { work_ns: 1, notice } },
      flows: { in: { arrivals: { packets_per_s: 1 }, route: ['ring'] } },
    });
    expect(simulation?.network.queues[0]?.notice).toEqual(expected);
    // A queue without a core has one of its own.
    expect(simulation?.network.cores).toEqual([{ name: 'ring', sibling: null }]);
  });

  it('lasts for the packets that it asks for, over all flows with a rate', () => {
    const { simulation } = readSpecification({
      ...MM1,
      warmup_ms: 0,
      duration_packets: 3000,
      flows: {
        a: { arrivals: { packets_per_s: 1_000_000, batch: 2 }, route: ['server'] },
        b: {
          // On for a quarter of the time.
          arrivals: { gap_ns: 125, burst: { on_ns: 1000, off_ns: 3000 } },
          route: ['server'],
        },
      },
    });
    // 1 + 2 packets a microsecond.
    expect(simulation?.network.endPs).toBe(1e9);
  });
});

describe('problems', () => {
  it('come all at once, each with its place', () => {
    expect(
      problems({
        format: 'portolan-simulation',
        formatVersion: 1,
        seed: -1,
        duration_ms: 'long',
        sped: 3,
        servers: {
          wire: { gbit_per_s: 0, overhead_byte: 20 },
          nic: { service_ns: { exponentail: 5 }, count: 1.5 },
        },
        queues: { ring: { core: 'core 9', budgett: 4, notice: { slept: { interval_ns: 0 } } } },
        cores: { 'core 1': {} },
        flows: {
          in: { arrivals: { packets_per_s: 'fast' }, route: ['wier', 'ring'], bytes: 0 },
          out: { route: [], on_delivery: 'inn' },
        },
      }),
    ).toEqual([
      '/seed: -1 stands here; expected a whole number from 0 to 2^53 − 1',
      '/duration_ms: “long” stands here; expected a number from 1e-6 to 9000000 ms',
      '/sped: there is no key “sped” here; did you mean “seed”?',
      '/queues/ring/notice/slept/interval_ns: 0 stands here; expected a number from 0.001 to 1e11 ns',
      '/queues/ring/budgett: there is no key “budgett” here; did you mean “budget”?',
      '/servers/wire/gbit_per_s: 0 stands here; expected a number from 1e-6 to 100000 Gbit/s',
      '/servers/wire/overhead_byte: there is no key “overhead_byte” here; did you mean “overhead_bytes”?',
      '/servers/nic/service_ns: {"exponentail":5} stands here; expected a time from 0 to 1e11 ns, or a law of such (exponential, uniform, erlang, mixture, table, sum); did you mean “exponential”?',
      '/servers/nic/count: 1.5 stands here; expected a whole number from 1 to 10000 servers',
      '/flows/in/arrivals/packets_per_s: “fast” stands here; expected a number from 0.001 to 1e12 packets/s',
      '/flows/in/bytes: 0 stands here; expected a number from 1 to 1000000 bytes',
      '/flows/out/route: [] stands here; expected a list of 1 to 1000 stations, each a name or an object with `to` and `after_ns`',
      '/queues/ring/core: there is no core “core 9”; did you mean “core 1”?',
      '/flows/in/route/0: there is no server or queue “wier”; did you mean “wire”?',
      '/flows/out/on_delivery: there is no flow “inn”; did you mean “in”?',
    ]);
  });

  const flow = (parts: JsonObject) => ({ ...MM1, flows: { in: { ...MM1.flows.in, ...parts } } });
  const server = (parts: JsonObject) => ({ ...MM1, servers: { server: parts } });

  it.each<[string, JsonValue, string[]]>([
    ['a list', [], [': [] stands here; expected an object in braces']],
    [
      'another format',
      { ...MM1, format: 'portolan-judge' },
      ['/format: “portolan-judge” stands here; expected "portolan-simulation"'],
    ],
    [
      'a later version',
      { ...MM1, formatVersion: 2, flows: 3 },
      ['/formatVersion: 2 stands here; expected 1'],
    ],
    [
      'a form that is not known',
      { ...MM1, form: 'hosts', nics: {} },
      ['/form: “hosts” stands here; expected "network"'],
    ],
    ['no flow', { ...HEAD }, ['/flows: nothing stands here; expected at least one flow']],
    [
      'a section that is a list',
      { ...MM1, queues: [] },
      ['/queues: [] stands here; expected an object with a name for each of the queues'],
    ],
    [
      'two kinds of arrivals at once',
      flow({ arrivals: { packets_per_s: 5, gap_ns: 3 } }),
      [
        '/flows/in/arrivals/gap_ns: there is no key “gap_ns” here; the keys are packets_per_s, process, batch, burst, start_ns, until_ms',
      ],
    ],
    [
      'arrivals of no kind',
      flow({ arrivals: { process: 'constant' } }),
      [
        '/flows/in/arrivals: {"process":"constant"} stands here; expected an object with one of packets_per_s, gbit_per_s, gap_ns and initial_packets',
      ],
    ],
    [
      'a law that falls',
      server({ service_ns: { uniform: [9, 3] } }),
      [
        '/servers/server/service_ns/uniform: [9,3] stands here; expected two values in brackets, the lower one first',
      ],
    ],
    [
      'a law deep inside a law',
      server({ service_ns: { sum: [{ mixture: [{ weight: 1, of: { erlang: { mean: 5 } } }] }] } }),
      [
        '/servers/server/service_ns/sum/0/mixture/0/of/erlang/shape: nothing stands here; expected a whole number from 1 to 1000 phases',
      ],
    ],
    [
      'no route',
      { ...MM1, flows: { in: { arrivals: { packets_per_s: 1 } } } },
      ['/flows/in/route: nothing stands here; expected the stations that a packet passes'],
    ],
    [
      'a route and lanes',
      flow({ lanes: [['server']] }),
      ['/flows/in/lanes: the flow has a route and lanes; leave one out'],
    ],
    [
      'a name that two stations have',
      { ...MM1, queues: { server: {} } },
      [
        '/queues/server: “server” is a server and a queue, and a route cannot tell them apart; give one another name',
      ],
    ],
    [
      'three hyper-threads of a core',
      {
        ...MM1,
        cores: { a: { sibling: 'b' }, b: {}, c: { sibling: 'b' } },
      },
      [
        '/cores/a/sibling: “b” cannot be the sibling of “a” as well: a core has two hyper-threads at most',
        '/cores/c/sibling: “b” cannot be the sibling of “c” as well: a core has two hyper-threads at most',
      ],
    ],
    [
      'a core that is its own sibling',
      { ...MM1, cores: { a: { sibling: 'a' } } },
      ['/cores/a/sibling: “a” stands here; expected another core than this one'],
    ],
    [
      'a control character in a name',
      { ...MM1, servers: { ...MM1.servers, 'a\u001b': {} } },
      [
        '/servers/a\u001b: the name is not a text of 1 to 100 characters without control characters',
      ],
    ],
    [
      'places taken ahead by several servers, and of no queue',
      server({ takes_place_ahead: true, count: 2 }),
      [
        '/servers/server/takes_place_ahead: only a single server can take places ahead; leave out count or this key',
        '/servers/server/takes_place_ahead: no route has a queue right behind this server, in which it could take a place',
      ],
    ],
    [
      'arrivals without time between them',
      flow({ arrivals: { gap_ns: { uniform: [0, 0.001] } } }),
      [
        '/flows/in/arrivals/gap_ns: packets would come without any time between them; the mean gap must be 0.001 ns or more',
      ],
    ],
    [
      'bursts that end at once',
      flow({ arrivals: { gap_ns: 1000, burst: { on_ns: 0, off_ns: 5 } } }),
      [
        '/flows/in/arrivals/burst/on_ns: the times with arrivals are too short for the gaps between them; nearly none would hold a packet',
      ],
    ],
    [
      'packets that go round in no time',
      {
        ...MM1,
        servers: { server: {} },
        flows: {
          in: { arrivals: { initial_packets: 1 }, route: ['server'], on_delivery: 'out' },
          out: { route: ['server'], on_delivery: { flow: 'in', after_ns: 0.0001 } },
        },
      },
      [
        '/flows/in: packets would go round in no time (in → out → in); give a station on the way a service time, or after_ns',
      ],
    ],
    [
      'another try at once of what was lost at once',
      {
        ...MM1,
        servers: { server: { service_ns: 5, capacity_packets: 1 } },
        flows: {
          in: { arrivals: { packets_per_s: 1000 }, route: ['server'], on_loss: 'in' },
        },
      },
      [
        '/flows/in: packets would go round in no time (in → in); give a station on the way a service time, or after_ns',
      ],
    ],
    [
      'a run of more than two and a half hours',
      { ...MM1, duration_ms: 9_000_000, warmup_ms: 1 },
      [
        '/duration_ms: the run would end after 9.000e+6 ms; it may last 9000000 ms (2.5 hours) with its warm-up',
      ],
    ],
    [
      'more packets than anybody waits for',
      {
        ...MM1,
        duration_ms: 100_000,
        flows: { in: { ...MM1.flows.in, arrivals: { packets_per_s: 1e9 } } },
      },
      [
        '/duration_ms: the run would start about 1.1e11 packets, and 1e10 are the most; make it shorter or the rates lower',
      ],
    ],
    [
      'more packets than anybody waits for, going round',
      {
        ...MM1,
        duration_ms: 1000,
        servers: { server: { service_ns: 0.01 } },
        flows: {
          in: { arrivals: { initial_packets: 1 }, route: ['server'], on_delivery: 'in' },
        },
      },
      [
        '/duration_ms: the run would start about 1.1e11 packets, and 1e10 are the most; make it shorter or the rates lower',
      ],
    ],
    [
      'two durations',
      { ...MM1, duration_ms: 1, duration_packets: 5 },
      ['/duration_packets: the run has two durations; leave one out'],
    ],
  ])('%s', (_name, document, expected) => {
    expect(problems(document)).toEqual(expected);
  });

  it('a text that is no JSON tells line and column', () => {
    const said = (text: string) =>
      readSpecificationText(text).problems.map(({ message }) => message);
    expect(said('{\n  "format": portolan\n}')).toEqual([
      'this is no JSON: “portolan” stands at line 2, column 13; expected a value',
    ]);
    expect(said('{"format": "portolan-simulation",}')).toEqual([
      'this is no JSON: “}” stands at line 1, column 34; expected a key in quotes',
    ]);
    expect(said('{"flows": {}')).toEqual([
      'this is no JSON: the end stands at line 1, column 13; expected a comma or }',
    ]);
  });

  it('a name that stands twice is no name', () => {
    const text = JSON.stringify(MM1).replace('"flows":{', '"flows":{"in":{"route":["server"]},');
    expect(
      readSpecificationText(text).problems.map(({ path, message }) => [path, message]),
    ).toEqual([['/flows/in', '“in” stands twice in /flows, and only one can count']]);
  });
});

describe('hostile input', () => {
  it('is refused, and never thrown at', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const nested = (levels: number): JsonValue =>
      levels === 0 ? 5 : { sum: [nested(levels - 1)] };
    const texts = [
      '',
      '{',
      '﻿{}',
      deep,
      `{"format":"portolan-simulation","formatVersion":1,"flows":${deep}}`,
      JSON.stringify({ ...MM1, servers: { server: { service_ns: nested(500) } } }),
      JSON.stringify(MM1).replace('"server"', '"__proto__"').replace('["server"]', '["__proto__"]'),
      JSON.stringify(MM1).replace('1000000', '1e999'),
      JSON.stringify({ ...MM1, flows: { constructor: { route: ['toString'] } } }),
    ];
    const read = texts.map((text) => readSpecificationText(text).problems.length > 0);
    expect(read).toEqual([true, true, true, true, true, true, false, true, true]);
  });

  it('of any kind has problems or is a network that can be numbered', () => {
    const keys = fc.constantFrom(
      ...['servers', 'flows', 'queues', 'cores', 'a', 'b', 'route', 'service_ns', 'arrivals'],
      ...['packets_per_s', 'exponential', 'on_delivery', 'core', 'work', 'sibling', 'duration_ms'],
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<JsonValue>(null, true, -1, 0, 1, 1e6, 1e300, '', 'a', 'b'),
        fc.array(tie('tree') as fc.Arbitrary<JsonValue>, { maxLength: 3 }),
        fc.dictionary(keys, tie('tree') as fc.Arbitrary<JsonValue>, { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, tree, { maxKeys: 6 }), (parts) => {
        const { simulation, problems } = readSpecification({ ...HEAD, ...(parts as object) });
        expect((simulation === null) === problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
