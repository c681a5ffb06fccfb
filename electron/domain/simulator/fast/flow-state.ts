import { type Stream, streamOf } from '../draws/xoshiro';
import { Histogram } from '../measure/histogram';
import type { Emission, Flow, OpenSource } from '../network';
import { STREAM } from '../stream-labels';
import { Draw } from './draw';
import { longer } from './packets';
import { NOBODY, type World } from './world';

/** What the deliveries or losses of a flow start. */
export interface Follower {
  readonly flow: number;
  readonly every: number;
  readonly delay: Draw;
  left: number;
}

/** When the packets of a flow start, and what they are like. */
export class FlowState {
  /** Of the calendar, or nobody, when the front or those that it follows start its packets. */
  readonly party: number;
  readonly bytes: Draw;
  readonly batch: Draw;
  readonly afterDelivery: Follower | null;
  readonly afterLoss: Follower | null;
  /** Whether deliveries or losses start its packets, so that these have a cause. */
  readonly isFollower: boolean;
  readonly latency = new Histogram();
  readonly sinceCause = new Histogram();
  readonly #flow: Flow;
  readonly #lanes: Int32Array;
  readonly #lane: Stream | null;
  readonly #gap: Draw;
  readonly #burst: { readonly on: Draw; readonly off: Draw } | null;
  /** Next start of its own; how long the burst still lasts; how often it started by itself. */
  readonly #own: Float64Array;
  readonly #following = new Following();
  /** Starts that were planned so far; of those at one time, the one that was planned first is first. */
  #planned = 0;
  #ownPlanned = 0;

