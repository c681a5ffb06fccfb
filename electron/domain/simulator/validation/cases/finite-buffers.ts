import type { Distribution } from '../../draws/distribution';
import { meanTolerance, TOLERANCE } from '../../measure/replications';
import { PLAIN_CORE, plainFlow, plainQueue, plainSource, toQueue } from '../../plain-parts';
import { type LossyMeans, md1k, mm1k, overloadLimits, stall } from '../../theory/finite-buffers';
import { always, exponential, networkFor, oneCore, oneServer, picoseconds } from '../plain-network';
import {
  at,
  compared,
  comparedLoss,
  insideOf,
  MANY,
  nanoseconds,
  perSecond,
  RANDOM,
  stayOf,
  stayPercentile,
  type TheoryCase,
  throughputOf,
} from '../theory-case';

/** Services of one microsecond, so that the rate is the load. */
function lossy(
  id: string,
  title: string,
  rate: number,
  service: Distribution,
  places: number,
  means: LossyMeans,
): TheoryCase {
  const tolerance = meanTolerance(rate);
  return {
    ...RANDOM,
    id,
    title,
    packets: lengthAt(rate, places),
    network: oneServer(rate, service, { capacityPackets: places }),
    compared: [
      ...comparedLoss(means.lost),
      compared(insideOf('servers'), means.inside, tolerance),
      compared(stayOf(), nanoseconds(means.stay), tolerance),
      compared(throughputOf(), perSecond(means.throughput), TOLERANCE.mean),
    ],
  };
}

/** Long buffers at nearly full load fill and drain slowly, and seldom overflow. */
function lengthAt(load: number, places: number): number {
  if (load <= 0.9 || load >= 1.1) return MANY;
  return places > 64 ? 10 * MANY : 5 * MANY;
}

function mm1kCase(load: number, places: number): TheoryCase {
  return lossy(
    `mm1k-${load}-${places}`,
    `M/M/1/${places} at ${load}`,
    load,
    exponential(1),
    places,
    mm1k(load, 1, places),
  );
}

function md1kCase(load: number, places: number): TheoryCase {
  return lossy(
    `md1k-${load}-${places}`,
    `M/D/1/${places} at ${load}`,
    load,
    always(1),
    places,
    md1k(load, 1, places),
  );
}

/** The same on a core, whose ring gives a place back when the packet's work is complete. */
function ringCase(load: number, places: number): TheoryCase {
  const means = md1k(load, 1, places);
  const tolerance = meanTolerance(load);
  return {
    ...RANDOM,
    id: `md1k-${load}-${places}-core`,
    title: `M/D/1/${places} at ${load}, a ring and a core`,
    packets: lengthAt(load, places),
    network: oneCore(load, always(1), { capacity: places }),
    compared: [
      ...comparedLoss(means.lost),
      compared(insideOf('queues'), means.inside, tolerance),
      compared(stayOf(), nanoseconds(means.stay), tolerance),
      compared(throughputOf(), perSecond(means.throughput), TOLERANCE.mean),
    ],
  };
}

const LINE_RATE = 14.881;
const ringLimits = overloadLimits(LINE_RATE, 1.88, 512);

/** A ring of 512 at 10 GbE line rate before a core that serves 1.88 Mpps. */
const fullRing: TheoryCase = {
  ...RANDOM,
  id: 'overload-ring-512',
  title: 'Ring of 512 under eight times its load',
  network: oneCore(LINE_RATE, always(1 / 1.88), { capacity: 512 }),
  compared: [
    compared(throughputOf(), perSecond(ringLimits.throughput), TOLERANCE.mean),
    compared(stayOf(), nanoseconds(ringLimits.stay), TOLERANCE.mean),
    ...comparedLoss(ringLimits.lost),
  ],
};

const STALL = 30_000;
const STALLED_RATE = 0.07;

/** A core is away for 30 ms with one long job, while packets come in equal gaps. */
function stalled(free: number): TheoryCase {
  const { lost } = stall(STALLED_RATE, 0.1, STALL, free);
  const arrived = STALLED_RATE * STALL;
  const gap = always(1 / STALLED_RATE);
  return {
    id: `stall-${free}`,
    title: `Core away for 30 ms, ${free} places free`,
    packets: arrived + 2000,
    isRandom: false,
    network: ({ seed, packets }) => ({
      ...networkFor({ seed, packets }, STALLED_RATE, {
        flows: [
          plainFlow({ kind: 'initial', packets: 1, apartPs: 0 }, [[toQueue(0)]]),
          plainFlow(plainSource(gap, { firstPs: picoseconds(1 / STALLED_RATE) }), [[toQueue(1)]]),
        ],
        queues: [plainQueue(always(STALL)), plainQueue(always(10), { capacity: free })],
        cores: [PLAIN_CORE],
      }),
      warmupPs: 0,
    }),
    compared: [
      compared(
        {
          quantity: 'lost-packets',
          unit: 'packets',
          measure: (result) =>
            at(result.flows, 1).lost.reduce((sum, { packets }) => sum + packets, 0),
        },
        Math.round(lost),
        TOLERANCE.mean,
      ),
      // The first packet of the stall waits for nearly all of it.
      compared(stayPercentile(100, 1), nanoseconds(STALL), TOLERANCE.mean),
    ],
  };
}

export const finiteBufferCases: readonly TheoryCase[] = [
  mm1kCase(0.8, 10),
  mm1kCase(0.95, 32),
  mm1kCase(1, 64),
  mm1kCase(1.2, 64),
  mm1kCase(1.2, 512),
  mm1kCase(0.9, 256),
  md1kCase(0.8, 10),
  md1kCase(0.9, 16),
  md1kCase(0.98, 128),
  md1kCase(0.95, 32),
  md1kCase(1, 64),
  md1kCase(1.2, 64),
  md1kCase(1.2, 128),
  ringCase(0.95, 32),
  ringCase(1.2, 64),
  fullRing,
  stalled(2100),
  stalled(1500),
];
