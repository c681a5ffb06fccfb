/** Tables of a machine that only forwards: a switch stage, a driver, a ring. */
import type { Notice } from '../../network';
import {
  deliveredMpps,
  deliveredShare,
  type Forwarder,
  forwarder,
  latencyMicroseconds,
} from './forwarder';
import type { PublishedCase } from './published-case';

type Kind = PublishedCase['kind'];

const median = latencyMicroseconds(0.5);
const p99 = latencyMicroseconds(0.99);

/** Open vSwitch in the Linux kernel, one core, 64-byte frames. */
const openVswitch = (millionPackets: number, parts: Partial<Forwarder> = {}): Forwarder => ({
  packetsPerSecond: millionPackets * 1e6,
  arrivals: 'poisson',
  perPacketNanoseconds: 532,
  delayNanoseconds: 3500,
  wakeNanoseconds: 900,
  notice: { kind: 'throttled', intervalPs: 50e6, delayPs: 3e6 },
  ringEntries: 4096,
  warmupMilliseconds: 5,
  durationMilliseconds: 40,
  ...parts,
});
const moonGen = 'CAL-10: Emmerich et al., MoonGen, IMC 2015, Fig. 11 (read off, ±3 µs)';
const throttle =
  'The driver adapts its throttle to the load; here it is the 50 µs that fit the lowest load';

const openVswitchMedians = [
  [0.1, 32],
  [0.3, 32],
  [0.5, 39],
  [0.7, 49],
  [1.0, 55],
  [1.3, 54],
  [1.5, 55],
  [1.7, 61],
  [1.8, 62],
] as const;
const openVswitchCases = openVswitchMedians.map(
  ([load, published]): PublishedCase => ({
    id: `cal-10-median-${load}`,
    title: `Open vSwitch, Poisson, ${load} Mpps: median latency, µs`,
    source: moonGen,
    kind: load === 0.1 ? 'calibration' : 'validation',
    quantity: 'median latency',
    published,
    reasonForMiss: throttle,
    network: () => forwarder(openVswitch(load)),
    read: median,
  }),
);

/** Linux IP forwarding, one ring a core: every core is offered more than it can take. */
const xdpPaper = 'CAL-11: data behind The eXpress Data Path, CoNEXT 2018';
const linuxCases = [1.74, 3.371, 4.977, 6.489, 7.849, 9.286].map(
  (published, index): PublishedCase => ({
    id: `cal-11-cores-${index + 1}`,
    title: `Linux IP forwarding on ${index + 1} cores, Mpps`,
    source: xdpPaper,
    kind: index === 0 ? 'calibration' : 'validation',
    quantity: 'throughput',
    published,
    reasonForMiss:
      'Each core more slows all others by some 2.4 %: what they share beyond the wire (caches, memory, locks) is not in the model',
    network: () =>
      forwarder({
        packetsPerSecond: 2.2e6 * (index + 1),
        gigabitsPerSecond: 100,
        rings: index + 1,
        perPacketNanoseconds: 575,
        durationMilliseconds: 6,
      }),
    read: deliveredMpps,
  }),
);

/** ixy, Table 1: forwarding latency by the way in which the driver learns of packets. */
const ixySource = 'ixy: Emmerich et al., User Space Network Drivers, ANCS 2019, Table 1';
const interrupt = (intervalMicroseconds: number): Notice =>
  intervalMicroseconds === 0
    ? { kind: 'at-once', delayPs: 3e6 }
    : { kind: 'throttled', intervalPs: intervalMicroseconds * 1e6, delayPs: 3e6 };
