import { type Queue, UNBOUNDED } from '../network';
import type { QueueResult } from '../run-result';
import type { Flows } from './flows';
import { Inbox } from './inbox';
import { longer } from './packets';
import { Ring } from './ring';
import { Sums } from './sums';
import { NOBODY, type World } from './world';

/**
 * One queue. What arrives is looked at only when someone asks, at the next poll as a rule; while the
 * queue is armed and waits for what will give the next notice, every arrival is an event.
 */
export class QueueState {
  readonly queue: Queue;
  readonly station: number;
  /** Packets that have arrived, by time of arrival. */
  readonly waiting: Ring;
  isArmed = true;
  /** The next poll pays for the notice. */
  isWoken = false;
  readonly #world: World;
  readonly #flows: Flows;
  readonly #inbox: Inbox;
  readonly #fromCores: Inbox;
  /** The only ring that leads here, if all that come by it need a place, or none does. */
  readonly #only: Ring | null;
  readonly #arrivalParty: number;
  readonly #noticeParty: number;
  readonly #coreParty: number;
  readonly #isBounded: boolean;
  /** Some packets take their places when they arrive. */
  readonly #hasOtherTakers: boolean;
  /** Losses here start packets, so that none may be found out late. */
  readonly #isEager: boolean;
  /** Places taken, as if no packet of the last batch had been completed. */
  #places = 0;
  /** When those of the last batch give their places back. */
  #releases = new Float64Array(0);
  #releasesHead = 0;
  #releasesTail = 0;
  readonly #times = Float64Array.of(0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  readonly #figures = new Float64Array(FIGURES);
  readonly #sums = new Sums(SUMS);

