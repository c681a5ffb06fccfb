/** Puts a network together, part by part; parts are named by the numbers that it gives them. */
import type { Core, Flow, Network, Queue, Server } from '../network';
import { UNBOUNDED } from '../network';

export class NetworkBuilder {
  private readonly flows: Flow[] = [];
  private readonly servers: Server[] = [];
  private readonly queues: Queue[] = [];
  private readonly cores: Core[] = [];

  /** The number of the flow that is added next. */
  get nextFlow(): number {
    return this.flows.length;
  }

  /** Everything of the plainest kind that `parts` does not say; so for all that follow. */
  addFlow(parts: Pick<Flow, 'name' | 'bytes' | 'lanes'> & Partial<Flow>): number {
    return (
      this.flows.push({
        source: null,
        spread: 'random',
        onDelivery: null,
        onLoss: null,
        ...parts,
      }) - 1
    );
  }

  addServer(
    name: string,
    service: Partial<Server['service']>,
    parts: Partial<Omit<Server, 'service'>> = {},
  ): number {
    return (
      this.servers.push({
        name,
        count: 1,
        capacityPackets: UNBOUNDED,
        capacityBytes: UNBOUNDED,
        takesPlaceAhead: false,
        ...parts,
        service: {
          fixedPs: 0,
          perBytePs: 0,
          overheadBytes: 0,
          chunkBytes: 1,
          chunkPs: 0,
          extra: null,
          ...service,
        },
      }) - 1
    );
  }

  addQueue(name: string, core: number, parts: Partial<Queue>): number {
    return (
      this.queues.push({
        name,
        core,
        capacity: UNBOUNDED,
        releases: 'complete',
        budget: UNBOUNDED,
        priority: 0,
        notice: { kind: 'at-once', delayPs: 0 },
        wakePs: 0,
        pollPs: 0,
        work: [],
        signalPs: 0,
        ...parts,
      }) - 1
    );
  }

  addCore(name: string): number {
    return this.cores.push({ name, sibling: null }) - 1;
  }

  build(seed: number, times: { readonly warmupPs: number; readonly endPs: number }): Network {
    const { flows, servers, queues, cores } = this;
    return { seed, ...times, flows, servers, queues, cores };
  }
}