const ixyModes: readonly (readonly [name: string, notice: Notice | null])[] = [
  ['polling', null],
  ['interrupt', interrupt(0)],
  ['interrupt-10us', interrupt(10)],
  ['interrupt-200us', interrupt(200)],
];
const ixyTable: readonly (readonly [
  load: number,
  ...modes: (readonly [median: number, p99: number])[],
])[] = [
  [0.1, [3.8, 4.7], [7.7, 8.4], [11.3, 11.9], [107.4, 208.1]],
  [0.4, [3.8, 4.6], [7.3, 8.2], [9.0, 14.0], [105.9, 204.6]],
  [0.8, [3.8, 4.4], [5.6, 8.2], [9.2, 14.1], [102.8, 198.8]],
];
const ixyCases = ixyTable.flatMap(([load, ...modes]) =>
  modes.flatMap(([publishedMedian, publishedP99], index): PublishedCase[] => {
    const [name, notice] = ixyModes[index] ?? ['polling', null];
    const isSet = load === 0.1 && (name === 'polling' || name === 'interrupt');
    const network = () =>
      forwarder({
        packetsPerSecond: load * 1e6,
        perPacketNanoseconds: 40,
        delayNanoseconds: 3690,
        wakeNanoseconds: notice === null ? 0 : 900,
        ringEntries: 512,
        warmupMilliseconds: 2,
        durationMilliseconds: 60,
        ...(notice === null ? {} : { notice }),
      });
    const row = { source: ixySource, network };
    const kind: Kind = isSet ? 'calibration' : 'validation';
    return [
      {
        ...row,
        id: `ixy-1-${name}-${load}-median`,
        title: `ixy, ${name}, ${load} Mpps: median, µs`,
        kind,
        quantity: 'median latency',
        published: publishedMedian,
        reasonForMiss:
          'How soon a processor wakes depends on how deep it slept, and so on the load; here it is one figure',
        read: median,
      },
      {
        ...row,
        id: `ixy-1-${name}-${load}-p99`,
        title: `ixy, ${name}, ${load} Mpps: 99th percentile, µs`,
        kind: 'validation',
        quantity: 'p99 latency',
        published: publishedP99,
        reasonForMiss: 'As for the median; and interruptions of the system are not in this network',
        read: p99,
      },
    ];
  }),
);

/** ixy, Table 3: in overload the delay is the ring. */
const ringCases = (
  [
    [64, 8.3, 'validation'],
    [512, 50.9, 'validation'],
    [4096, 424.7, 'calibration'],
  ] as const
).map(
  ([ringEntries, published, kind]): PublishedCase => ({
    id: `ixy-3-ring-${ringEntries}`,
    title: `ixy, ring of ${ringEntries} in overload: median, µs`,
    source: 'ixy: Emmerich et al., User Space Network Drivers, ANCS 2019, Table 3',
    kind,
    quantity: 'median latency',
    published,
    reasonForMiss: 'A batch that is being worked on adds to a small ring',
    network: () =>
      forwarder({
        packetsPerSecond: 14.5e6,
        perPacketNanoseconds: 103.7,
        ringEntries,
        budget: 32,
        durationMilliseconds: 4,
      }),
    read: median,
  }),
);

/** A single-threaded application on a big buffer: Snort, constant rate. */
const snort = 'CAL-15: Gallenmüller et al., NOMS 2020 data set, Snort forwarding';
const stalls =
  'The application stops for milliseconds now and then, which no figure of the table gives';
const snortNetwork = (kilopackets: number) =>
  forwarder({
    packetsPerSecond: kilopackets * 1000,
    perPacketNanoseconds: 11_500,
    ringEntries: 2640,
    budget: 1,
    delayNanoseconds: 2900,
    warmupMilliseconds: 500,
    durationMilliseconds: 600,
  });
