import type { Distribution } from '../draws/distribution';
import { type Drawer, drawerOf } from '../draws/drawer';
import { type Stream, streamOf } from '../draws/xoshiro';
import { Histogram } from '../measure/histogram';
import type { Emission, Flow, Network, OpenSource } from '../network';
import type { FlowResult, Loss } from '../run-result';
import { STREAM } from '../stream-labels';
import { PHASE } from './event-list';
import type { Packet } from './packet';
import type { World } from './world';

/** Starts the packets of all flows and counts what became of them. */
export class Flows {
  private readonly flows: FlowState[];

  constructor(
    private readonly world: World,
    /** Sends a packet to the hop that its `hop` names, now. */
    private readonly send: (packet: Packet) => void,
  ) {
    const { network } = world;
    this.flows = network.flows.map((flow, index) => new FlowState(network, flow, index));
  }

  begin(): void {
    for (const [index, state] of this.flows.entries()) {
      const { source } = state.flow;
      if (source?.kind === 'open') this.scheduleArrival(index, source, source.firstPs);
      if (source?.kind !== 'initial') continue;
      for (let n = 0; n < source.packets; n++) {
        const timePs = n * source.apartPs;
        this.schedule(index, timePs, () => this.start(index, timePs));
      }
    }
  }

  /** The packet has come to the end of its route. */
  deliver(packet: Packet): void {
    const state = this.stateOf(packet.flow);
    const { nowPs, network } = this.world;
    this.world.observer?.delivered(packet.flow, packet.number, nowPs);
    state.wholeDelivered += 1;
    if (this.world.isMeasured) {
      state.delivered.packets += 1;
      state.delivered.bytes += packet.bytes;
      if (packet.startedPs >= network.warmupPs) {
        state.latency.record(nowPs - packet.startedPs);
        state.sinceCause.record(nowPs - packet.causedPs);
      }
    }
    state.afterDelivery?.count(() => this.follow(state.afterDelivery, packet));
  }

  lose(packet: Packet, at: 'server' | 'queue', index: number): void {
    const state = this.stateOf(packet.flow);
    this.world.observer?.lost(packet.flow, packet.number, at, index, this.world.nowPs);
    state.wholeLost += 1;
    if (this.world.isMeasured) {
      const known = state.lost.find((loss) => loss.at === at && loss.index === index);
      if (known === undefined) state.lost.push({ at, index, packets: 1 });
      else known.packets += 1;
    }
    state.afterLoss?.count(() => this.follow(state.afterLoss, packet));
  }

  get started(): number {
    return this.flows.reduce((sum, { wholeStarted }) => sum + wholeStarted, 0);
  }

  get results(): FlowResult[] {
    return this.flows.map((state) => state.result);
  }

  private scheduleArrival(index: number, source: OpenSource, timePs: number): void {
    if (timePs >= source.untilPs) return;
    this.schedule(index, timePs, () => {
      const state = this.stateOf(index);
      const batch = state.batch?.next() ?? 1;
      for (let n = 0; n < batch; n++) this.start(index, timePs);
      this.scheduleArrival(index, source, state.nextArrival(timePs));
    });
  }

  private follow(after: After | null, packet: Packet): void {
    if (after === null) return;
    const timePs = this.world.nowPs + after.delay.next();
    this.schedule(after.flow, timePs, () => this.start(after.flow, packet.startedPs));
  }

  private schedule(index: number, timePs: number, act: () => void): void {
    this.world.at(timePs, [PHASE.arrivals, 0, index, 0], act);
  }

  private start(index: number, causedPs: number): void {
    const state = this.stateOf(index);
    const packet = state.makePacket(this.world.nowPs, causedPs);
    if (this.world.isMeasured) {
      state.started.packets += 1;
      state.started.bytes += packet.bytes;
    }
    this.send(packet);
  }

  private stateOf(index: number): FlowState {
    const state = this.flows[index];
    if (state === undefined) throw new RangeError(`there is no flow ${index}`);
    return state;
  }
}

class FlowState {
  wholeStarted = 0;
  wholeDelivered = 0;
  wholeLost = 0;
  readonly started = { packets: 0, bytes: 0 };
  readonly delivered = { packets: 0, bytes: 0 };
  readonly lost: { at: Loss['at']; index: number; packets: number }[] = [];
  readonly latency = new Histogram();
  readonly sinceCause = new Histogram();
  readonly batch: Drawer | null = null;
  readonly afterDelivery: After | null;
  readonly afterLoss: After | null;
  private readonly gap: Drawer | null = null;
  private readonly burst: { readonly on: Drawer; readonly off: Drawer } | null = null;
  private readonly bytes: Drawer;
  private readonly lane: Stream;
  private onLeftPs = Number.POSITIVE_INFINITY;

  constructor(
    { seed }: Network,
    readonly flow: Flow,
    private readonly index: number,
  ) {
    const drawer = (distribution: Distribution, label: number) =>
      drawerOf(distribution, streamOf(seed, label, index));
    const after = (emission: Emission | null, label: number) =>
      emission && new After(emission, drawer(emission.delay, label));
    this.bytes = drawer(flow.bytes, STREAM.bytes);
    this.lane = streamOf(seed, STREAM.lane, index);
    this.afterDelivery = after(flow.onDelivery, STREAM.afterDelivery);
    this.afterLoss = after(flow.onLoss, STREAM.afterLoss);
    if (flow.source?.kind !== 'open') return;
    const { gap, batch, burst } = flow.source;
    this.gap = drawer(gap, STREAM.gap);
    this.batch = drawer(batch, STREAM.batch);
    if (burst === null) return;
    const on = drawer(burst.on, STREAM.burstOn);
    this.burst = { on, off: drawer(burst.off, STREAM.burstOff) };
    this.onLeftPs = on.next();
  }

  /** Of the arrival after one at `timePs`: gaps count only while the flow is on. */
  nextArrival(timePs: number): number {
    let gapPs = this.gap?.next() ?? 0;
    let next = timePs;
    while (this.burst !== null && gapPs > this.onLeftPs) {
      next += this.onLeftPs + this.burst.off.next();
      gapPs -= this.onLeftPs;
      this.onLeftPs = this.burst.on.next();
    }
    this.onLeftPs -= gapPs;
    return next + gapPs;
  }

  makePacket(startedPs: number, causedPs: number): Packet {
    const { lanes, spread } = this.flow;
    const number = this.wholeStarted++;
    const lane = spread === 'in-turn' ? number % lanes.length : this.lane.next() % lanes.length;
    const bytes = this.bytes.next();
    return {
      flow: this.index,
      number,
      bytes,
      route: lanes[lane] ?? [],
      hop: 0,
      startedPs,
      causedPs,
    };
  }

  get result(): FlowResult {
    const { wholeStarted, wholeDelivered, wholeLost } = this;
    return {
      started: this.started,
      delivered: this.delivered,
      lost: this.lost,
      whole: {
        started: wholeStarted,
        delivered: wholeDelivered,
        lost: wholeLost,
        inFlight: wholeStarted - wholeDelivered - wholeLost,
      },
      latency: this.latency,
      sinceCause: this.sinceCause,
    };
  }
}

/** What every n-th delivery or loss starts. */
class After {
  readonly flow: number;
  private readonly every: number;
  private left: number;

  constructor(
    emission: Emission,
    readonly delay: Drawer,
  ) {
    this.flow = emission.flow;
    this.every = emission.every;
    this.left = emission.every;
  }

  count(act: () => void): void {
    this.left -= 1;
    if (this.left > 0) return;
    this.left = this.every;
    act();
  }
}
