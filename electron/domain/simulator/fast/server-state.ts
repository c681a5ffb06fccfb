import type { Server } from '../network';
import type { ServerResult } from '../run-result';
import { STREAM } from '../stream-labels';
import { Departures } from './departures';
import { Draw } from './draw';
import type { Flows } from './flows';
import { Inbox } from './inbox';
import type { QueueState } from './queue-state';
import { Ring } from './ring';
import { Sums } from './sums';
import { NOBODY, type World } from './world';

/**
 * One server. It is first come, first served, so that a packet's departure is known when it arrives;
 * a stepwise one decides at the start of each service.
 */
export class ServerState {
  readonly inbox: Inbox;
  readonly arrivalParty: number;
  /** Of a stepwise one. */
  readonly startParty: number;
  readonly isStepwise: boolean;
  /** It runs ahead of all that is not in the front. */
  readonly isFront: boolean;
  readonly #world: World;
  readonly #flows: Flows;
  readonly #queues: readonly QueueState[];
  readonly #server: Server;
  readonly #station: number;
  readonly #extra: Draw;
  readonly #departures = new Departures();
  /** Stepwise only: those that wait for the start of their service, by time of arrival. */
  readonly #waiting: Ring;
  readonly #figures = new Float64Array(FIGURES);
  readonly #sums = new Sums(SUMS);