const snortCases = (
  [
    [40, 1, 14.3],
    [70, 1, 14.3],
    [90, 0.9587, 30_609],
    [100, 0.8786, 30_066],
    [120, 0.7242, 30_382],
  ] as const
).flatMap(([load, delivered, latency]): PublishedCase[] => {
  const kind: Kind = load === 100 ? 'calibration' : 'validation';
  const row = { source: snort, kind, reasonForMiss: stalls, network: () => snortNetwork(load) };
  return [
    {
      ...row,
      id: `cal-15-delivered-${load}`,
      title: `Snort, ${load} kpps: delivered share`,
      quantity: 'throughput',
      published: delivered,
      read: deliveredShare,
    },
    {
      ...row,
      id: `cal-15-median-${load}`,
      title: `Snort, ${load} kpps: median latency, µs`,
      quantity: 'median latency',
      published: latency,
      read: median,
    },
  ];
});

/** A tuned guest with a VF against the same without a hypervisor; timer ticks make the tail. */
const tuned = 'CAL-14: Gallenmüller et al., NOMS 2020 data set, DPDK l2fwd';
const hostTick = { everyMicroseconds: 4000, nanoseconds: 10_400 };
const guestTick = { everyMicroseconds: 4003, nanoseconds: 6000 };
const tunedSystems = [
  ['bare metal', 3000, [hostTick]],
  ['VM with a VF', 3200, [hostTick, guestTick]],
] as const;
const tunedTable = [
  [10, [3.137, 7.65], [3.338, 14.725]],
  [60, [3.137, 8.287], [3.312, 15.387]],
  [120, [3.1, 8.137], [3.288, 16.588]],
] as const;
const tunedCases = tunedTable.flatMap(([load, ...systems]) =>
  systems.flatMap(([publishedMedian, publishedTail], index): PublishedCase[] => {
    const [name, delayNanoseconds, interruptions] = tunedSystems[index] ?? tunedSystems[0];
    const kind: Kind = load === 10 ? 'calibration' : 'validation';
    const network = () =>
      forwarder({
        packetsPerSecond: load * 1000,
        perPacketNanoseconds: 40,
        delayNanoseconds,
        interruptions,
        durationMilliseconds: load === 10 ? 6000 : 1500,
      });
    const row = { source: tuned, kind, network };
    const id = `cal-14-${index === 0 ? 'bare' : 'vf'}-${load}`;
    return [
      {
        ...row,
        id: `${id}-median`,
        title: `l2fwd, ${name}, ${load} kpps: median, µs`,
        quantity: 'median latency',
        published: publishedMedian,
        read: median,
      },
      {
        ...row,
        id: `${id}-p999`,
        title: `l2fwd, ${name}, ${load} kpps: 99.9th percentile, µs`,
        quantity: 'p99 latency',
        published: publishedTail,
        reasonForMiss: 'Ticks are drawn as equally long, and as only of two kinds',
        read: latencyMicroseconds(0.999),
      },
    ];
  }),
);

/** One message after another through a shared ring, copied: NetKernel, Table 5. */
const netKernelCases = (
  [
    [64, 4.9],
    [256, 14.7],
    [1024, 45.9],
    [4096, 118],
    [8192, 144.2],
  ] as const
).map(
  ([bytes, published]): PublishedCase => ({
    id: `netkernel-5-${bytes}`,
    title: `Copy and hand-over of messages of ${bytes} bytes, Gbit/s`,
    source: 'NetKernel: Niu et al., USENIX ATC 2020, Table 5',
    kind: bytes === 64 || bytes === 8192 ? 'calibration' : 'validation',
    quantity: 'throughput',
    published,
    reasonForMiss:
      'Caches help in between: the published times bend, those of the model are straight',
    network: () =>
      forwarder({
        packetsPerSecond: 12e6,
        gigabitsPerSecond: 800,
        bytes,
        perPacketNanoseconds: 101,
        perByteNanoseconds: 0.043,
        durationMilliseconds: 3,
      }),
    read: (result) => (deliveredMpps(result) * bytes * 8) / 1000,
  }),
);

export const forwardingCases: readonly PublishedCase[] = [
  ...openVswitchCases,
  ...linuxCases,
  ...ixyCases,
  ...ringCases,
  ...snortCases,
  ...tunedCases,
  ...netKernelCases,
];
