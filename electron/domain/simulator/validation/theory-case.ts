import { relativeError, TOLERANCE } from '../measure/replications';
import type { Network } from '../network';
import type { RunResult } from '../run-result';
import type { RunLength } from './plain-network';

/** A queueing model that the engine is run on, and what theory says of it. */
export interface TheoryCase {
  /** The model and its load, such as `mm1-0.8`; never given to another. */
  readonly id: string;
  readonly title: string;
  /** Measured packets of one replication at full length. */
  readonly packets: number;
  /** False where nothing is drawn: one replication says all. */
  readonly isRandom: boolean;
  network(run: RunLength): Network;
  readonly compared: readonly Comparison[];
}

/** Packets of one replication, where nothing calls for more. */
export const MANY = 1_000_000;

/** What most cases have in common. */
export const RANDOM = { isRandom: true, packets: MANY } as const;

/** One figure of a run beside what theory says. */
export interface Comparison extends Figure {
  /** By the formula, in the unit of the figure. */
  readonly published: number;
  /** Largest relative error that is still agreement. */
  readonly tolerance: number;
}

export interface Figure {
  readonly quantity: string;
  readonly unit: 'ns' | 'packets' | 'packets/s' | 'bits/s' | '1/s' | 'share';
  measure(result: RunResult): number;
}

export function compared(figure: Figure, published: number, tolerance: number): Comparison {
  return { ...figure, published, tolerance };
}

/** Shares below it are too rare to be counted in a run of reasonable length. */
const COUNTABLE_LOSS = 1e-3;

/** A share of packets lost, where there are enough of them to compare. */
export function comparedLoss(published: number, flow = 0): readonly Comparison[] {
  return published < COUNTABLE_LOSS ? [] : [compared(lostShare(flow), published, TOLERANCE.loss)];
}

/** Whether a figure agrees, and by how much it does not. */
export function judged(
  simulated: number,
  { published, tolerance }: Pick<Comparison, 'published' | 'tolerance'>,
): { readonly error: number; readonly inBand: boolean } {
  const error = relativeError(simulated, published);
  return { error, inBand: Math.abs(error) <= tolerance };
}

const PS_PER_NS = 1000;
const PS_PER_S = 1e12;

/** Formulas speak in microseconds; figures do in nanoseconds. */
export function nanoseconds(microseconds: number): number {
  return microseconds * 1000;
}

/** Per microsecond in formulas, per second in figures. */
export function perSecond(perMicrosecond: number): number {
  return perMicrosecond * 1e6;
}

/** Mean wait before service at a server, or before a packet's own work in a queue. */
export function waitAt(place: 'servers' | 'queues', index = 0): Figure {
  return {
    quantity: 'wait',
    unit: 'ns',
    measure: (result) => {
      if (place === 'servers') {
        const { waitedPs, begun } = at(result.servers, index);
        return waitedPs / begun / PS_PER_NS;
      }
      const { waitedPs, taken } = at(result.queues, index);
      return waitedPs / taken / PS_PER_NS;
    },
  };
}

/** Mean time from start to delivery. */
export function stayOf(flow = 0): Figure {
  return {
    quantity: 'stay',
    unit: 'ns',
    measure: (result) =>
      known(at(result.flows, flow).latency.meanPicoseconds, 'a mean stay') / PS_PER_NS,
  };
}

/** A percentile of the time from start to delivery. */
export function stayPercentile(percent: number, flow = 0): Figure {
  return {
    quantity: `stay-p${percent}`,
    unit: 'ns',
    measure: (result) =>
      known(at(result.flows, flow).latency.quantile(percent / 100), 'a percentile') / PS_PER_NS,
  };
}

/** Mean number of packets inside, from the times that they stay. */
export function insideOf(place: 'servers' | 'queues', index = 0): Figure {
  return {
    quantity: 'inside',
    unit: 'packets',
    measure: (result) => {
      if (place === 'queues') return at(result.queues, index).stayedPs / result.measuredPs;
      const { waitedPs, servedPs } = at(result.servers, index);
      return (waitedPs + servedPs) / result.measuredPs;
    },
  };
}

/** Lost packets of a flow by those started. */
export function lostShare(flow = 0): Figure {
  return {
    quantity: 'lost',
    unit: 'share',
    measure: (result) => {
      const { lost, started } = at(result.flows, flow);
      return lost.reduce((sum, { packets }) => sum + packets, 0) / started.packets;
    },
  };
}

/** Delivered packets of a flow. */
export function throughputOf(flow = 0): Figure {
  return {
    quantity: 'throughput',
    unit: 'packets/s',
    measure: (result) => (at(result.flows, flow).delivered.packets / result.measuredPs) * PS_PER_S,
  };
}

/** Delivered bytes of a flow, as bits. */
export function bitRateOf(flow = 0): Figure {
  return {
    quantity: 'throughput',
    unit: 'bits/s',
    measure: (result) =>
      ((at(result.flows, flow).delivered.bytes * 8) / result.measuredPs) * PS_PER_S,
  };
}

/** How often a core was told of packets in a queue. */
export function wakesOf(queue = 0): Figure {
  return {
    quantity: 'wakes',
    unit: '1/s',
    measure: (result) => (at(result.queues, queue).wakes / result.measuredPs) * PS_PER_S,
  };
}

/** Busy share of a server (one of its `count`) or a core. */
export function busyShareOf(place: 'servers' | 'cores', index = 0, count = 1): Figure {
  return {
    quantity: 'utilisation',
    unit: 'share',
    measure: (result) =>
      at<{ readonly busyPs: number }>(result[place], index).busyPs / result.measuredPs / count,
  };
}

export function at<T>(list: readonly T[], index: number): T {
  const one = list[index];
  if (one === undefined) throw new RangeError(`the result has no place ${index}`);
  return one;
}

function known(value: number | null, what: string): number {
  if (value === null) throw new RangeError(`no packet was delivered, so there is no ${what}`);
  return value;
}
