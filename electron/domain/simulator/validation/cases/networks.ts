import { TOLERANCE } from '../../measure/replications';
import { PLAIN_CORE, plainQueue, plainServer, toQueue, toServer } from '../../plain-parts';
import { jackson, tandem, trafficRates } from '../../theory/networks';
import { constantPipeline } from '../../theory/pipeline';
import { always, exponential, networkFor, poisson } from '../plain-network';
import { compared, nanoseconds, RANDOM, stayOf, type TheoryCase } from '../theory-case';

const RATES = [1, 0.8, 1.2] as const;
const inARow = tandem(0.5, RATES);

const tandems: readonly TheoryCase[] = [
  {
    ...RANDOM,
    id: 'tandem-servers',
    title: 'Three exponential servers in a row',
    network: (run) =>
      networkFor(run, 0.5, {
        flows: [poisson(0.5, [[toServer(0), toServer(1), toServer(2)]])],
        servers: RATES.map((rate) => plainServer(exponential(1 / rate))),
      }),
    compared: [compared(stayOf(), nanoseconds(inARow.stay), TOLERANCE.mean)],
  },
  {
    ...RANDOM,
    id: 'tandem-cores',
    title: 'Exponential NIC, host core and guest core in a row',
    network: (run) =>
      networkFor(run, 0.5, {
        flows: [poisson(0.5, [[toServer(0), toQueue(0), toQueue(1)]])],
        servers: [plainServer(exponential(1 / RATES[0]))],
        queues: [
          plainQueue(exponential(1 / RATES[1]), { core: 0 }),
          plainQueue(exponential(1 / RATES[2]), { core: 1 }),
        ],
        cores: [PLAIN_CORE, PLAIN_CORE],
      }),
    compared: [compared(stayOf(), nanoseconds(inARow.stay), TOLERANCE.mean)],
  },
];

const SPLIT_RATE = 0.8;
const SERVICE_RATES = [1.2, 0.6, 0.7] as const;
const split = jackson(
  trafficRates(
    [SPLIT_RATE, 0, 0],
    [
      [0, 0.5, 0.5],
      [0, 0, 0],
      [0, 0, 0],
    ],
  ).map((arrivalRate, at) => ({ arrivalRate, serviceRate: SERVICE_RATES[at] as number })),
  SPLIT_RATE,
);

const routed: TheoryCase = {
  ...RANDOM,
  id: 'jackson-split',
  title: 'One server, then one of two at random',
  network: (run) =>
    networkFor(run, SPLIT_RATE, {
      flows: [
        poisson(SPLIT_RATE, [
          [toServer(0), toServer(1)],
          [toServer(0), toServer(2)],
        ]),
      ],
      servers: SERVICE_RATES.map((rate) => plainServer(exponential(1 / rate))),
    }),
  compared: [compared(stayOf(), nanoseconds(split.stay), TOLERANCE.mean)],
};

function pipeline(id: string, title: string, times: readonly number[]): TheoryCase {
  const { stay } = constantPipeline(0.5, times);
  return {
    ...RANDOM,
    id,
    title,
    network: (run) =>
      networkFor(run, 0.5, {
        flows: [poisson(0.5, [times.map((_, index) => toServer(index))])],
        servers: times.map((time) => plainServer(always(time))),
      }),
    compared: [compared(stayOf(), nanoseconds(stay), TOLERANCE.mean)],
  };
}

export const networkCases: readonly TheoryCase[] = [
  ...tandems,
  routed,
  pipeline('pipeline-rising', 'Constant stages, the slowest last', [0.6, 1, 1.6]),
  pipeline('pipeline-falling', 'Constant stages, the slowest first', [1.6, 1, 0.6]),
];