  constructor(world: World, index: number) {
    const { seed, flows } = world.network;
    const flow = flows[index] as Flow;
    const follower = (emission: Emission | null, label: number): Follower | null =>
      emission && {
        flow: emission.flow,
        every: emission.every,
        delay: new Draw(emission.delay, seed, label, index),
        left: emission.every,
      };
    this.#flow = flow;
    this.#lanes = world.plan.lanes[index] as Int32Array;
    this.#lane =
      flow.spread === 'random' && flow.lanes.length > 1 ? streamOf(seed, STREAM.lane, index) : null;
    this.party = world.plan.parties.flows[index] ?? NOBODY;
    this.bytes = new Draw(flow.bytes, seed, STREAM.bytes, index);
    this.afterDelivery = follower(flow.onDelivery, STREAM.afterDelivery);
    this.afterLoss = follower(flow.onLoss, STREAM.afterLoss);
    this.isFollower = flows.some(
      ({ onDelivery, onLoss }) => onDelivery?.flow === index || onLoss?.flow === index,
    );
    const open = flow.source?.kind === 'open' ? flow.source : null;
    const burst = open?.burst ?? null;
    this.#gap = new Draw(open?.gap ?? null, seed, STREAM.gap, index);
    this.batch = new Draw(open?.batch ?? ONE, seed, STREAM.batch, index);
    this.#burst = burst && {
      on: new Draw(burst.on, seed, STREAM.burstOn, index),
      off: new Draw(burst.off, seed, STREAM.burstOff, index),
    };
    this.#own = Float64Array.of(firstStart(flow), this.#burst?.on.next() ?? 0, 0);
    if (this.party !== NOBODY) world.calendar.set(this.party, this.nextPs);
  }

  /** When it starts a packet next, as far as is known. */
  get nextPs(): number {
    return Math.min(this.#own[OWN_PS] as number, this.#following.firstPs);
  }

  /** Whether what starts next starts by itself, and not because of another packet. */
  get isOwnNext(): boolean {
    const ownPs = this.#own[OWN_PS] as number;
    const { firstPs } = this.#following;
    return (
      ownPs < firstPs || (ownPs === firstPs && this.#ownPlanned < this.#following.firstPlanned)
    );
  }

  /** After a start of its own. */
  planNext(nowPs: number): void {
    const own = this.#own;
    const { source } = this.#flow;
    this.#planned += 1;
    this.#ownPlanned = this.#planned;
    if (source?.kind === 'open') {
      own[OWN_PS] = beforeEnd(source, this.#nextArrival(nowPs));
      return;
    }
    own[OWN_COUNT] = (own[OWN_COUNT] as number) + 1;
    const count = own[OWN_COUNT] as number;
    // They were all planned at the start of the run.
    this.#ownPlanned = 0;
    own[OWN_PS] =
      source !== null && count < source.packets ? count * source.apartPs : Number.POSITIVE_INFINITY;
  }

  /** Plans the start of a packet because another, which started at `causedPs`, has ended. */
  follow(timePs: number, causedPs: number): void {
    this.#planned += 1;
    this.#following.add(timePs, causedPs, this.#planned);
  }

  takeCause(): number {
    return this.#following.takeCause();
  }

  firstStep(number: number): number {
    const lanes = this.#lanes;
    if (lanes.length === 1) return lanes[0] as number;
    const lane = this.#lane === null ? number : this.#lane.next();
    return lanes[lane % lanes.length] as number;
  }

  /** Gaps count only while the flow is on. */
  #nextArrival(timePs: number): number {
    let gapPs = this.#gap.next();
    if (this.#burst === null) return timePs + gapPs;
    const own = this.#own;
    let next = timePs;
    while (gapPs > (own[ON_LEFT_PS] as number)) {
      next += (own[ON_LEFT_PS] as number) + this.#burst.off.next();
      gapPs -= own[ON_LEFT_PS] as number;
      own[ON_LEFT_PS] = this.#burst.on.next();
    }
    own[ON_LEFT_PS] = (own[ON_LEFT_PS] as number) - gapPs;
    return next + gapPs;
  }
}

const OWN_PS = 0;
const ON_LEFT_PS = 1;
const OWN_COUNT = 2;

const ONE = { kind: 'constant', value: 1 } as const;

function firstStart({ source }: Flow): number {
  if (source?.kind === 'open') return beforeEnd(source, source.firstPs);
  return source !== null && source.packets > 0 ? 0 : Number.POSITIVE_INFINITY;
}

function beforeEnd({ untilPs }: OpenSource, timePs: number): number {
  return timePs >= untilPs ? Number.POSITIVE_INFINITY : timePs;
}

/** Planned starts, by time and then in the order in which they were planned. */
class Following {
  #times = new Float64Array(16);
  #causes = new Float64Array(16);
  #planned = new Float64Array(16);
  #head = 0;
  #tail = 0;

  get firstPs(): number {
    return this.#head === this.#tail
      ? Number.POSITIVE_INFINITY
      : (this.#times[this.#head] as number);
  }

  get firstPlanned(): number {
    return this.#planned[this.#head] as number;
  }

  add(timePs: number, causedPs: number, planned: number): void {
    if (this.#tail === this.#times.length) this.#makeRoom();
    let at = this.#tail;
    this.#tail += 1;
    while (at > this.#head && (this.#times[at - 1] as number) > timePs) {
      this.#times[at] = this.#times[at - 1] as number;
      this.#causes[at] = this.#causes[at - 1] as number;
      this.#planned[at] = this.#planned[at - 1] as number;
      at -= 1;
    }
    this.#times[at] = timePs;
    this.#causes[at] = causedPs;
    this.#planned[at] = planned;
  }

  takeCause(): number {
    const cause = this.#causes[this.#head] as number;
    this.#head += 1;
    if (this.#head === this.#tail) {
      this.#head = 0;
      this.#tail = 0;
    }
    return cause;
  }

  #makeRoom(): void {
    const { length } = this.#times;
    if (this.#head * 2 > length) {
      for (const column of [this.#times, this.#causes, this.#planned]) {
        column.copyWithin(0, this.#head, this.#tail);
      }
      this.#tail -= this.#head;
      this.#head = 0;
      return;
    }
    this.#times = longer(this.#times, new Float64Array(2 * length));
    this.#causes = longer(this.#causes, new Float64Array(2 * length));
    this.#planned = longer(this.#planned, new Float64Array(2 * length));
  }
}
