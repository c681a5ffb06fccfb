/**
 * What a run tells. Unless said otherwise, counts and sums are of what happened from the end of the
 * warm-up to the end of the run, both inclusive. Times are picoseconds.
 */
import type { Histogram } from './measure/histogram';
import type { Activity, Network } from './network';

export interface RunResult {
  /** From warm-up to end. */
  readonly measuredPs: number;
  /** Packets that were started in the whole run, warm-up included: what the engine worked through. */
  readonly packets: number;
  readonly flows: readonly FlowResult[];
  readonly servers: readonly ServerResult[];
  readonly queues: readonly QueueResult[];
  readonly cores: readonly CoreResult[];
}

export interface FlowResult {
  readonly started: Amount;
  readonly delivered: Amount;
  /** Where packets were lost; a place without losses may be left out. */
  readonly lost: readonly Loss[];
  /** Of the whole run, warm-up included: started = delivered + lost + in flight. */
  readonly whole: {
    readonly started: number;
    readonly delivered: number;
    readonly lost: number;
    readonly inFlight: number;
  };
  /** From start to delivery, of packets that were started after the warm-up. */
  readonly latency: Histogram;
  /** The same from the start of the packet whose delivery or loss started this one. */
  readonly sinceCause: Histogram;
}

export interface Amount {
  readonly packets: number;
  readonly bytes: number;
}

export interface Loss {
  readonly at: 'server' | 'queue';
  readonly index: number;
  readonly packets: number;
}

export interface ServerResult {
  /** Packets that came, lost ones included. */
  readonly arrived: number;
  readonly lost: number;
  /** Packets whose service began, and their sums: waiting before it, and the service. */
  readonly begun: number;
  readonly waitedPs: number;
  readonly servedPs: number;
  /** Of all its servers together, within the measured time. */
  readonly busyPs: number;
  /** Most packets here after an arrival. */
  readonly mostPackets: number;
}

export interface QueueResult {
  /** Packets that found a place; unlike at a server, lost ones are not among them. */
  readonly arrived: number;
  readonly lost: number;
  /** Packets that were taken, and their sums: from arrival to the beginning of their own work, and
   * to its completion. */
  readonly taken: number;
  readonly takenBytes: number;
  readonly waitedPs: number;
  readonly stayedPs: number;
  readonly polls: number;
  /** Polls that followed a notice. */
  readonly wakes: number;
  /** Signals that cores paid for this queue. */
  readonly signals: number;
  /** Most packets that a poll found. */
  readonly mostWaiting: number;
}

export interface CoreResult {
  /** Within the measured time. */
  readonly busyPs: number;
  /** Of batches that began in the measured time, whole; the activities add up to `workedPs`. */
  readonly workedPs: number;
  readonly byActivity: Readonly<Record<Activity, number>>;
}

/** Runs a network step by step: each step yields how much of the time is done, from 0 to 1. */
export type Engine = (network: Network, observer?: Observer) => Generator<number, RunResult>;

/** Told of every packet's end, for comparing engines; the order of the calls is the engine's. */
export interface Observer {
  delivered(flow: number, number: number, timePs: number): void;
  lost(flow: number, number: number, at: 'server' | 'queue', index: number, timePs: number): void;
}

/** Runs to the end without a break. */
export function runWhole(engine: Engine, network: Network, observer?: Observer): RunResult {
  const steps = engine(network, observer);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
