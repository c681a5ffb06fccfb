import type { Distribution } from '../../draws/distribution';
import { meanTolerance, TOLERANCE } from '../../measure/replications';
import { plainFlow, plainServer, plainSource, toServer } from '../../plain-parts';
import { wakeRate } from '../../theory/batches-and-polling';
import type { QueueMeans } from '../../theory/queue-means';
import {
  kingmanWaitApproximation,
  md1Waits,
  mg1,
  mm1StayQuantile,
} from '../../theory/single-server';
import {
  always,
  either,
  erlang,
  exponential,
  hyperexponential,
  momentsOf,
  networkFor,
  oneCore,
  oneServer,
} from '../plain-network';
import {
  busyShareOf,
  type Comparison,
  compared,
  insideOf,
  MANY,
  nanoseconds,
  perSecond,
  RANDOM,
  stayOf,
  stayPercentile,
  type TheoryCase,
  throughputOf,
  waitAt,
  wakesOf,
} from '../theory-case';

const PERCENTS = [50, 90, 99, 99.9];

/** All means of an open queue with one station. */
function comparedMeans(
  means: QueueMeans,
  rate: number,
  place: 'servers' | 'queues',
): readonly Comparison[] {
  const tolerance = meanTolerance(means.utilisation);
  return [
    compared(waitAt(place), nanoseconds(means.wait), tolerance),
    compared(stayOf(), nanoseconds(means.stay), tolerance),
    compared(insideOf(place), means.inside, tolerance),
    compared(busyShareOf(place === 'servers' ? place : 'cores'), means.utilisation, TOLERANCE.mean),
    compared(throughputOf(), perSecond(rate), TOLERANCE.mean),
  ];
}

function means(
  id: string,
  title: string,
  rate: number,
  service: Distribution,
  { packets = MANY, percentiles = [] as readonly Comparison[] } = {},
): TheoryCase {
  return {
    ...RANDOM,
    id,
    title,
    packets,
    network: oneServer(rate, service),
    compared: [...comparedMeans(mg1(rate, momentsOf(service)), rate, 'servers'), ...percentiles],
  };
}

function mm1Percentiles(rate: number, serviceRate: number): readonly Comparison[] {
  return PERCENTS.map((percent) =>
    compared(
      stayPercentile(percent),
      nanoseconds(mm1StayQuantile(rate, serviceRate, percent / 100)),
      TOLERANCE.percentile,
    ),
  );
}

function md1Percentiles(rate: number, serviceRate: number): readonly Comparison[] {
  const waits = md1Waits(rate, serviceRate);
  return PERCENTS.map((percent) =>
    compared(
      stayPercentile(percent),
      nanoseconds(waits.quantile(percent / 100) + 1 / serviceRate),
      TOLERANCE.percentile,
    ),
  );
}

function mm1Case(rate: number, serviceRate: number): TheoryCase {
  const load = rate / serviceRate;
  return means(
    `mm1-${round(load)}`,
    `M/M/1 at ${round(load)}`,
    rate,
    exponential(1 / serviceRate),
    { percentiles: mm1Percentiles(rate, serviceRate), packets: 2 * MANY },
  );
}

function md1Case(rate: number, serviceRate: number): TheoryCase {
  const load = rate / serviceRate;
  return means(`md1-${round(load)}`, `M/D/1 at ${round(load)}`, rate, always(1 / serviceRate), {
    percentiles: md1Percentiles(rate, serviceRate),
    packets: 2 * MANY,
  });
}

/** The same on a core that is told of packets at once: polls and batches do not show. */
function onCore(id: string, title: string, service: Distribution): TheoryCase {
  const exact = mg1(1, momentsOf(service));
  return {
    ...RANDOM,
    id,
    title,
    network: oneCore(1, service),
    compared: [
      ...comparedMeans(exact, 1, 'queues'),
      compared(
        wakesOf(),
        perSecond(wakeRate.unmoderated(1, momentsOf(service).mean)),
        TOLERANCE.mean,
      ),
    ],
  };
}

/** Gaps with Ca² = 4, constant service: theory gives the order of magnitude alone. */
const burstyArrivals: TheoryCase = {
  ...RANDOM,
  id: 'gg1-0.8',
  title: 'G/G/1 at 0.8 with bursty arrivals, approximation',
  network: (run) =>
    networkFor(run, 0.8, {
      flows: [plainFlow(plainSource(hyperexponential(1 / 0.8, 4)), [[toServer(0)]])],
      servers: [plainServer(always(1))],
    }),
  compared: [
    compared(
      waitAt('servers'),
      nanoseconds(kingmanWaitApproximation(0.8, 1, 4, 0)),
      TOLERANCE.approximation,
    ),
  ],
};

export const singleServerCases: readonly TheoryCase[] = [
  mm1Case(1, 1.25),
  mm1Case(1.5, 1.88),
  onCore('mm1-0.8-core', 'M/M/1 at 0.8 on a core', exponential(0.8)),
  md1Case(0.5, 1),
  md1Case(1, 1.25),
  md1Case(1.5, 1.88),
  md1Case(0.9, 1),
  onCore('md1-0.8-core', 'M/D/1 at 0.8 on a core', always(0.8)),
  means(
    'mg1-two-point',
    'M/G/1 at 0.75, two service times',
    1,
    either(0.9, always(0.5), always(3)),
  ),
  means('mg1-erlang', 'M/G/1 at 0.8, Erlang-2 service', 1, erlang(2, 0.8)),
  means('mg1-hyperexponential', 'M/G/1 at 0.8, service with C² = 4', 0.8, hyperexponential(1, 4), {
    packets: 4 * MANY,
  }),
  burstyArrivals,
];

/** As short as a load is said: 0.8, 0.798. */
function round(load: number): number {
  return Math.round(load * 1000) / 1000;
}
