import { Histogram } from '../measure/histogram';
import type { FlowResult, Loss } from '../run-result';
import { FlowState, type Follower } from './flow-state';
import { NOBODY, type World } from './world';

/** Starts the packets of all flows, sends them from station to station, and counts their ends. */
export class Flows {
  readonly states: readonly FlowState[];
  readonly #world: World;
  readonly #stations: number;
  readonly #started: Float64Array;
  readonly #startedBytes: Float64Array;
  readonly #delivered: Float64Array;
  readonly #deliveredBytes: Float64Array;
  readonly #wholeStarted: Float64Array;
  readonly #wholeDelivered: Float64Array;
  readonly #wholeLost: Float64Array;
  /** Packets whose delivery is decided and lies behind the end of the run. */
  readonly #beyondEnd: Float64Array;
  /** By flow and station. */
  readonly #lost: Float64Array;

  constructor(world: World) {
    const { flows, servers, queues } = world.network;
    this.#world = world;
    this.states = flows.map((_, index) => new FlowState(world, index));
    this.#stations = servers.length + queues.length;
    this.#started = new Float64Array(flows.length);
    this.#startedBytes = new Float64Array(flows.length);
    this.#delivered = new Float64Array(flows.length);
    this.#deliveredBytes = new Float64Array(flows.length);
    this.#wholeStarted = new Float64Array(flows.length);
    this.#wholeDelivered = new Float64Array(flows.length);
    this.#wholeLost = new Float64Array(flows.length);
    this.#beyondEnd = new Float64Array(flows.length);
    this.#lost = new Float64Array(flows.length * this.#stations);
  }

  /** The flow's turn: everything of it that starts next, now. */
  act(flow: number, nowPs: number): void {
    const state = this.states[flow] as FlowState;
    if (state.isOwnNext) this.startOwn(flow, nowPs);
    else this.start(flow, nowPs, state.takeCause());
    this.#world.calendar.set(state.party, state.nextPs);
  }

  /** What the flow starts by itself at a time; answers when it does so again. */
  startOwn(flow: number, timePs: number): number {
    const state = this.states[flow] as FlowState;
    for (let left = state.batch.next(); left > 0; left--) this.start(flow, timePs, timePs);
    state.planNext(timePs);
    return state.nextPs;
  }

  start(flow: number, timePs: number, causedPs: number): void {
    const world = this.#world;
    const { packets } = world;
    const state = this.states[flow] as FlowState;
    const number = this.#wholeStarted[flow] as number;
    this.#wholeStarted[flow] = number + 1;
    const bytes = state.bytes.next();
    if (timePs >= world.warmupPs) {
      this.#started[flow] = (this.#started[flow] as number) + 1;
      this.#startedBytes[flow] = (this.#startedBytes[flow] as number) + bytes;
    }
    const id = packets.take();
    const step = state.firstStep(number);
    packets.flow[id] = flow;
    packets.number[id] = number;
    packets.bytes[id] = bytes;
    packets.step[id] = step;
    packets.startedPs[id] = timePs;
    packets.causedPs[id] = causedPs;
    world.push(step, timePs + (world.plan.delaysPs[step] as number), id);
  }

  /** A packet leaves the station where it is, at `timePs`, to the next or to its delivery. */
  forward(id: number, timePs: number): void {
    const world = this.#world;
    const step = (world.packets.step[id] as number) + 1;
    world.packets.step[id] = step;
    if ((world.plan.rings[step] as number) < 0) this.deliver(id, timePs);
    else world.push(step, timePs + (world.plan.delaysPs[step] as number), id);
  }

