import { meanTolerance, TOLERANCE } from '../../measure/replications';
import type { Hop } from '../../network';
import { PLAIN_CORE, plainQueue, toQueue } from '../../plain-parts';
import { erlangB, mmc, separateQueues } from '../../theory/several-servers';
import { mm1 } from '../../theory/single-server';
import { exponential, networkFor, oneServer, poisson } from '../plain-network';
import {
  busyShareOf,
  compared,
  comparedLoss,
  type Figure,
  insideOf,
  MANY,
  nanoseconds,
  RANDOM,
  stayOf,
  type TheoryCase,
  waitAt,
} from '../theory-case';

function sharedQueue(rate: number, serviceRate: number, servers: number): TheoryCase {
  const means = mmc(rate, serviceRate, servers);
  const tolerance = meanTolerance(means.utilisation);
  return {
    ...RANDOM,
    id: `mmc-${servers}`,
    title: `M/M/${servers} at ${means.utilisation}`,
    packets: servers > 8 ? 8 * MANY : 2 * MANY,
    network: oneServer(rate, exponential(1 / serviceRate), { count: servers }),
    compared: [
      // Few wait at all: beside the stay, the wait is a small difference with a large spread.
      compared(waitAt('servers'), nanoseconds(means.wait), 2 * tolerance),
      compared(stayOf(), nanoseconds(means.stay), tolerance),
      compared(insideOf('servers'), means.inside, tolerance),
      compared(busyShareOf('servers', 0, servers), means.utilisation, TOLERANCE.mean),
    ],
  };
}

const noWaitingRoom: TheoryCase = {
  ...RANDOM,
  id: 'erlang-b-4',
  title: 'Four servers without waiting room (Erlang B)',
  network: oneServer(3, exponential(1), { count: 4, capacityPackets: 4 }),
  compared: comparedLoss(erlangB(4, 3)),
};

/** Mean wait of all packets, whichever queue they are in. */
const waitInAll: Figure = {
  quantity: 'wait',
  unit: 'ns',
  measure: ({ queues }) =>
    queues.reduce((sum, { waitedPs }) => sum + waitedPs, 0) /
    queues.reduce((sum, { taken }) => sum + taken, 0) /
    1000,
};

/** A hash spreads packets over four queues, each with a core of its own. */
function hashed(
  id: string,
  title: string,
  rate: number,
  lanes: readonly (readonly Hop[])[],
  wait: number,
): TheoryCase {
  return {
    ...RANDOM,
    id,
    title,
    network: (run) =>
      networkFor(run, rate, {
        flows: [poisson(rate, lanes)],
        queues: [0, 1, 2, 3].map((core) => plainQueue(exponential(1), { core })),
        cores: [PLAIN_CORE, PLAIN_CORE, PLAIN_CORE, PLAIN_CORE],
      }),
    compared: [
      compared(waitInAll, nanoseconds(wait), TOLERANCE.mean),
      compared(stayOf(), nanoseconds(wait + 1), TOLERANCE.mean),
    ],
  };
}

export const severalServerCases: readonly TheoryCase[] = [
  sharedQueue(3, 1, 4),
  sharedQueue(6, 1, 8),
  sharedQueue(12, 1.25, 16),
  noWaitingRoom,
  hashed(
    'hash-4',
    'Four queues, a core each, filled at random',
    3,
    [0, 1, 2, 3].map((queue) => [toQueue(queue)]),
    separateQueues(3, 1, 4).wait,
  ),
  hashed(
    'hash-one-queue',
    'Four queues, all packets in one',
    0.75,
    [[toQueue(0)]],
    mm1(0.75, 1).wait,
  ),
];
