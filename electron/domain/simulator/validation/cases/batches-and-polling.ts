import { type Distribution, meanOf, secondMomentOf } from '../../draws/distribution';
import { meanTolerance, TOLERANCE } from '../../measure/replications';
import type { Notice } from '../../network';
import {
  PLAIN_CORE,
  plainFlow,
  plainQueue,
  plainServer,
  plainSource,
  toQueue,
  toServer,
} from '../../plain-parts';
import {
  batchArrivalsWait,
  countPolicyWait,
  polledWaitsByLoad,
  setUpWait,
  vacationsWait,
  wakeRate,
} from '../../theory/batches-and-polling';
import { constantTime } from '../../theory/queue-means';
import {
  always,
  exponential,
  momentsOf,
  networkFor,
  oneCore,
  picoseconds,
  poisson,
} from '../plain-network';
import {
  compared,
  MANY,
  nanoseconds,
  perSecond,
  RANDOM,
  type TheoryCase,
  waitAt,
  wakesOf,
} from '../theory-case';

/** One batch per microsecond on average, as many in it as `batch` says, at one server. */
function batches(
  id: string,
  title: string,
  packets: number,
  batch: Distribution,
  service: Distribution,
): TheoryCase {
  const sizes = { mean: meanOf(batch), secondMoment: secondMomentOf(batch) };
  const wait = batchArrivalsWait(1, sizes, momentsOf(service));
  return {
    ...RANDOM,
    id,
    title,
    packets,
    network: (run) =>
      networkFor(run, sizes.mean, {
        flows: [plainFlow(plainSource(exponential(1), { batch }), [[toServer(0)]])],
        servers: [plainServer(service)],
      }),
    compared: [compared(waitAt('servers'), nanoseconds(wait), TOLERANCE.mean)],
  };
}

/** Services of one microsecond on a core that learns of packets by `notice`. */
function moderated(
  id: string,
  title: string,
  rate: number,
  notice: Notice,
  wait: number,
  wakes: number,
): TheoryCase {
  return {
    ...RANDOM,
    id,
    title,
    network: oneCore(rate, always(1), { notice }),
    compared: [
      compared(waitAt('queues'), nanoseconds(wait), meanTolerance(rate)),
      compared(wakesOf(), perSecond(wakes), meanTolerance(rate)),
    ],
  };
}

function timer(rate: number, interval: number): TheoryCase {
  return moderated(
    `timer-${rate}`,
    `Free-running timer of ${interval} µs at ${rate}`,
    rate,
    { kind: 'slept', intervalPs: picoseconds(interval), delayPs: 0 },
    vacationsWait(rate, constantTime(1), constantTime(interval)),
    wakeRate.timerWithWork(rate, 1, interval),
  );
}

function setUp(rate: number, delay: number): TheoryCase {
  const afterPs = picoseconds(delay);
  return moderated(
    `set-up-${rate}`,
    `Timer of ${delay} µs from the first packet at ${rate}`,
    rate,
    { kind: 'gathered', afterPs, packets: Number.MAX_SAFE_INTEGER, delayPs: 0 },
    setUpWait(rate, constantTime(1), delay),
    wakeRate.setUp(rate, 1, delay),
  );
}

/** The timer is so long that the count always comes first. */
function byCount(rate: number, count: number): TheoryCase {
  return moderated(
    `count-${count}`,
    `Woken by ${count} packets at ${rate}`,
    rate,
    { kind: 'gathered', afterPs: picoseconds(1000), packets: count, delayPs: 0 },
    countPolicyWait(rate, constantTime(1), count),
    wakeRate.count(rate, 1, count),
  );
}

const RATES = [0.3, 0.2] as const;
const TIMES = [1, 1.5] as const;

/** One core, two queues, no time lost between them: the waits by load are those of M/G/1. */
function polled(budget: number): TheoryCase {
  const classes = RATES.map((arrivalRate, at) => ({
    arrivalRate,
    service: constantTime(TIMES[at] as number),
  }));
  const loads = classes.map(({ arrivalRate, service }) => arrivalRate * service.mean);
  const waits = classes.map((_, index) => waitAt('queues', index));
  return {
    ...RANDOM,
    id: `polling-${budget}`,
    title: `One core polls two queues, ${budget} at a time`,
    network: (run) =>
      networkFor(run, RATES[0] + RATES[1], {
        flows: RATES.map((rate, index) => poisson(rate, [[toQueue(index)]])),
        queues: TIMES.map((time) => plainQueue(always(time), { budget })),
        cores: [PLAIN_CORE],
      }),
    compared: [
      compared(
        {
          quantity: 'wait-by-load',
          unit: 'ns',
          measure: (result) =>
            waits.reduce((sum, wait, at) => sum + (loads[at] as number) * wait.measure(result), 0),
        },
        nanoseconds(polledWaitsByLoad(classes, constantTime(0))),
        TOLERANCE.mean,
      ),
    ],
  };
}

export const batchAndPollingCases: readonly TheoryCase[] = [
  batches(
    'batch-8',
    'Batches of 8 at 0.8, constant service',
    4 * MANY,
    { kind: 'constant', value: 8 },
    always(0.1),
  ),
  batches(
    'batch-geometric',
    'Geometric batches at 0.8, exponential service',
    6 * MANY,
    { kind: 'geometric', mean: 4 },
    exponential(0.2),
  ),
  timer(0.1, 10),
  timer(0.5, 10),
  setUp(0.1, 10),
  setUp(0.5, 10),
  setUp(0.05, 50),
  byCount(0.5, 4),
  byCount(0.8, 8),
  polled(1),
  polled(64),
];
