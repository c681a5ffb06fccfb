import type { Hop, Network } from '../network';
import { type Roles, rolesOf } from './roles';

/**
 * A network laid out flat, once per run. Stations are the servers and then the queues. The lanes of
 * all flows are one list of steps: the next step of a packet is the next number, and behind the last
 * hop of each lane stands one step for the delivery.
 */
export interface Plan {
  readonly network: Network;
  readonly roles: Roles;
  /** By step: the station; behind the last hop, the one that is left, plus the number of stations. */
  readonly stations: Int32Array;
  readonly delaysPs: Float64Array;
  /** The ring on which packets wait to arrive; -1 when nothing needs a delivery to wait. */
  readonly rings: Int32Array;
  /** A place in the queue is taken before the packet arrives. */
  readonly hasPlace: Uint8Array;
  /** By flow: the first step of each lane. */
  readonly lanes: readonly Int32Array[];
  /** By ring: where it leads, a station as in `stations`, and whether a core fills it. */
  readonly ringsTo: readonly { readonly station: number; readonly isFromCore: boolean }[];
  readonly parties: Parties;
}

/** Who acts: the kind and index of every party of the calendar, and the party of each; -1 for none. */
export interface Parties {
  readonly kinds: readonly PartyKind[];
  readonly indices: readonly number[];
  readonly front: number;
  /** By flow. */
  readonly flows: readonly number[];
  /** By server. */
  readonly starts: readonly number[];
  /** By station, and then by station that is left: arrivals, and deliveries. */
  readonly arrivals: readonly number[];
  /** By queue. */
  readonly notices: readonly number[];
  readonly cores: readonly number[];
}

export type PartyKind =
  | 'front'
  | 'delivery'
  | 'flow'
  | 'start'
  | 'server'
  | 'queue'
  | 'notice'
  | 'core';

/** @throws RangeError  when a lane has no hops */
export function planOf(network: Network, hasShortcuts: boolean): Plan {
  const roles = rolesOf(network, hasShortcuts);
  const stations: number[] = [];
  const delaysPs: number[] = [];
  const rings: number[] = [];
  const hasPlace: number[] = [];
  const ringsTo: { station: number; isFromCore: boolean }[] = [];
  const ringOf = new Map<string, number>();
  const stationCount = network.servers.length + network.queues.length;

  const ringBetween = (producer: string, station: number) => {
    const name = `${producer} > ${station}`;
    const known = ringOf.get(name);
    if (known !== undefined) return known;
    ringOf.set(name, ringsTo.length);
    ringsTo.push({ station, isFromCore: producer.startsWith('core') });
    return ringsTo.length - 1;
  };
  const addStep = (station: number, delayPs: number, ring: number, isPlaceTaken: boolean) => {
    stations.push(station);
    delaysPs.push(delayPs);
    rings.push(ring);
    hasPlace.push(isPlaceTaken ? 1 : 0);
  };

  const lanes = network.flows.map((flow, index) =>
    Int32Array.from(flow.lanes, (lane) => {
      const [firstHop] = lane;
      const lastHop = lane.at(-1);
      if (firstHop === undefined || lastHop === undefined) {
        throw new RangeError(`a route of flow ${index} is empty`);
      }
      const first = stations.length;
      let producer = roles.starters[index] as string;
      let isAhead = false;
      for (const hop of lane) {
        const station = stationOf(network, hop);
        addStep(station, hop.delayPs, ringBetween(producer, station), isAhead);
        producer = producerOf(network, hop);
        isAhead = hop.to === 'server' && network.servers[hop.index]?.takesPlaceAhead === true;
      }
      const left = stationCount + stationOf(network, lastHop);
      const waits = flow.onDelivery !== null && !roles.isDeliveredAtOnce[index];
      addStep(left, 0, waits ? ringBetween(producer, left) : -1, false);
      return first;
    }),
  );
  return {
    network,
    roles,
    stations: Int32Array.from(stations),
    delaysPs: Float64Array.from(delaysPs),
    rings: Int32Array.from(rings),
    hasPlace: Uint8Array.from(hasPlace),
    lanes,
    ringsTo,
    parties: partiesOf(network, roles, ringsTo),
  };
}

/** Numbers them in the order in which they act at one time. */
function partiesOf(
  network: Network,
  roles: Roles,
  ringsTo: readonly { readonly station: number }[],
): Parties {
  const kinds: PartyKind[] = [];
  const indices: number[] = [];
  const add = (kind: PartyKind, index: number) => {
    kinds.push(kind);
    indices.push(index);
    return kinds.length - 1;
  };
  const { servers, queues, cores, flows } = network;
  const stationCount = servers.length + queues.length;
  const front = roles.frontFlows.length > 0 ? add('front', 0) : -1;
  const reached = new Set(ringsTo.map(({ station }) => station));
  const deliveries = Array.from({ length: stationCount }, (_, station) =>
    reached.has(stationCount + station) ? add('delivery', stationCount + station) : -1,
  );
  const flowParties = flows.map((_, index) => (isStarter(roles, index) ? add('flow', index) : -1));
  const starts: number[] = [];
  const arrivals: number[] = [];
  for (const [index] of servers.entries()) {
    starts.push(roles.isStepwise[index] ? add('start', index) : -1);
    arrivals.push(roles.frontServers.includes(index) ? -1 : add('server', index));
  }
  for (const [index] of queues.entries()) arrivals.push(add('queue', index));
  return {
    kinds,
    indices,
    front,
    flows: flowParties,
    starts,
    arrivals: [...arrivals, ...deliveries],
    notices: queues.map((_, index) => add('notice', index)),
    cores: cores.map((_, index) => add('core', index)),
  };
}

function isStarter(roles: Roles, flow: number): boolean {
  return !roles.frontFlows.includes(flow) && !roles.isStartedAtOnce[flow];
}

export function stationOf({ servers }: Network, hop: Hop): number {
  return hop.to === 'server' ? hop.index : servers.length + hop.index;
}

/** What sends packets on from a station, in the order of time: a server, or the core of a queue. */
export function producerOf({ queues }: Network, hop: Hop): string {
  return hop.to === 'server' ? `server ${hop.index}` : `core ${queues[hop.index]?.core}`;
}
