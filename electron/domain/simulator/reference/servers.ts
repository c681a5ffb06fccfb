import { type Drawer, drawerOf } from '../draws/drawer';
import { streamOf } from '../draws/xoshiro';
import { ExactSum } from '../measure/exact-sum';
import type { Network, Server, Service } from '../network';
import type { ServerResult } from '../run-result';
import { STREAM } from '../stream-labels';
import { PHASE } from './event-list';
import type { Packet } from './packet';
import type { World } from './world';

/** What servers need of the rest. */
export interface ServerSurroundings {
  /** Sends a packet to its next hop, or delivers it. */
  forward(packet: Packet): void;
  lose(packet: Packet, at: 'server' | 'queue', index: number): void;
  /** Takes a place in a queue for a packet that comes later; false when there is none. */
  takePlace(queue: number): boolean;
}

export class Servers {
  private readonly servers: ServerState[];

  constructor(
    private readonly world: World,
    private readonly around: ServerSurroundings,
  ) {
    const { network } = world;
    this.servers = network.servers.map((server, index) => new ServerState(network, server, index));
  }

  /** A packet is here now. */
  arrive(index: number, packet: Packet): void {
    const state = this.stateOf(index);
    const { server } = state;
    if (this.world.isMeasured) state.arrived += 1;
    const isFull =
      state.packets + 1 > server.capacityPackets ||
      state.bytes + packet.bytes > server.capacityBytes;
    if (isFull) {
      if (this.world.isMeasured) state.lost += 1;
      this.around.lose(packet, 'server', index);
      return;
    }
    state.packets += 1;
    state.bytes += packet.bytes;
    if (this.world.isMeasured) state.mostPackets = Math.max(state.mostPackets, state.packets);
    state.waiting.push({ packet, sincePs: this.world.nowPs });
    this.startWhatCan(index);
  }

  get results(): ServerResult[] {
    return this.servers.map((state) => state.result);
  }

  private startWhatCan(index: number): void {
    const state = this.stateOf(index);
    while (state.busy < state.server.count) {
      const head = state.waiting.shift();
      if (head === undefined) return;
      this.start(index, head);
    }
  }

  private start(index: number, { packet, sincePs }: Waiting): void {
    const state = this.stateOf(index);
    const next = packet.route[packet.hop + 1];
    const needsPlace = state.server.takesPlaceAhead && next?.to === 'queue';
    if (needsPlace && !this.around.takePlace(next.index)) {
      state.leave(packet);
      this.around.lose(packet, 'queue', next.index);
      return;
    }
    const { nowPs } = this.world;
    const servicePs = serviceTime(state.server.service, packet.bytes, state.extra);
    state.busy += 1;
    if (this.world.isMeasured) {
      state.begun += 1;
      state.waited.add(nowPs - sincePs);
      state.served.add(servicePs);
    }
    state.busyTime.add(this.world.measuredPart(nowPs, nowPs + servicePs));
    const done = nowPs + servicePs;
    this.world.at(done, [PHASE.completions, index, packet.flow, packet.number], () => {
      state.busy -= 1;
      state.leave(packet);
      this.around.forward(packet);
      this.world.at(done, [PHASE.arrivals, startRank(index), 0, 0], () => this.startWhatCan(index));
    });
  }

  private stateOf(index: number): ServerState {
    const state = this.servers[index];
    if (state === undefined) throw new RangeError(`there is no server ${index}`);
    return state;
  }
}

/** Sources come first, then every server: first what waits there starts, then packets arrive. */
export function startRank(server: number): number {
  return 1 + 2 * server;
}

export function arrivalRank(server: number): number {
  return 2 + 2 * server;
}

export function serviceTime(service: Service, bytes: number, extra: Drawer | null): number {
  const all = bytes + service.overheadBytes;
  const chunks = service.chunkPs === 0 ? 0 : Math.ceil(all / service.chunkBytes);
  const byChance = extra?.next() ?? 0;
  return (
    service.fixedPs + Math.round(service.perBytePs * all) + chunks * service.chunkPs + byChance
  );
}

interface Waiting {
  readonly packet: Packet;
  readonly sincePs: number;
}

class ServerState {
  packets = 0;
  bytes = 0;
  busy = 0;
  readonly waiting: Waiting[] = [];
  readonly extra: Drawer | null;
  arrived = 0;
  lost = 0;
  begun = 0;
  mostPackets = 0;
  readonly waited = new ExactSum();
  readonly served = new ExactSum();
  readonly busyTime = new ExactSum();

  constructor(
    { seed }: Network,
    readonly server: Server,
    index: number,
  ) {
    const { extra } = server.service;
    this.extra = extra && drawerOf(extra, streamOf(seed, STREAM.service, index));
  }

  leave(packet: Packet): void {
    this.packets -= 1;
    this.bytes -= packet.bytes;
  }

  get result(): ServerResult {
    return {
      arrived: this.arrived,
      lost: this.lost,
      begun: this.begun,
      waitedPs: this.waited.value,
      servedPs: this.served.value,
      busyPs: this.busyTime.value,
      mostPackets: this.mostPackets,
    };
  }
}
