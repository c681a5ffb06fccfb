import { ACTIVITIES, type Activity, type Core, type Queue, type Work } from '../network';
import type { CoreResult } from '../run-result';
import { STREAM } from '../stream-labels';
import { Draw } from './draw';
import type { Flows } from './flows';
import type { QueueState } from './queue-state';
import { Sums } from './sums';
import { NOBODY, type World } from './world';

/** One core: it acts once per batch. */
export class CoreState {
  readonly #world: World;
  readonly #flows: Flows;
  readonly #queues: readonly QueueState[];
  readonly #cores: readonly CoreState[];
  readonly #party: number;
  readonly #core: Core;
  /** By queue: what it works on every packet. */
  readonly #works: readonly (readonly CoreWork[])[];
  /** By queue: the queues behind it that may cost a signal. */
  readonly #signals: readonly (readonly number[])[];
  /** Queues with packets to poll, the one that waits longest first. */
  readonly #list: number[] = [];
  #polled: QueueState | null = null;
  #polledIndex = NOBODY;
  /** A poll is planned, now or at the end of the batch. */
  #isBusy = false;
  readonly #busyUntil = Float64Array.of(0);
  /** By activity, and at the end all of them and the part in the measured time. */
  readonly #sums = new Sums(ACTIVITIES.length + 2);

  constructor(
    world: World,
    flows: Flows,
    queues: readonly QueueState[],
    cores: readonly CoreState[],
    index: number,
  ) {
    const { network } = world;
    this.#world = world;
    this.#flows = flows;
    this.#queues = queues;
    this.#cores = cores;
    this.#party = world.plan.parties.cores[index] ?? NOBODY;
    this.#core = network.cores[index] as Core;
    this.#works = network.queues.map((queue, at) =>
      queue.core === index ? worksOf(network.seed, queue, at) : [],
    );
    this.#signals = network.queues.map((queue, at) =>
      queue.core === index ? signalsBehind(world, at) : [],
    );
  }

  get busyUntilPs(): number {
    return this.#busyUntil[0] as number;
  }

  /** A queue has given notice. */
  tell(queue: number, nowPs: number): void {
    this.#list.push(queue);
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#world.calendar.set(this.#party, nowPs);
  }

  /** The core's turn: the batch before is complete, if there was one; the next is decided. */
  poll(nowPs: number): void {
    const last = this.#polled;
    if (last !== null) {
      last.settle(nowPs);
      if (last.waiting.length > 0) this.#list.push(this.#polledIndex);
      else last.arm(nowPs);
    }
    const next = this.#takeNext();
    this.#polledIndex = next;
    if (next === NOBODY) {
      this.#polled = null;
      this.#isBusy = false;
      this.#world.calendar.set(this.#party, Number.POSITIVE_INFINITY);
      return;
    }
    const queue = this.#queues[next] as QueueState;
    this.#polled = queue;
    queue.settle(nowPs);
    const untilPs = this.#runBatch(queue, next, nowPs);
    this.#busyUntil[0] = untilPs;
    this.#world.calendar.set(this.#party, untilPs);
  }

  get result(): CoreResult {
    const spent = ACTIVITIES.map((activity, at) => [activity, this.#sums.valueOf(at)] as const);
    return {
      busyPs: this.#sums.valueOf(BUSY),
      workedPs: this.#sums.valueOf(WORKED),
      byActivity: Object.fromEntries(spent) as Record<Activity, number>,
    };
  }

  /** Of the queues with the lowest priority number, the one that waits longest. */
  #takeNext(): number {
    const list = this.#list;
    if (list.length === 0) return NOBODY;
    let at = 0;
    for (let other = 1; other < list.length; other++) {
      if (this.#priority(list[other]) < this.#priority(list[at])) at = other;
    }
    const next = list[at] as number;
    for (; at < list.length - 1; at++) list[at] = list[at + 1] as number;
    list.pop();
    return next;
  }

  #priority(queue: number | undefined): number {
    return (this.#queues[queue as number] as QueueState).queue.priority;
  }

  /** Answers when the batch is complete. */
  #runBatch(state: QueueState, index: number, nowPs: number): number {
    const { queue, waiting } = state;
    const isMeasured = nowPs >= this.#world.warmupPs;
    const { sibling } = this.#core;
    const isShared =
      sibling !== null && (this.#cores[sibling.core] as CoreState).busyUntilPs > nowPs;
    const slowdown = isShared ? sibling.slowdown : 1;
    const found = waiting.length;
    const taken = Math.min(found, queue.budget);
    const signals = this.#countSignals(state, index, taken, isMeasured);
    let timePs = nowPs;
    if (state.isWoken) timePs += this.#spend(INTERRUPT, queue.wakePs, slowdown, isMeasured);
    timePs += this.#spend(POLL, queue.pollPs, slowdown, isMeasured);
    state.beginBatch(taken);
    const works = this.#works[index] as readonly CoreWork[];
    if (works.length === 1)
      timePs = this.#workOnce(state, works[0] as CoreWork, taken, timePs, slowdown);
    else timePs = this.#workOften(state, works, taken, timePs, slowdown);
    waiting.drop(taken);
    for (let at = 0; at < signals; at++) {
      timePs += this.#spend(SIGNAL, this.#signalCosts[at] as number, slowdown, isMeasured);
    }
    if (isMeasured) {
      state.countPoll(found, taken);
      this.#sums.add(WORKED, timePs - nowPs);
    }
    state.isWoken = false;
    this.#sums.add(BUSY, this.#world.measuredPart(nowPs, timePs));
    return timePs;
  }

  /** One kind of work on all packets of a batch; answers when it is complete. */
  #workOnce(
    state: QueueState,
    work: CoreWork,
    taken: number,
    fromPs: number,
    slowdown: number,
  ): number {
    const { packets, warmupPs, nowPs } = this.#world;
    const { perPacketPs, perBytePs, extra } = work;
    const { waiting } = state;
    const { bytes } = packets;
    const flows = this.#flows;
    let timePs = fromPs;
    let takenBytes = 0;
    let waitedPs = 0;
    let stayedPs = 0;
    for (let n = 0; n < taken; n++) {
      const id = waiting.ids[waiting.head + n] as number;
      const sincePs = waiting.times[waiting.head + n] as number;
      const length = bytes[id] as number;
      let costPs = perPacketPs + extra.next();
      if (perBytePs !== 0) costPs += Math.round(perBytePs * length);
      if (slowdown !== 1) costPs = Math.round(costPs * slowdown);
      takenBytes += length;
      waitedPs += timePs - sincePs;
      timePs += costPs;
      stayedPs += timePs - sincePs;
      if (stayedPs >= FULL && nowPs >= warmupPs) {
        state.countTaken(waitedPs, stayedPs, takenBytes);
        waitedPs = 0;
        stayedPs = 0;
        takenBytes = 0;
      }
      state.releaseAt(timePs);
      flows.forward(id, timePs);
    }
    if (nowPs >= warmupPs) {
      this.#sums.add(work.activity, timePs - fromPs);
      state.countTaken(waitedPs, stayedPs, takenBytes);
    }
    return timePs;
  }

  /** Any number of kinds of work. */
  #workOften(
    state: QueueState,
    works: readonly CoreWork[],
    taken: number,
    fromPs: number,
    slowdown: number,
  ): number {
    const { packets, warmupPs, nowPs } = this.#world;
    const { waiting } = state;
    const isMeasured = nowPs >= warmupPs;
    let timePs = fromPs;
    for (let n = 0; n < taken; n++) {
      const id = waiting.ids[waiting.head + n] as number;
      const sincePs = waiting.times[waiting.head + n] as number;
      const bytes = packets.bytes[id] as number;
      const beginPs = timePs;
      for (let at = 0; at < works.length; at++) {
        const { activity, perPacketPs, perBytePs, extra } = works[at] as CoreWork;
        const costPs = perPacketPs + Math.round(perBytePs * bytes) + extra.next();
        timePs += this.#spend(activity, costPs, slowdown, isMeasured);
      }
      if (isMeasured) state.countTaken(beginPs - sincePs, timePs - sincePs, bytes);
      state.releaseAt(timePs);
      this.#flows.forward(id, timePs);
    }
    return timePs;
  }

  readonly #signalCosts: number[] = [];

  /** How many queues ahead of the batch cost a signal; their costs stand in `#signalCosts`. */
  #countSignals(state: QueueState, index: number, taken: number, isMeasured: boolean): number {
    const behind = this.#signals[index] as readonly number[];
    let count = 0;
    for (let at = 0; at < behind.length; at++) {
      const ahead = this.#queues[behind[at] as number] as QueueState;
      if (!ahead.isQuiet || !this.#goesTo(ahead.station, state, taken)) continue;
      this.#signalCosts[count] = ahead.queue.signalPs;
      count += 1;
      if (isMeasured) ahead.countSignal();
    }
    return count;
  }

  /** Whether a packet of the batch goes to a station next. */
  #goesTo(station: number, { waiting }: QueueState, taken: number): boolean {
    const { packets, plan } = this.#world;
    for (let at = waiting.head; at < waiting.head + taken; at++) {
      const step = packets.step[waiting.ids[at] as number] as number;
      if (plan.stations[step + 1] === station) return true;
    }
    return false;
  }

  #spend(activity: number, costPs: number, slowdown: number, isMeasured: boolean): number {
    const slowedPs = slowdown === 1 ? costPs : Math.round(costPs * slowdown);
    if (isMeasured) this.#sums.add(activity, slowedPs);
    return slowedPs;
  }
}

