/** Puts a network together, part by part; parts are named by the numbers that it gives them. */
import type { Core, Flow, Network, Queue, Server } from '../network';
import { NO_TIME, PLAIN_CORE, plainFlow, plainQueue, plainServer } from '../plain-parts';

export class NetworkBuilder {
  private readonly flows: Flow[] = [];
  private readonly servers: Server[] = [];
  private readonly queues: Queue[] = [];
  private readonly cores: Core[] = [];

  /** The number of the flow that is added next. */
  get nextFlow(): number {
    return this.flows.length;
  }

  /** The plainest of its kind but for `parts`; so for servers and queues. */
  addFlow({
    source = null,
    lanes,
    ...parts
  }: Pick<Flow, 'name' | 'bytes' | 'lanes'> & Partial<Flow>): number {
    return this.flows.push(plainFlow(source, lanes, parts)) - 1;
  }

  addServer(
    name: string,
    service: Partial<Server['service']>,
    parts: Partial<Omit<Server, 'service'>> = {},
  ): number {
    const whole = { ...parts, name, service: { ...NO_TIME, ...service } };
    return this.servers.push(plainServer(null, whole)) - 1;
  }

  addQueue(name: string, core: number, parts: Partial<Queue>): number {
    return this.queues.push(plainQueue(null, { ...parts, name, core })) - 1;
  }

  addCore(name: string): number {
    return this.cores.push({ ...PLAIN_CORE, name }) - 1;
  }

  build(seed: number, times: { readonly warmupPs: number; readonly endPs: number }): Network {
    const { flows, servers, queues, cores } = this;
    return { seed, ...times, flows, servers, queues, cores };
  }
}
