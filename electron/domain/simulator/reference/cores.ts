import { type Drawer, drawerOf } from '../draws/drawer';
import { streamOf } from '../draws/xoshiro';
import { ExactSum } from '../measure/exact-sum';
import { ACTIVITIES, type Activity, type Core, type Network, type Queue } from '../network';
import type { CoreResult, QueueResult } from '../run-result';
import { STREAM } from '../stream-labels';
import { PHASE } from './event-list';
import type { Packet } from './packet';
import type { World } from './world';

/** What queues and cores need of the rest. */
export interface CoreSurroundings {
  /** Sends a packet to its next hop, or delivers it. */
  forward(packet: Packet): void;
  lose(packet: Packet, at: 'server' | 'queue', index: number): void;
}

/** The queues and the cores that poll them. */
export class Cores {
  private readonly queues: QueueState[];
  private readonly cores: CoreState[];

  constructor(
    private readonly world: World,
    private readonly around: CoreSurroundings,
  ) {
    const { network } = world;
    this.queues = network.queues.map((queue, index) => new QueueState(network, queue, index));
    this.cores = network.cores.map((core) => new CoreState(core));
  }

  /** False when the queue is full. */
  takePlace(index: number): boolean {
    const state = this.queueOf(index);
    if (state.places >= state.queue.capacity) {
      if (this.world.isMeasured) state.lost += 1;
      return false;
    }
    state.places += 1;
    return true;
  }

  /** A packet is here now; its place may be taken already. */
  arrive(index: number, packet: Packet, hasPlace: boolean, isFromCore: boolean): void {
    const state = this.queueOf(index);
    if (isFromCore) state.onTheWay -= 1;
    if (!hasPlace && !this.takePlace(index)) {
      this.around.lose(packet, 'queue', index);
      return;
    }
    if (this.world.isMeasured) state.arrived += 1;
    state.waiting.push({ packet, sincePs: this.world.nowPs });
    if (state.isArmed) this.planNotice(state);
  }

  get queueResults(): QueueResult[] {
    return this.queues.map((state) => state.result);
  }

  get coreResults(): CoreResult[] {
    return this.cores.map((state) => state.result);
  }

  /** A packet came to an armed queue: when is the core told? */
  private planNotice(state: QueueState): void {
    const { notice } = state.queue;
    const { nowPs } = this.world;
    const isFirst = state.waiting.length === 1;
    switch (notice.kind) {
      case 'at-once':
        if (isFirst) this.noticeAt(state, nowPs);
        return;
      case 'gathered':
        if (isFirst) this.noticeAt(state, nowPs + notice.afterPs);
        if (state.waiting.length === notice.packets) this.noticeAt(state, nowPs);
        return;
      case 'throttled':
        if (isFirst) this.noticeAt(state, Math.max(nowPs, state.noticedPs + notice.intervalPs));
        return;
      case 'slept': {
        if (!isFirst) return;
        const looks = Math.max(1, Math.ceil((nowPs - state.armedPs) / notice.intervalPs));
        this.noticeAt(state, state.armedPs + looks * notice.intervalPs);
      }
    }
  }

  /** The condition for a notice holds at `conditionPs`, unless it holds earlier for another reason. */
  private noticeAt(state: QueueState, conditionPs: number): void {
    if (conditionPs >= state.plannedPs) return;
    state.plannedPs = conditionPs;
    const timePs = conditionPs + state.queue.notice.delayPs;
    this.world.at(timePs, [PHASE.notices, state.index, 0, 0], () => {
      if (!state.isArmed || state.plannedPs !== conditionPs) return;
      state.isArmed = false;
      state.noticedPs = conditionPs;
      state.plannedPs = Number.POSITIVE_INFINITY;
      state.isWoken = true;
      const core = this.coreOf(state.queue.core);
      core.list.push(state);
      if (!core.isBusy) this.pollAt(state.queue.core, timePs);
    });
  }