  /** The packet has come to the end of its route, or will at `timePs`. */
  deliver(id: number, timePs: number): void {
    const { packets, warmupPs, endPs, observer } = this.#world;
    const flow = packets.flow[id] as number;
    if (timePs > endPs) {
      this.#beyondEnd[flow] = (this.#beyondEnd[flow] as number) + 1;
      packets.give(id);
      return;
    }
    const state = this.states[flow] as FlowState;
    const startedPs = packets.startedPs[id] as number;
    if (observer !== undefined) observer.delivered(flow, packets.number[id] as number, timePs);
    this.#wholeDelivered[flow] = (this.#wholeDelivered[flow] as number) + 1;
    if (timePs >= warmupPs) {
      this.#delivered[flow] = (this.#delivered[flow] as number) + 1;
      this.#deliveredBytes[flow] =
        (this.#deliveredBytes[flow] as number) + (packets.bytes[id] as number);
      if (startedPs >= warmupPs) {
        state.latency.record(timePs - startedPs);
        if (state.isFollower) {
          state.sinceCause.record(timePs - (packets.causedPs[id] as number));
        }
      }
    }
    packets.give(id);
    if (state.afterDelivery !== null) this.#follow(state.afterDelivery, startedPs, timePs);
  }

  /** The packet is lost at a station, now. */
  lose(id: number, station: number, timePs: number): void {
    const { packets, warmupPs, observer, network } = this.#world;
    const flow = packets.flow[id] as number;
    const state = this.states[flow] as FlowState;
    if (observer !== undefined) {
      const servers = network.servers.length;
      const number = packets.number[id] as number;
      if (station < servers) observer.lost(flow, number, 'server', station, timePs);
      else observer.lost(flow, number, 'queue', station - servers, timePs);
    }
    this.#wholeLost[flow] = (this.#wholeLost[flow] as number) + 1;
    if (timePs >= warmupPs) {
      const place = flow * this.#stations + station;
      this.#lost[place] = (this.#lost[place] as number) + 1;
    }
    const startedPs = packets.startedPs[id] as number;
    packets.give(id);
    if (state.afterLoss !== null) this.#follow(state.afterLoss, startedPs, timePs);
  }

  /** Packets of the whole run. */
  get started(): number {
    return this.#wholeStarted.reduce((sum, one) => sum + one, 0);
  }

  results(): FlowResult[] {
    const inFlight = this.#inFlight();
    return this.states.map(({ latency, sinceCause, isFollower }, flow) => ({
      started: amount(this.#started, this.#startedBytes, flow),
      delivered: amount(this.#delivered, this.#deliveredBytes, flow),
      lost: this.#losses(flow),
      whole: {
        started: this.#wholeStarted[flow] as number,
        delivered: this.#wholeDelivered[flow] as number,
        lost: this.#wholeLost[flow] as number,
        inFlight: inFlight[flow] as number,
      },
      latency,
      sinceCause: isFollower ? sinceCause : copyOf(latency),
    }));
  }

  #follow(after: Follower, startedPs: number, timePs: number): void {
    after.left -= 1;
    if (after.left > 0) return;
    after.left = after.every;
    const startPs = timePs + after.delay.next();
    const state = this.states[after.flow] as FlowState;
    if (state.party === NOBODY) {
      if (startPs <= this.#world.endPs) this.start(after.flow, startPs, startedPs);
      return;
    }
    state.follow(startPs, startedPs);
    const { calendar } = this.#world;
    if (startPs < (calendar.times[state.party] as number)) calendar.set(state.party, startPs);
  }

  /** By flow, counted one by one: what is still on a ring, and what is delivered after the end. */
  #inFlight(): Float64Array {
    const { packets, rings, waiting } = this.#world;
    const inFlight = Float64Array.from(this.#beyondEnd);
    for (const ring of [...rings, ...waiting]) {
      for (let at = ring.head; at < ring.tail; at++) {
        const flow = packets.flow[ring.ids[at] as number] as number;
        inFlight[flow] = (inFlight[flow] as number) + 1;
      }
    }
    return inFlight;
  }

  #losses(flow: number): Loss[] {
    const servers = this.#world.network.servers.length;
    const losses: Loss[] = [];
    for (let station = 0; station < this.#stations; station++) {
      const packets = this.#lost[flow * this.#stations + station] as number;
      if (packets === 0) continue;
      losses.push(
        station < servers
          ? { at: 'server', index: station, packets }
          : { at: 'queue', index: station - servers, packets },
      );
    }
    return losses;
  }
}

function amount(packets: Float64Array, bytes: Float64Array, flow: number) {
  return { packets: packets[flow] as number, bytes: bytes[flow] as number };
}

function copyOf(histogram: Histogram): Histogram {
  const copy = new Histogram();
  copy.merge(histogram);
  return copy;
}
