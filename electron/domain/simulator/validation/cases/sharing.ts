import { meanTolerance, TOLERANCE } from '../../measure/replications';
import { PLAIN_CORE, plainQueue, toQueue } from '../../plain-parts';
import { constantTime } from '../../theory/queue-means';
import { commonWait, maxMinShares, priorityWaits } from '../../theory/sharing';
import { always, networkFor, poisson } from '../plain-network';
import {
  compared,
  MANY,
  nanoseconds,
  perSecond,
  RANDOM,
  type TheoryCase,
  throughputOf,
  waitAt,
} from '../theory-case';

/** A core that takes one packet at a time, those of the first queue first. */
function priorities(id: string, rates: readonly number[], times: readonly number[]): TheoryCase {
  const classes = rates.map((arrivalRate, at) => ({
    arrivalRate,
    service: constantTime(times[at] as number),
  }));
  const loads = classes.map(({ arrivalRate, service }) => arrivalRate * service.mean);
  const load = loads.reduce((sum, one) => sum + one, 0);
  const waits = priorityWaits(classes);
  const figures = waits.map((_, index) => waitAt('queues', index));
  return {
    ...RANDOM,
    id,
    title: `Two priorities at ${load}`,
    packets: 2 * MANY,
    network: (run) =>
      networkFor(
        run,
        rates.reduce((sum, rate) => sum + rate, 0),
        {
          flows: rates.map((rate, index) => poisson(rate, [[toQueue(index)]])),
          queues: times.map((time, priority) => plainQueue(always(time), { priority, budget: 1 })),
          cores: [PLAIN_CORE],
        },
      ),
    compared: [
      ...figures.map((figure, at) =>
        compared(
          { ...figure, quantity: `wait-${at + 1}` },
          nanoseconds(waits[at] as number),
          meanTolerance(load),
        ),
      ),
      compared(
        {
          quantity: 'wait-by-load',
          unit: 'ns',
          measure: (result) =>
            figures.reduce(
              (sum, figure, at) => sum + (loads[at] as number) * figure.measure(result),
              0,
            ),
        },
        nanoseconds(load * commonWait(classes)),
        meanTolerance(load),
      ),
    ],
  };
}

/**
 * A core of capacity 10 that goes round full rings, as many packets from each as its weight. Shares
 * are for fluids: a flow that wants just what it is due overflows its ring of 512 now and then, and
 * gets about 0.1 % less.
 */
function fairShares(
  id: string,
  title: string,
  wanted: readonly number[],
  weights: readonly number[],
): TheoryCase {
  const shares = maxMinShares(
    10,
    wanted.map((demand, at) => ({ wanted: demand, weight: weights[at] as number })),
  );
  return {
    ...RANDOM,
    id,
    title,
    network: (run) =>
      networkFor(
        run,
        wanted.reduce((sum, demand) => sum + demand, 0),
        {
          flows: wanted.map((demand, index) => poisson(demand, [[toQueue(index)]])),
          queues: weights.map((budget) => plainQueue(always(0.1), { budget, capacity: 512 })),
          cores: [PLAIN_CORE],
        },
      ),
    compared: shares.map((share, flow) =>
      compared(
        { ...throughputOf(flow), quantity: `throughput-${flow + 1}` },
        perSecond(share),
        TOLERANCE.mean,
      ),
    ),
  };
}

export const sharingCases: readonly TheoryCase[] = [
  priorities('priority-equal', [0.3, 0.4], [1, 1]),
  priorities('priority-unequal', [0.2, 0.5], [0.5, 1.4]),
  fairShares('max-min', 'Round robin over four queues', [1, 3, 8, 9], [1, 1, 1, 1]),
  fairShares('max-min-weighted', 'Weighted round robin over three queues', [2, 9, 9], [1, 1, 3]),
];