/** So far a sum may grow before it has to be put away; see `Sums`. */
const FULL = 2 ** 48;

const INTERRUPT = ACTIVITIES.indexOf('interrupt');
const POLL = ACTIVITIES.indexOf('poll');
const SIGNAL = ACTIVITIES.indexOf('signal');
const WORKED = ACTIVITIES.length;
const BUSY = ACTIVITIES.length + 1;

interface CoreWork {
  readonly activity: number;
  readonly perPacketPs: number;
  readonly perBytePs: number;
  readonly extra: Draw;
}

function worksOf(seed: number, { work }: Queue, index: number): CoreWork[] {
  return work.map(({ activity, perPacketPs, perBytePs, extra }: Work, at) => ({
    activity: ACTIVITIES.indexOf(activity),
    perPacketPs,
    perBytePs,
    extra: new Draw(extra, seed, STREAM.work, index, at),
  }));
}

/** Queues to which packets go straight from a queue, as far as they cost signals. */
function signalsBehind({ network }: World, queue: number): number[] {
  const behind = new Set<number>();
  for (const { lanes } of network.flows) {
    for (const lane of lanes) {
      for (const [at, hop] of lane.entries()) {
        const next = lane[at + 1];
        if (hop.to !== 'queue' || hop.index !== queue || next?.to !== 'queue') continue;
        if ((network.queues[next.index]?.signalPs ?? 0) > 0) behind.add(next.index);
      }
    }
  }
  return [...behind];
}
