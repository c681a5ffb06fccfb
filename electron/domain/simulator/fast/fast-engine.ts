/**
 * The network of `network.ts`, packet for packet as the reference engine runs it, without an event
 * for every packet and station:
 *
 * - **Parties** act: the front, flows, servers, queues, notices, cores. A winner tree (`calendar.ts`)
 *   says who is next; they are numbered so that those of one time act in the order of `network.ts`.
 * - **Rings** carry packets from one station to the next with the time at which they arrive, which
 *   may lie ahead. A station reads what its time has reached, merged by time, flow and number.
 * - **Cores** act once per poll: the batch is decided, and its completions go on the next ring.
 * - **Queues** look at their ring when they are polled. Only while a queue is armed, or where a loss
 *   starts a packet, arrivals are events.
 * - **Servers** are recursions: the departure is known at the arrival. Those that take places ahead,
 *   and a few whose zero times would show in the order, go step by step instead.
 * - The **front** runs ahead, the **tail** runs behind, and some deliveries count when they are
 *   decided: `roles.ts` says when that is exact.
 *
 * What takes no time is the trap. A packet that is sent on now, after cores have polled at this time,
 * comes behind all that was to arrive now anyway (`World.push`).
 */
import type { Network } from '../network';
import type { Engine, Observer, RunResult } from '../run-result';
import { checkBalance } from './balance';
import { CoreState } from './core-state';
import { Flows } from './flows';
import { Front } from './front';
import { Inbox } from './inbox';
import { type PartyKind, type Plan, planOf } from './plan';
import { QueueState } from './queue-state';
import type { Ring } from './ring';
import { ServerState } from './server-state';
import { Tail } from './tail';
import { NOBODY, World } from './world';

const TURNS_PER_STEP = 2000;

export const fastEngine: Engine = (network, observer) => runSteps(network, observer, true);

/** The same without shortcuts, for tests that tell apart where a difference comes from. */
export const plainFastEngine: Engine = (network, observer) => runSteps(network, observer, false);

function* runSteps(
  network: Network,
  observer: Observer | undefined,
  hasShortcuts: boolean,
): Generator<number, RunResult> {
  const run = new Run(planOf(network, hasShortcuts), observer);
  while (run.takeTurns(TURNS_PER_STEP)) yield run.progress;
  return run.end();
}

class Run {
  readonly #world: World;
  readonly #flows: Flows;
  readonly #servers: readonly ServerState[];
  readonly #queues: readonly QueueState[];
  readonly #cores: readonly CoreState[];
  readonly #front: Front | null;
  readonly #tail: Tail;
  /** By station that is left: deliveries that wait for their time. */
  readonly #deliveries: readonly (Inbox | null)[];
  readonly #kinds: Uint8Array;
  readonly #indices: Int32Array;