  constructor(world: World, flows: Flows, index: number) {
    const { network, plan } = world;
    this.#world = world;
    this.#flows = flows;
    this.queue = network.queues[index] as Queue;
    this.station = network.servers.length + index;
    this.waiting = new Ring(world.packets);
    world.waiting.push(this.waiting);
    this.#inbox = new Inbox(world.ringsTo(this.station), world.packets);
    this.#fromCores = new Inbox(world.ringsTo(this.station, 'from cores'), world.packets);
    this.#arrivalParty = plan.parties.arrivals[this.station] ?? NOBODY;
    this.#noticeParty = plan.parties.notices[index] ?? NOBODY;
    this.#coreParty = plan.parties.cores[this.queue.core] ?? NOBODY;
    this.#hasOtherTakers = plan.stations.some(
      (station, step) => station === this.station && plan.hasPlace[step] === 0,
    );
    const places = new Set(plan.hasPlace.filter((_, step) => plan.stations[step] === this.station));
    this.#only = places.size === 1 ? this.#inbox.single : null;
    this.#isBounded = this.queue.capacity < UNBOUNDED;
    this.#isEager =
      this.#isBounded &&
      network.flows.some(
        ({ onLoss, lanes }) =>
          onLoss !== null &&
          lanes.some((lane) => lane.some((hop) => hop.to === 'queue' && hop.index === index)),
      );
    this.#watch();
  }

  /** Nothing is in it, polled from it, or on the way to it from a batch; only right after a settling. */
  get isQuiet(): boolean {
    return this.isArmed && this.waiting.length === 0 && this.#fromCores.isEmpty;
  }

  /** A server wants a place for a packet that it will bring later. */
  takePlaceAhead(nowPs: number): boolean {
    if (this.#isBounded && this.#hasOtherTakers) {
      // What arrives at this time comes after the start of a service, unless cores have polled since.
      const { polledPs, calendar } = this.#world;
      const isDue = (calendar.times[this.#arrivalParty] as number) <= nowPs;
      this.#settle(nowPs, polledPs === nowPs && !isDue);
    }
    return this.#takePlace(nowPs);
  }

  /** The only one that takes places here wants one for later: is there one already? It has it, then. */
  takeSurePlace(): boolean {
    if (!this.#isBounded) return true;
    if (this.#places >= this.queue.capacity) return false;
    this.#places += 1;
    return true;
  }

  /** Whether it is certain how many places there will be: none come back before the core's next poll. */
  knowsPlaces(timePs: number): boolean {
    if (!this.#isBounded || this.#places < this.queue.capacity) return true;
    const { calendar, nowPs } = this.#world;
    const pollPs = calendar.times[this.#coreParty] as number;
    return timePs <= nowPs || (pollPs < Number.POSITIVE_INFINITY && timePs <= pollPs);
  }

  /** The arrivals' turn. */
  act(nowPs: number): void {
    if (this.#world.isWatched[this.station] === 0) {
      this.#settle(nowPs, true);
      this.#world.calendar.set(this.#arrivalParty, Number.POSITIVE_INFINITY);
      return;
    }
    const ring = this.#inbox.first as Ring;
    const id = ring.ids[ring.head] as number;
    ring.drop(1);
    this.#arrive(id, nowPs);
    this.#watch();
    // The others of this time are no events any more, and yet they come before what is still to come.
    if (this.#world.isWatched[this.station] === 0) this.#settle(nowPs, true);
  }

  /** Lets everything arrive that does so until now. */
  settle(nowPs: number): void {
    if (this.#only !== null && !this.isArmed) this.#settleAll(this.#only, nowPs);
    else this.#settle(nowPs, true);
  }

  /** The notice's turn. */
  notice(): void {
    const times = this.#times;
    this.isArmed = false;
    this.isWoken = true;
    times[NOTICED_PS] = times[PLANNED_PS] as number;
    times[PLANNED_PS] = Number.POSITIVE_INFINITY;
    this.#world.calendar.set(this.#noticeParty, Number.POSITIVE_INFINITY);
    this.#watch();
  }

  arm(nowPs: number): void {
    this.isArmed = true;
    this.#times[ARMED_PS] = nowPs;
    this.#watch();
  }

  /** A poll takes so many; those that were taken before have all given their places back. */
  beginBatch(count: number): void {
    if (!this.#isBounded) return;
    this.#places -= this.#releasesTail - this.#releasesHead;
    this.#releasesHead = 0;
    this.#releasesTail = 0;
    if (this.queue.releases === 'taken') {
      this.#places -= count;
    } else if (this.#releases.length < count) {
      this.#releases = longer(this.#releases, new Float64Array(2 * count));
    }
  }

  /** The next packet of the batch is complete at that time. */
  releaseAt(timePs: number): void {
    if (!this.#isBounded || this.queue.releases === 'taken') return;
    this.#releases[this.#releasesTail] = timePs;
    this.#releasesTail += 1;
  }

  countPoll(found: number, taken: number): void {
    const figures = this.#figures;
    figures[TAKEN] = (figures[TAKEN] as number) + taken;
    figures[POLLS] = (figures[POLLS] as number) + 1;
    if (this.isWoken) figures[WAKES] = (figures[WAKES] as number) + 1;
    if (found > (figures[MOST] as number)) figures[MOST] = found;
  }

  countTaken(waitedPs: number, stayedPs: number, bytes: number): void {
    this.#sums.add(WAITED, waitedPs);
    this.#sums.add(STAYED, stayedPs);
    this.#figures[TAKEN_BYTES] = (this.#figures[TAKEN_BYTES] as number) + bytes;
  }

  countSignal(): void {
    this.#figures[SIGNALS] = (this.#figures[SIGNALS] as number) + 1;
  }

  get result(): QueueResult {
    const figures = this.#figures;
    return {
      arrived: figures[ARRIVED] as number,
      lost: figures[LOST] as number,
      taken: figures[TAKEN] as number,
      takenBytes: figures[TAKEN_BYTES] as number,
      waitedPs: this.#sums.valueOf(WAITED),
      stayedPs: this.#sums.valueOf(STAYED),
      polls: figures[POLLS] as number,
      wakes: figures[WAKES] as number,
      signals: figures[SIGNALS] as number,
      mostWaiting: figures[MOST] as number,
    };
  }

  /** The same as `settle`, for an only ring: as long as there are places, all just move on. */
  #settleAll(ring: Ring, timePs: number): void {
    const { times, ids, head, tail } = ring;
    const { waiting } = this;
    if (head === tail || (times[head] as number) > timePs) return;
    let room = Number.POSITIVE_INFINITY;
    if (this.#isBounded && this.#hasOtherTakers) room = this.queue.capacity - this.#places;
    const hasWarmedUp = (times[head] as number) >= this.#world.warmupPs;
    let at = head;
    while (at < tail && (times[at] as number) <= timePs) at += 1;
    const count = at - head;
    if (count > room || !hasWarmedUp) {
      this.#settle(timePs, true);
      return;
    }
    if (this.#isBounded && this.#hasOtherTakers) this.#places += count;
    this.#figures[ARRIVED] = (this.#figures[ARRIVED] as number) + count;
    for (let from = head; from < at; from++) {
      waiting.append(times[from] as number, ids[from] as number);
    }
    ring.drop(count);
  }

  #settle(timePs: number, isInclusive: boolean): void {
    const inbox = this.#inbox;
    for (;;) {
      const ring = inbox.first;
      if (ring === null) return;
      const { firstPs } = ring;
      if (firstPs > timePs || (firstPs === timePs && !isInclusive)) return;
      if (firstPs === Number.POSITIVE_INFINITY) return;
      const id = ring.ids[ring.head] as number;
      ring.drop(1);
      this.#arrive(id, firstPs);
    }
  }

  #arrive(id: number, timePs: number): void {
    const { packets, plan, warmupPs } = this.#world;
    const hasPlace = plan.hasPlace[packets.step[id] as number] === 1;
    if (!hasPlace && !this.#takePlace(timePs)) {
      this.#flows.lose(id, this.station, timePs);
      return;
    }
    if (timePs >= warmupPs) this.#figures[ARRIVED] = (this.#figures[ARRIVED] as number) + 1;
    this.waiting.append(timePs, id);
    if (this.isArmed) this.#planNotice(timePs);
  }

  #takePlace(timePs: number): boolean {
    if (!this.#isBounded) return true;
    const { capacity } = this.queue;
    while (
      this.#places >= capacity &&
      this.#releasesHead < this.#releasesTail &&
      (this.#releases[this.#releasesHead] as number) <= timePs
    ) {
      this.#places -= 1;
      this.#releasesHead += 1;
    }
    if (this.#places >= capacity) {
      if (timePs >= this.#world.warmupPs) {
        this.#figures[LOST] = (this.#figures[LOST] as number) + 1;
      }
      return false;
    }
    this.#places += 1;
    return true;
  }

  /** A packet came to the armed queue: when is the core told? */
  #planNotice(nowPs: number): void {
    const { notice } = this.queue;
    const times = this.#times;
    const isFirst = this.waiting.length === 1;
    switch (notice.kind) {
      case 'at-once':
        if (isFirst) this.#noticeAt(nowPs);
        return;
      case 'gathered':
        if (isFirst) this.#noticeAt(nowPs + notice.afterPs);
        if (this.waiting.length === notice.packets) this.#noticeAt(nowPs);
        return;
      case 'throttled':
        if (isFirst) {
          this.#noticeAt(Math.max(nowPs, (times[NOTICED_PS] as number) + notice.intervalPs));
        }
        return;
      case 'slept': {
        if (!isFirst) return;
        const armedPs = times[ARMED_PS] as number;
        const looks = Math.max(1, Math.ceil((nowPs - armedPs) / notice.intervalPs));
        this.#noticeAt(armedPs + looks * notice.intervalPs);
      }
    }
  }

  #noticeAt(conditionPs: number): void {
    if (conditionPs >= (this.#times[PLANNED_PS] as number)) return;
    this.#times[PLANNED_PS] = conditionPs;
    this.#world.calendar.set(this.#noticeParty, conditionPs + this.queue.notice.delayPs);
  }

  /** Are arrivals events? Only while one can give a notice, or a loss start a packet. */
  #watch(): void {
    const { notice } = this.queue;
    const { isWatched, calendar } = this.#world;
    const isCounting =
      this.waiting.length === 0 ||
      (notice.kind === 'gathered' && this.waiting.length < notice.packets);
    const watches = this.#isEager || (this.isArmed && isCounting);
    isWatched[this.station] = watches ? 1 : 0;
    calendar.set(this.#arrivalParty, watches ? this.#inbox.firstPs : Number.POSITIVE_INFINITY);
  }
}

const ARMED_PS = 0;
const NOTICED_PS = 1;
const PLANNED_PS = 2;

const ARRIVED = 0;
const LOST = 1;
const TAKEN = 2;
const TAKEN_BYTES = 3;
const POLLS = 4;
const WAKES = 5;
const SIGNALS = 6;
const MOST = 7;
const FIGURES = 8;

const WAITED = 0;
const STAYED = 1;
const SUMS = 2;