  private pollAt(index: number, timePs: number): void {
    const core = this.coreOf(index);
    core.isBusy = true;
    this.world.at(timePs, [PHASE.polls, index, 0, 0], () => this.poll(index));
  }

  /** The batch before is complete, if there was one: put its queue back, and take the next. */
  private poll(index: number): void {
    const core = this.coreOf(index);
    const last = core.polled;
    core.polled = null;
    if (last !== null) {
      if (last.waiting.length > 0) core.list.push(last);
      else last.arm(this.world.nowPs);
    }
    const state = core.takeNext();
    if (state === undefined) {
      core.isBusy = false;
      return;
    }
    core.polled = state;
    core.busyUntilPs = this.runBatch(core, state);
    this.pollAt(index, core.busyUntilPs);
  }

  /** Decides a whole batch; answers when it is complete. */
  private runBatch(core: CoreState, state: QueueState): number {
    const { queue } = state;
    const { nowPs, isMeasured } = this.world;
    const sibling = core.core.sibling;
    const isShared = sibling !== null && this.coreOf(sibling.core).busyUntilPs > nowPs;
    const slowdown = isShared ? sibling.slowdown : 1;
    let timePs = nowPs;
    const spend = (activity: Activity, costPs: number) => {
      const slowedPs = slowdown === 1 ? costPs : Math.round(costPs * slowdown);
      timePs += slowedPs;
      if (isMeasured) core.byActivity[activity].add(slowedPs);
      return slowedPs;
    };

    if (state.isWoken) spend('interrupt', queue.wakePs);
    spend('poll', queue.pollPs);
    const found = state.waiting.length;
    const batch = state.waiting.splice(0, queue.budget);
    if (queue.releases === 'taken') state.places -= batch.length;
    const quietAhead = this.quietQueuesAhead(batch);
    for (const { packet, sincePs } of batch) {
      let ownPs = 0;
      for (const { activity, perPacketPs, perBytePs, extra } of state.work) {
        const costPs = perPacketPs + Math.round(perBytePs * packet.bytes) + (extra?.next() ?? 0);
        ownPs += spend(activity, costPs);
      }
      if (isMeasured) {
        state.waited.add(timePs - ownPs - sincePs);
        state.stayed.add(timePs - sincePs);
        state.takenBytes += packet.bytes;
      }
      this.completeAt(timePs, state, packet);
    }
    for (const ahead of quietAhead) {
      spend('signal', ahead.queue.signalPs);
      if (isMeasured) ahead.signals += 1;
    }
    if (isMeasured) {
      state.taken += batch.length;
      state.polls += 1;
      if (state.isWoken) state.wakes += 1;
      state.mostWaiting = Math.max(state.mostWaiting, found);
    }
    state.isWoken = false;
    core.busyTime.add(this.world.measuredPart(nowPs, timePs));
    return timePs;
  }

  private completeAt(timePs: number, state: QueueState, packet: Packet): void {
    const next = packet.route[packet.hop + 1];
    if (next?.to === 'queue') this.queueOf(next.index).onTheWay += 1;
    this.world.at(
      timePs,
      [
        PHASE.completions,
        completionRank(this.world.network, state.index),
        packet.flow,
        packet.number,
      ],
      () => {
        if (state.queue.releases === 'complete') state.places -= 1;
        this.around.forward(packet);
      },
    );
  }

  /** The next hops of a batch that cost a signal and that nothing is in or on its way to. */
  private quietQueuesAhead(batch: readonly Waiting[]): ReadonlySet<QueueState> {
    const quiet = new Set<QueueState>();
    for (const { packet } of batch) {
      const next = packet.route[packet.hop + 1];
      if (next?.to !== 'queue') continue;
      const ahead = this.queueOf(next.index);
      if (ahead.queue.signalPs > 0 && ahead.isQuiet) quiet.add(ahead);
    }
    return quiet;
  }

