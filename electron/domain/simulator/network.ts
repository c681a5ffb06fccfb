/**
 * The machine that both engines run: packets of flows travel along routes of servers and queues;
 * cores poll the queues. Every datapath is laid out from these four parts, and so is the plainest
 * textbook queue, so that a difference between paths is a difference of stages and never of code.
 *
 * Time is a whole number of picoseconds in a double (exact up to two and a half hours). Engines
 * agree bit for bit, because what happens is a function of the network and its seed alone:
 *
 * - **Order.** What happens at one time happens in phases: first cores complete packets and give
 *   back places (`completions`), then packets arrive at servers and queues (`arrivals`, upstream
 *   servers first, then by flow and number of the packet), then cores poll (by index). A read at
 *   time T sees every write up to and including T of the phases before its own, and those of its
 *   own phase that come before it in this order.
 * - **Draws.** Every place of chance has a stream of its own (`streamOf(seed, label, index)`), and
 *   its n-th draw belongs to the n-th packet there, whatever else goes on.
 * - **Polls.** A core decides a whole batch when it polls: how many packets, what each costs, when
 *   each is complete. Nothing that happens meanwhile changes that.
 */
import type { Distribution } from './draws/distribution';

export interface Network {
  readonly seed: number;
  /** What happens before is simulated and not measured. */
  readonly warmupPs: number;
  /** The run ends here; what is under way then is counted as in flight. */
  readonly endPs: number;
  readonly flows: readonly Flow[];
  /** Upstream before downstream, as far as routes have no circles. */
  readonly servers: readonly Server[];
  readonly queues: readonly Queue[];
  readonly cores: readonly Core[];
}

export interface Flow {
  readonly name: string;
  /** What starts packets by itself; nothing when only deliveries of other flows do. */
  readonly source: Source | null;
  /** Sizes of packets in bytes, as they are at the first hop. */
  readonly bytes: Distribution;
  /** Ways through the network; packets take them in turn or at random. At least one. */
  readonly lanes: readonly (readonly Hop[])[];
  readonly spread: 'in-turn' | 'random';
  /** What the delivery of every n-th packet starts. */
  readonly onDelivery: Emission | null;
  /** What the loss of a packet starts, such as the next request of a client that gave up. */
  readonly onLoss: Emission | null;
}

export type Source = OpenSource | InitialSource;

/** Packets come whatever becomes of them. */
export interface OpenSource {
  readonly kind: 'open';
  readonly firstPs: number;
  /** Nothing starts at this time or later. */
  readonly untilPs: number;
  /** From one arrival to the next, while on. */
  readonly gap: Distribution;
  /** Packets that arrive together. */
  readonly batch: Distribution;
  /** Bursts: the flow is on and off in turn, beginning with on; gaps run on while it is on only. */
  readonly burst: { readonly on: Distribution; readonly off: Distribution } | null;
}

/** So many packets at the start of the run; all others follow from deliveries and losses. */
export interface InitialSource {
  readonly kind: 'initial';
  readonly packets: number;
  /** Time between the first packets, so that not all begin at once. */
  readonly apartPs: number;
}

export interface Emission {
  readonly flow: number;
  /** Every so many deliveries or losses. */
  readonly every: number;
  readonly delay: Distribution;
}

/** A station on the way, and the time it takes to get there from the one before. */
export interface Hop {
  readonly to: 'server' | 'queue';
  readonly index: number;
  readonly delayPs: number;
}

/**
 * First come, first served by `count` equal servers: a wire, a PCIe link, a shaper, a textbook
 * queue. Its own waiting room is bounded in packets and in bytes, both with those in service; a
 * packet that finds no room is lost here.
 */
export interface Server {
  readonly name: string;
  readonly count: number;
  readonly capacityPackets: number;
  readonly capacityBytes: number;
  readonly service: Service;
  /**
   * A NIC fetches a descriptor before it moves a packet: at the start of service a place in the
   * queue that is the next hop is taken, and without one the packet is lost at that queue and takes
   * no time here. Only with `count` 1.
   */
  readonly takesPlaceAhead: boolean;
}

/** Picoseconds of one packet: all parts added up, each rounded by itself. */
export interface Service {
  readonly fixedPs: number;
  /** For every byte of the packet and of `overheadBytes`; may be a fraction. */
  readonly perBytePs: number;
  readonly overheadBytes: number;
  /** For every started `chunkBytes` (a TLP, a cell), `chunkPs`. */
  readonly chunkBytes: number;
  readonly chunkPs: number;
  /** Time by chance, drawn once per packet. */
  readonly extra: Distribution | null;
}

/** A ring or channel in front of a core. */
export interface Queue {
  readonly name: string;
  readonly core: number;
  /** Places (descriptors, receive-buffer sections); a packet that finds none is lost here. */
  readonly capacity: number;
  /** When a packet's place is free again: when the core takes it, or when its work is complete. */
  readonly releases: 'taken' | 'complete';
  /** Most packets of one poll. */
  readonly budget: number;
  /** Lower goes first, among what the core has on its list; within one, in turn. */
  readonly priority: number;
  readonly notice: Notice;
  /** What a poll costs that follows a notice: interrupt, exit, wake-up. */
  readonly wakePs: number;
  /** What every poll costs that takes packets. */
  readonly pollPs: number;
  readonly work: readonly Work[];
  /**
   * What a core that feeds this queue pays at the end of a batch, when at the start of the batch
   * nothing was in it, on the way to it from a batch, or being polled from it.
   */
  readonly signalPs: number;
}

/**
 * How a core learns of packets in a queue that it does not poll: `delayPs` (delivery of the
 * interrupt) after the condition holds.
 */
export type Notice =
  /** At once. */
  | { readonly kind: 'at-once'; readonly delayPs: number }
  /** `afterPs` after the first packet, or when `packets` wait, whichever is first. */
  | {
      readonly kind: 'gathered';
      readonly afterPs: number;
      readonly packets: number;
      readonly delayPs: number;
    }
  /** At least `intervalPs` after the notice before: what a NIC's throttle (ITR) does. */
  | { readonly kind: 'throttled'; readonly intervalPs: number; readonly delayPs: number }
  /** Looked at every `intervalPs` since polling ended: a sleeping poller, a free-running timer. */
  | { readonly kind: 'slept'; readonly intervalPs: number; readonly delayPs: number };

/** One kind of work on every packet of a queue. */
export interface Work {
  readonly activity: Activity;
  readonly perPacketPs: number;
  /** May be a fraction; the sum over a packet's bytes is rounded. */
  readonly perBytePs: number;
  readonly extra: Distribution | null;
}

export const ACTIVITIES = [
  'interrupt',
  'poll',
  'driver',
  'switch',
  'copy',
  'signal',
  'stack',
  'application',
  'other',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export interface Core {
  readonly name: string;
  /** A hyper-thread beside this one: work takes `slowdown` times as long in a batch that begins while
   * the sibling is busy. */
  readonly sibling: { readonly core: number; readonly slowdown: number } | null;
}

/** No bound on packets, bytes or places. */
export const UNBOUNDED = Number.MAX_SAFE_INTEGER;