  constructor(world: World, flows: Flows, queues: readonly QueueState[], index: number) {
    this.#world = world;
    this.#flows = flows;
    this.#queues = queues;
    this.#server = world.network.servers[index] as Server;
    this.#station = index;
    this.#extra = new Draw(this.#server.service.extra, world.network.seed, STREAM.service, index);
    this.inbox = new Inbox(world.ringsTo(index), world.packets);
    this.arrivalParty = world.plan.parties.arrivals[index] ?? NOBODY;
    this.startParty = world.plan.parties.starts[index] ?? NOBODY;
    this.isStepwise = world.plan.roles.isStepwise[index] === true;
    this.isFront = world.plan.roles.frontServers.includes(index);
    this.#waiting = new Ring(world.packets);
    world.waiting.push(this.#waiting);
    this.#figures[CACHED_BYTES] = -1;
  }

  /** A packet is here now. */
  arrive(id: number, nowPs: number): void {
    const { packets, warmupPs } = this.#world;
    const figures = this.#figures;
    const departures = this.#departures;
    const server = this.#server;
    const bytes = packets.bytes[id] as number;
    const isMeasured = nowPs >= warmupPs;
    departures.leaveUntil(nowPs);
    if (isMeasured) figures[ARRIVED] = (figures[ARRIVED] as number) + 1;
    const here = departures.count + this.#waiting.length + 1;
    const bytesHere = departures.bytes + (figures[WAITING_BYTES] as number) + bytes;
    if (here > server.capacityPackets || bytesHere > server.capacityBytes) {
      if (isMeasured) figures[LOST] = (figures[LOST] as number) + 1;
      this.#flows.lose(id, this.#station, nowPs);
      return;
    }
    if (isMeasured && here > (figures[MOST] as number)) figures[MOST] = here;
    if (!this.isStepwise) {
      this.#serve(id, nowPs, here > server.count ? departures.at(here - 1 - server.count) : nowPs);
    } else if (this.isFront && this.#isSureOfPlace(id)) {
      this.#serve(id, nowPs, Math.max(nowPs, departures.lastPs));
    } else {
      this.#waiting.append(nowPs, id);
      figures[WAITING_BYTES] = (figures[WAITING_BYTES] as number) + bytes;
      if (!this.isFront) this.startWhatCan(nowPs);
    }
  }

  /**
   * Front only, one that is fed by one ring, serves one packet at a time and is not stepwise: `arrive`
   * for all that come before `untilPs`, in one loop.
   */
  runThrough(ring: Ring, untilPs: number): void {
    const { packets, warmupPs, endPs } = this.#world;
    const { capacityPackets, capacityBytes } = this.#server;
    const { times, ids, head, tail } = ring;
    const { bytes: bytesOf } = packets;
    const departures = this.#departures;
    const flows = this.#flows;
    const figures = this.#figures;
    let waitedPs = 0;
    let servedPs = 0;
    let busyPs = 0;
    let begun = 0;
    let arrived = 0;
    let at = head;
    for (; at < tail; at++) {
      const nowPs = times[at] as number;
      if (nowPs >= untilPs || nowPs > endPs) break;
      const id = ids[at] as number;
      const bytes = bytesOf[id] as number;
      departures.leaveUntil(nowPs);
      const here = departures.count + 1;
      if (nowPs >= warmupPs) arrived += 1;
      if (here > capacityPackets || departures.bytes + bytes > capacityBytes) {
        if (nowPs >= warmupPs) figures[LOST] = (figures[LOST] as number) + 1;
        flows.lose(id, this.#station, nowPs);
        continue;
      }
      if (nowPs >= warmupPs && here > (figures[MOST] as number)) figures[MOST] = here;
      const { lastPs } = departures;
      const startPs = nowPs > lastPs ? nowPs : lastPs;
      const servicePs = this.#lengthOf(bytes) + this.#extra.next();
      const donePs = startPs + servicePs;
      if (startPs >= warmupPs && startPs <= endPs) {
        begun += 1;
        waitedPs += startPs - nowPs;
        servedPs += servicePs;
      }
      busyPs +=
        startPs >= warmupPs && donePs <= endPs
          ? servicePs
          : this.#world.measuredPart(startPs, donePs);
      if (waitedPs + servedPs >= FULL) {
        this.#putAway(waitedPs, servedPs, busyPs);
        waitedPs = 0;
        servedPs = 0;
        busyPs = 0;
      }
      departures.add(donePs, bytes);
      flows.forward(id, donePs);
    }
    ring.drop(at - head);
    figures[ARRIVED] = (figures[ARRIVED] as number) + arrived;
    figures[BEGUN] = (figures[BEGUN] as number) + begun;
    this.#putAway(waitedPs, servedPs, busyPs);
  }

  #putAway(waitedPs: number, servedPs: number, busyPs: number): void {
    this.#sums.add(WAITED, waitedPs);
    this.#sums.add(SERVED, servedPs);
    this.#sums.add(BUSY, busyPs);
  }

  /** The only ring of one that `runThrough` is good for. */
  get onlyRing(): Ring | null {
    return this.isFront && !this.isStepwise && this.#server.count === 1 ? this.inbox.single : null;
  }

  /** Stepwise only: begins the services that can begin now. */
  startWhatCan(nowPs: number): void {
    const waiting = this.#waiting;
    const departures = this.#departures;
    const { count } = this.#server;
    departures.leaveUntil(nowPs);
    while (waiting.length > 0 && departures.count < count) this.#startFirst(nowPs);
    const nextPs = waiting.length === 0 ? Number.POSITIVE_INFINITY : departures.at(0);
    this.#world.calendar.set(this.startParty, nextPs);
  }

  /**
   * Front and stepwise only: does what comes before `untilPs`, as far as it is certain whether there
   * will be places; from then on it waits for its turn.
   */
  runAhead(untilPs: number): void {
    const { calendar, endPs } = this.#world;
    const waiting = this.#waiting;
    for (;;) {
      const ring = this.inbox.first as Ring;
      const arrivalPs = ring.firstPs;
      const startPs = this.#firstStartPs;
      const nextPs = Math.min(startPs, arrivalPs);
      if (nextPs >= untilPs || nextPs > endPs) break;
      if (arrivalPs < startPs) {
        const id = ring.ids[ring.head] as number;
        ring.drop(1);
        this.arrive(id, arrivalPs);
        continue;
      }
      const queue = this.#queueAhead(waiting.ids[waiting.head] as number);
      if (queue !== null && !queue.knowsPlaces(startPs)) {
        calendar.set(this.startParty, startPs);
        return;
      }
      this.#startFirst(startPs);
    }
    calendar.set(this.startParty, Number.POSITIVE_INFINITY);
  }

  /** The first that waits begins its service, or is lost. */
  #startFirst(nowPs: number): void {
    const waiting = this.#waiting;
    const id = waiting.ids[waiting.head] as number;
    const sincePs = waiting.times[waiting.head] as number;
    const queue = this.#queueAhead(id);
    waiting.drop(1);
    this.#figures[WAITING_BYTES] =
      (this.#figures[WAITING_BYTES] as number) - (this.#world.packets.bytes[id] as number);
    if (queue === null || queue.takePlaceAhead(nowPs)) this.#serve(id, sincePs, nowPs);
    else this.#flows.lose(id, queue.station, nowPs);
  }

  /** Front only: when the first that waits can begin its service. */
  get #firstStartPs(): number {
    const waiting = this.#waiting;
    if (waiting.length === 0) return Number.POSITIVE_INFINITY;
    return Math.max(waiting.times[waiting.head] as number, this.#departures.lastPs);
  }

  /** Front only: whether a packet will find a place whenever its service begins; it has it, then. */
  #isSureOfPlace(id: number): boolean {
    if (this.#waiting.length > 0) return false;
    const queue = this.#queueAhead(id);
    return queue === null || queue.takeSurePlace();
  }

  get result(): ServerResult {
    const figures = this.#figures;
    return {
      arrived: figures[ARRIVED] as number,
      lost: figures[LOST] as number,
      begun: figures[BEGUN] as number,
      waitedPs: this.#sums.valueOf(WAITED),
      servedPs: this.#sums.valueOf(SERVED),
      busyPs: this.#sums.valueOf(BUSY),
      mostPackets: figures[MOST] as number,
    };
  }

  #serve(id: number, sincePs: number, startPs: number): void {
    const { packets, warmupPs, endPs } = this.#world;
    const bytes = packets.bytes[id] as number;
    const servicePs = this.#lengthOf(bytes) + this.#extra.next();
    const donePs = startPs + servicePs;
    if (startPs >= warmupPs && startPs <= endPs) {
      this.#figures[BEGUN] = (this.#figures[BEGUN] as number) + 1;
      this.#sums.add(WAITED, startPs - sincePs);
      this.#sums.add(SERVED, servicePs);
    }
    this.#sums.add(BUSY, this.#world.measuredPart(startPs, donePs));
    this.#departures.add(donePs, bytes);
    this.#flows.forward(id, donePs);
  }

