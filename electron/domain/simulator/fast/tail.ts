import { serveBefore } from './front';
import type { ServerState } from './server-state';
import type { World } from './world';

/** Servers behind which packets are only delivered: see `roles.ts`. */
export class Tail {
  readonly #world: World;
  readonly #servers: readonly { readonly index: number; readonly state: ServerState }[];

  constructor(world: World, servers: readonly ServerState[]) {
    this.#world = world;
    this.#servers = world.plan.roles.tailServers.map((index) => ({
      index,
      state: servers[index] as ServerState,
    }));
  }

  /** Does what comes before `timePs`: nothing can be added to that any more. */
  runBefore(timePs: number): void {
    for (const { state } of this.#servers) serveBefore(state, timePs, this.#world.endPs);
  }

  /** Does, up to a server, what comes until `timePs`. */
  runUntil(timePs: number, server = Number.POSITIVE_INFINITY): void {
    for (const { index, state } of this.#servers) {
      if (index > server) return;
      serveBefore(state, Number.POSITIVE_INFINITY, timePs);
    }
  }

  has(server: number): boolean {
    return this.#servers.some(({ index }) => index === server);
  }
}
