import { Calendar } from './calendar';
import type { Flows } from './flows';
import type { Ring } from './ring';
import type { ServerState } from './server-state';
import type { World } from './world';

/** Packets that flows start in one turn, at least. */
const STARTS_PER_TURN = 256;

/**
 * Flows that start by themselves, and the servers that only they feed: see `roles.ts`. In one turn
 * it does everything up to the time of its next turn.
 */
export class Front {
  readonly #world: World;
  readonly #flows: Flows;
  readonly #servers: readonly ServerState[];
  /** When each of its flows starts next. */
  readonly #starts: Calendar;
  readonly #flowIndices: Int32Array;

  constructor(world: World, flows: Flows, servers: readonly ServerState[]) {
    const { frontFlows, frontServers } = world.plan.roles;
    this.#world = world;
    this.#flows = flows;
    this.#servers = frontServers.map((index) => servers[index] as ServerState);
    this.#starts = new Calendar(frontFlows.length);
    this.#flowIndices = Int32Array.from(frontFlows);
    for (const [at, flow] of frontFlows.entries()) {
      this.#starts.set(at, flows.states[flow]?.nextPs ?? Number.POSITIVE_INFINITY);
    }
    world.calendar.set(world.plan.parties.front, 0);
  }

  act(): void {
    const { calendar, endPs, plan } = this.#world;
    const untilPs = this.#start();
    for (let at = 0; at < this.#servers.length; at++) {
      const server = this.#servers[at] as ServerState;
      const { onlyRing } = server;
      if (onlyRing !== null) server.runThrough(onlyRing, untilPs);
      else if (server.isStepwise) server.runAhead(untilPs);
      else serveBefore(server, untilPs, endPs);
    }
    calendar.set(plan.parties.front, untilPs);
  }

  /** When its next turn is. */
  get untilPs(): number {
    const { calendar, plan } = this.#world;
    return calendar.times[plan.parties.front] as number;
  }

  /** Lets flows start packets; answers when the next one starts that is left for later. */
  #start(): number {
    const starts = this.#starts;
    const { endPs } = this.#world;
    for (let left = STARTS_PER_TURN; left > 0; left--) {
      const at = starts.first;
      const timePs = starts.times[at] as number;
      if (!(timePs <= endPs)) return Number.POSITIVE_INFINITY;
      starts.set(at, this.#flows.startOwn(this.#flowIndices[at] as number, timePs));
    }
    return starts.times[starts.first] as number;
  }
}

/** Lets everything arrive at a server that does so before a time, and by the end of the run. */
export function serveBefore(server: ServerState, timePs: number, endPs: number): void {
  const { inbox } = server;
  for (;;) {
    const ring = inbox.first as Ring;
    const { firstPs } = ring;
    if (firstPs >= timePs || firstPs > endPs) return;
    const id = ring.ids[ring.head] as number;
    ring.drop(1);
    server.arrive(id, firstPs);
  }
}