  private queueOf(index: number): QueueState {
    const state = this.queues[index];
    if (state === undefined) throw new RangeError(`there is no queue ${index}`);
    return state;
  }

  private coreOf(index: number): CoreState {
    const state = this.cores[index];
    if (state === undefined) throw new RangeError(`there is no core ${index}`);
    return state;
  }
}

/** Queues come after all servers. */
export function queueRank({ servers }: Network, queue: number): number {
  return 1 + 2 * servers.length + queue;
}

function completionRank({ servers }: Network, queue: number): number {
  return servers.length + queue;
}

interface Waiting {
  readonly packet: Packet;
  readonly sincePs: number;
}

class QueueState {
  readonly waiting: Waiting[] = [];
  readonly work: readonly {
    readonly activity: Activity;
    readonly perPacketPs: number;
    readonly perBytePs: number;
    readonly extra: Drawer | null;
  }[];
  /** Places that are taken. */
  places = 0;
  /** Packets of batches that come straight here and are not complete yet, or on the way. */
  onTheWay = 0;
  /** The core does not have it on its list, and is told of packets. */
  isArmed = true;
  armedPs = 0;
  /** The last condition for a notice that held. */
  noticedPs = Number.NEGATIVE_INFINITY;
  plannedPs = Number.POSITIVE_INFINITY;
  /** The next poll pays for the notice. */
  isWoken = false;
  arrived = 0;
  lost = 0;
  taken = 0;
  takenBytes = 0;
  polls = 0;
  wakes = 0;
  signals = 0;
  mostWaiting = 0;
  readonly waited = new ExactSum();
  readonly stayed = new ExactSum();

  constructor(
    { seed }: Network,
    readonly queue: Queue,
    readonly index: number,
  ) {
    this.work = queue.work.map(({ extra, ...costs }, number) => ({
      ...costs,
      extra: extra && drawerOf(extra, streamOf(seed, STREAM.work, index, number)),
    }));
  }

  arm(nowPs: number): void {
    this.isArmed = true;
    this.armedPs = nowPs;
  }

  get isQuiet(): boolean {
    return this.isArmed && this.waiting.length === 0 && this.onTheWay === 0;
  }

  get result(): QueueResult {
    return {
      arrived: this.arrived,
      lost: this.lost,
      taken: this.taken,
      takenBytes: this.takenBytes,
      waitedPs: this.waited.value,
      stayedPs: this.stayed.value,
      polls: this.polls,
      wakes: this.wakes,
      signals: this.signals,
      mostWaiting: this.mostWaiting,
    };
  }
}

class CoreState {
  /** Queues with packets to poll. */
  readonly list: QueueState[] = [];
  polled: QueueState | null = null;
  /** A poll is planned, now or at the end of the batch. */
  isBusy = false;
  busyUntilPs = 0;
  readonly busyTime = new ExactSum();
  readonly byActivity: Readonly<Record<Activity, ExactSum>> = byActivity(() => new ExactSum());

  constructor(readonly core: Core) {}

  /** Of the queues with the lowest priority number, the one that waits longest on the list. */
  takeNext(): QueueState | undefined {
    const lowest = Math.min(...this.list.map(({ queue }) => queue.priority));
    const at = this.list.findIndex(({ queue }) => queue.priority === lowest);
    return at < 0 ? undefined : this.list.splice(at, 1)[0];
  }

  get result(): CoreResult {
    const spent = byActivity((activity) => this.byActivity[activity].value);
    const workedPs = Object.values(spent).reduce((sum, ps) => sum + ps, 0);
    return { busyPs: this.busyTime.value, workedPs, byActivity: spent };
  }
}

function byActivity<T>(what: (activity: Activity) => T): Record<Activity, T> {
  const entries = ACTIVITIES.map((activity) => [activity, what(activity)] as const);
  return Object.fromEntries(entries) as Record<Activity, T>;
}