  /** Of the service, without what is left to chance; most packets are as long as the one before. */
  #lengthOf(bytes: number): number {
    const figures = this.#figures;
    if (bytes === figures[CACHED_BYTES]) return figures[CACHED_PS] as number;
    const { fixedPs, perBytePs, overheadBytes, chunkBytes, chunkPs } = this.#server.service;
    const all = bytes + overheadBytes;
    const chunks = chunkPs === 0 ? 0 : Math.ceil(all / chunkBytes);
    const lengthPs = fixedPs + Math.round(perBytePs * all) + chunks * chunkPs;
    figures[CACHED_BYTES] = bytes;
    figures[CACHED_PS] = lengthPs;
    return lengthPs;
  }

  /** The queue in which the packet needs a place. */
  #queueAhead(id: number): QueueState | null {
    if (!this.#server.takesPlaceAhead) return null;
    const { packets, plan, network } = this.#world;
    const next = plan.stations[(packets.step[id] as number) + 1] as number;
    const queue = next - network.servers.length;
    return queue >= 0 && queue < this.#queues.length ? (this.#queues[queue] as QueueState) : null;
  }
}

/** So far a sum may grow before it has to be put away; see `Sums`. */
const FULL = 2 ** 48;

const ARRIVED = 0;
const LOST = 1;
const BEGUN = 2;
const MOST = 3;
const WAITING_BYTES = 4;
const CACHED_BYTES = 5;
const CACHED_PS = 6;
const FIGURES = 7;

const WAITED = 0;
const SERVED = 1;
const BUSY = 2;
const SUMS = 3;