  constructor(plan: Plan, observer: Observer | undefined) {
    const { network, parties } = plan;
    const world = new World(plan, observer);
    this.#world = world;
    const flows = new Flows(world);
    this.#flows = flows;
    const queues = network.queues.map((_, index) => new QueueState(world, flows, index));
    this.#queues = queues;
    this.#servers = network.servers.map((_, index) => new ServerState(world, flows, queues, index));
    const cores: CoreState[] = [];
    for (const [index] of network.cores.entries()) {
      cores.push(new CoreState(world, flows, queues, cores, index));
    }
    this.#cores = cores;
    this.#deliveries = parties.arrivals.map((_, station) => {
      const rings = world.ringsTo(station);
      return rings.length === 0 ? null : new Inbox(rings, world.packets);
    });
    this.#front = parties.front === NOBODY ? null : new Front(world, flows, this.#servers);
    const tail = new Tail(world, this.#servers);
    this.#tail = tail;
    const firstQueue = network.servers.length;
    world.settle = (station, timePs) => {
      if (station < firstQueue) tail.runUntil(timePs, station);
      else queues[station - firstQueue]?.settle(timePs);
    };
    this.#kinds = Uint8Array.from(parties.kinds, (kind) => KINDS.indexOf(kind));
    this.#indices = Int32Array.from(parties.indices);
    for (const [party, kind] of parties.kinds.entries()) {
      const isAlways = kind === 'delivery' || kind === 'server';
      const index = parties.indices[party] as number;
      if (isAlways && !tail.has(index)) world.isWatched[index] = 1;
    }
  }

  /** False when the run is over. */
  takeTurns(count: number): boolean {
    const world = this.#world;
    const { calendar } = world;
    for (let turn = 0; turn < count; turn++) {
      const party = calendar.first;
      const nowPs = calendar.times[party] as number;
      if (!(nowPs <= world.endPs)) return false;
      world.nowPs = nowPs;
      const index = this.#indices[party] as number;
      switch (this.#kinds[party]) {
        case FRONT:
          (this.#front as Front).act();
          break;
        case DELIVERY:
          this.#deliver(party, index, nowPs);
          break;
        case FLOW:
          this.#flows.act(index, nowPs);
          break;
        case START:
          this.#begin(this.#servers[index] as ServerState, nowPs);
          break;
        case SERVER:
          this.#serve(index, nowPs);
          break;
        case QUEUE:
          (this.#queues[index] as QueueState).act(nowPs);
          break;
        case NOTICE:
          this.#notice(index, nowPs);
          break;
        case CORE:
          world.polledPs = nowPs;
          (this.#cores[index] as CoreState).poll(nowPs);
          break;
        default:
          throw new Error(`there is no turn for party ${party}`);
      }
    }
    this.#tail.runBefore(world.nowPs);
    return true;
  }

  get progress(): number {
    return this.#world.nowPs / this.#world.endPs;
  }

  end(): RunResult {
    const { endPs, warmupPs } = this.#world;
    for (const queue of this.#queues) queue.settle(endPs);
    this.#tail.runUntil(endPs);
    const result = {
      measuredPs: endPs - warmupPs,
      packets: this.#flows.started,
      flows: this.#flows.results(),
      servers: this.#servers.map(({ result }) => result),
      queues: this.#queues.map(({ result }) => result),
      cores: this.#cores.map(({ result }) => result),
    };
    checkBalance(result, this.#world.network);
    return result;
  }

  #deliver(party: number, station: number, nowPs: number): void {
    const inbox = this.#deliveries[station] as Inbox;
    const ring = inbox.first as Ring;
    const id = ring.ids[ring.head] as number;
    ring.drop(1);
    this.#flows.deliver(id, nowPs);
    this.#world.calendar.set(party, inbox.firstPs);
  }

  #begin(server: ServerState, nowPs: number): void {
    if (this.#front === null || !server.isFront) server.startWhatCan(nowPs);
    else server.runAhead(this.#front.untilPs);
  }

  #serve(index: number, nowPs: number): void {
    const server = this.#servers[index] as ServerState;
    if (this.#world.isWatched[index] === 0) {
      this.#tail.runUntil(nowPs, index);
      this.#world.calendar.set(server.arrivalParty, Number.POSITIVE_INFINITY);
      return;
    }
    const ring = server.inbox.first as Ring;
    const id = ring.ids[ring.head] as number;
    ring.drop(1);
    server.arrive(id, nowPs);
    this.#world.calendar.set(server.arrivalParty, server.inbox.firstPs);
  }

  #notice(index: number, nowPs: number): void {
    const queue = this.#queues[index] as QueueState;
    queue.notice();
    (this.#cores[queue.queue.core] as CoreState).tell(index, nowPs);
  }
}

const KINDS: readonly PartyKind[] = [
  'front',
  'delivery',
  'flow',
  'start',
  'server',
  'queue',
  'notice',
  'core',
];
const FRONT = KINDS.indexOf('front');
const DELIVERY = KINDS.indexOf('delivery');
const FLOW = KINDS.indexOf('flow');
const START = KINDS.indexOf('start');
const SERVER = KINDS.indexOf('server');
const QUEUE = KINDS.indexOf('queue');
const NOTICE = KINDS.indexOf('notice');
const CORE = KINDS.indexOf('core');
