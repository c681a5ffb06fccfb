/**
 * The network, one event per packet and station, as plainly as it can be said: the oracle of the
 * tests and the fixed control of the benchmarks. It is not to be made faster.
 */
import type { Network } from '../network';
import type { Engine, Observer, RunResult } from '../run-result';
import { Cores, queueRank } from './cores';
import { PHASE } from './event-list';
import { Flows } from './flows';
import type { Packet } from './packet';
import { arrivalRank, Servers } from './servers';
import { World } from './world';

const EVENTS_PER_STEP = 20_000;

export const referenceEngine: Engine = function* (network, observer) {
  const run = new Run(network, observer);
  for (;;) {
    for (let events = 0; events < EVENTS_PER_STEP; events++) {
      if (!run.step()) return run.result;
    }
    yield run.progress;
  }
};

class Run {
  private readonly world: World;
  private readonly flows: Flows;
  private readonly servers: Servers;
  private readonly cores: Cores;

  constructor(network: Network, observer: Observer | undefined) {
    this.world = new World(network, observer);
    this.flows = new Flows(this.world, (packet) => this.send(packet, false));
    const lose = this.flows.lose.bind(this.flows);
    this.cores = new Cores(this.world, { lose, forward: (packet) => this.forward(packet, true) });
    this.servers = new Servers(this.world, {
      lose,
      forward: (packet) => this.forward(packet, false),
      takePlace: (queue) => this.cores.takePlace(queue),
    });
    this.flows.begin();
  }

  /** Lets the next thing happen; false when the run is over. */
  step(): boolean {
    const { next } = this.world.events;
    if (next === undefined || next.timePs > this.world.network.endPs) return false;
    this.world.events.take();
    this.world.nowPs = next.timePs;
    next.act();
    return true;
  }

  get progress(): number {
    return this.world.nowPs / this.world.network.endPs;
  }

  get result(): RunResult {
    const { endPs, warmupPs } = this.world.network;
    return {
      measuredPs: endPs - warmupPs,
      packets: this.flows.started,
      flows: this.flows.results,
      servers: this.servers.results,
      queues: this.cores.queueResults,
      cores: this.cores.coreResults,
    };
  }

  private forward(packet: Packet, isFromCore: boolean): void {
    packet.hop += 1;
    if (packet.hop === packet.route.length) this.flows.deliver(packet);
    else this.send(packet, isFromCore);
  }

  /** To the hop that `packet.hop` names. */
  private send(packet: Packet, isFromCore: boolean): void {
    const hop = packet.route[packet.hop];
    if (hop === undefined) throw new RangeError(`a route of flow ${packet.flow} is empty`);
    const { network, nowPs } = this.world;
    const isServer = hop.to === 'server';
    const rank = isServer ? arrivalRank(hop.index) : queueRank(network, hop.index);
    const before = packet.route[packet.hop - 1];
    const hasPlace =
      before?.to === 'server' && network.servers[before.index]?.takesPlaceAhead === true;
    const key = [PHASE.arrivals, rank, packet.flow, packet.number] as const;
    this.world.at(nowPs + hop.delayPs, key, () => {
      if (isServer) this.servers.arrive(hop.index, packet);
      else this.cores.arrive(hop.index, packet, hasPlace, isFromCore);
    });
  }
}
