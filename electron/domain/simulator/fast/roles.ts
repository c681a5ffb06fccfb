import type { Emission, Flow, Hop, Network, Server, Service } from '../network';

/**
 * What in a network may take a shortcut, and why the shortcut is exact.
 *
 * - The **front**: flows that start by themselves whatever happens, and the servers that only they
 *   feed. Nothing behind them can change what they do, so they run ahead. A server that takes places
 *   ahead belongs to it when no one else takes places there: places only come back, so where one is
 *   left now, one will be left then.
 * - The **tail**: servers behind which packets are only delivered. Nothing hangs on when they act, so
 *   they act late and in long runs.
 * - Deliveries **at once**: where one station delivers a flow in the order of its packets and nothing
 *   else starts the flow that follows, the future delivery is counted when it is decided. With a
 *   constant delay the packet that follows is started then, too.
 */
export interface Roles {
  /** By server: what it does is decided no earlier than at the start of each service. */
  readonly isStepwise: readonly boolean[];
  readonly frontFlows: readonly number[];
  /** Upstream first. */
  readonly frontServers: readonly number[];
  /** Upstream first. */
  readonly tailServers: readonly number[];
  /** By flow. */
  readonly isDeliveredAtOnce: readonly boolean[];
  readonly isStartedAtOnce: readonly boolean[];
  /** By flow: a name for all that start packets in one order of time. */
  readonly starters: readonly string[];
}

export function rolesOf(network: Network, hasShortcuts: boolean): Roles {
  const { flows } = network;
  const isStepwise = network.servers.map((_, index) => hasToBeStepwise(network, index));
  if (!hasShortcuts) {
    return {
      isStepwise,
      frontFlows: [],
      frontServers: [],
      tailServers: [],
      isDeliveredAtOnce: flows.map(() => false),
      isStartedAtOnce: flows.map(() => false),
      starters: flows.map(() => 'flows'),
    };
  }
  const isFollower = followers(flows);
  const frontFlows = flows.flatMap((flow, index) =>
    flow.source?.kind === 'open' && flow.onLoss === null && !isFollower[index] ? [index] : [],
  );
  const isDeliveredAtOnce = flows.map(
    (flow, index) => flow.onDelivery !== null && keepsOrder(network, flow) && isOnly(flows, index),
  );
  const leaders = flows.map((_, index) =>
    flows.findIndex((flow, leader) => isDeliveredAtOnce[leader] && flow.onDelivery?.flow === index),
  );
  const isStartedAtOnce = leaders.map(
    (leader) => flows[leader]?.onDelivery?.delay.kind === 'constant',
  );
  const front = frontServers(network, new Set(frontFlows), isStepwise);
  return {
    isStepwise,
    frontFlows,
    frontServers: front,
    tailServers: tailServers(network, front),
    isDeliveredAtOnce,
    isStartedAtOnce,
    starters: flows.map((_, index) => {
      if (frontFlows.includes(index)) return 'front';
      const last = isStartedAtOnce[index]
        ? flows[leaders[index] ?? -1]?.lanes[0]?.at(-1)
        : undefined;
      if (last === undefined) return 'flows';
      return last.to === 'queue'
        ? `after core ${network.queues[last.index]?.core}`
        : `after server ${last.index}`;
    }),
  };
}

/** By flow: whether others start its packets. */
function followers(flows: readonly Flow[]): boolean[] {
  const followed = new Set(
    flows.flatMap(({ onDelivery, onLoss }) =>
      [onDelivery, onLoss].flatMap((emission) => (emission === null ? [] : [emission.flow])),
    ),
  );
  return flows.map((_, index) => followed.has(index));
}

/** One lane of stations that let packets out in the order in which they come in. */
function keepsOrder({ servers }: Network, { lanes }: Flow): boolean {
  const [lane] = lanes;
  if (lane === undefined || lanes.length > 1) return false;
  const last = lane.at(-1);
  const lastServer = last?.to === 'server' ? servers[last.index] : undefined;
  return (
    lane.every(({ to, index }) => to === 'queue' || servers[index]?.count === 1) &&
    (lastServer === undefined || takesTime(lastServer.service))
  );
}

/** Whether nothing but deliveries of flow `leader` start the one that follows it. */
function isOnly(flows: readonly Flow[], leader: number): boolean {
  const follower = flows[leader]?.onDelivery?.flow ?? -1;
  const starts = (emission: Emission | null) => emission?.flow === follower;
  return (
    flows[follower]?.source === null &&
    flows.every(
      ({ onDelivery, onLoss }, index) =>
        !starts(onLoss) && (index === leader || !starts(onDelivery)),
    )
  );
}

/** All packets' ways past a station: the flow, the lane, and which hop of it the station is. */
interface Passage {
  readonly flow: number;
  readonly lane: readonly Hop[];
  readonly at: number;
}

function passages(network: Network, to: Hop['to'], index: number): Passage[] {
  return network.flows.flatMap(({ lanes }, flow) =>
    lanes.flatMap((lane) =>
      lane.flatMap((hop, at) => (hop.to === to && hop.index === index ? [{ flow, lane, at }] : [])),
    ),
  );
}

/**
 * A departure may be decided at the arrival, unless a place is taken at the start of service, or what
 * takes no time would come too early among the things of one time: where it goes upstream, or where
 * its delivery starts others.
 */
function hasToBeStepwise(network: Network, index: number): boolean {
  const { takesPlaceAhead, service } = network.servers[index] as Server;
  if (takesPlaceAhead) return true;
  return !takesTime(service) && hasEarlyEffects(network, index);
}

function hasEarlyEffects(network: Network, index: number): boolean {
  return passages(network, 'server', index).some(({ flow, lane, at }) => {
    const next = lane[at + 1];
    if (next === undefined) return network.flows[flow]?.onDelivery !== null;
    return next.to === 'server' && next.index <= index;
  });
}

/** Whether every service takes at least a picosecond. */
function takesTime({ fixedPs, perBytePs, overheadBytes }: Service): boolean {
  return fixedPs + Math.round(perBytePs * overheadBytes) >= 1;
}

function frontServers(
  network: Network,
  frontFlows: ReadonlySet<number>,
  isStepwise: readonly boolean[],
): number[] {
  const front: number[] = [];
  for (const [index, server] of network.servers.entries()) {
    const ways = passages(network, 'server', index);
    const isFedByFront = ways.every(({ flow, lane, at }) => {
      const before = lane[at - 1];
      if (before === undefined) return frontFlows.has(flow);
      return (
        before.to === 'server' &&
        front.includes(before.index) &&
        !network.servers[before.index]?.takesPlaceAhead
      );
    });
    const isAlone = server.takesPlaceAhead
      ? ways.every((way) => isOnlyWay(network, index, way)) && !hasEarlyEffects(network, index)
      : !isStepwise[index];
    if (ways.length > 0 && isFedByFront && isAlone) front.push(index);
  }
  return front;
}

/** Whether the queue behind the server gets packets from this server only. */
function isOnlyWay(network: Network, server: number, { lane, at }: Passage): boolean {
  const next = lane[at + 1];
  if (next?.to !== 'queue') return true;
  return passages(network, 'queue', next.index).every((way) => {
    const before = way.lane[way.at - 1];
    return before?.to === 'server' && before.index === server;
  });
}

function tailServers(network: Network, front: readonly number[]): number[] {
  const tail: number[] = [];
  for (const [index, server] of [...network.servers.entries()].reverse()) {
    const ways = passages(network, 'server', index);
    const isLast = ways.every(({ flow, lane, at }) => {
      const { onDelivery, onLoss } = network.flows[flow] as Flow;
      const next = lane[at + 1];
      const isBeforeTail =
        next === undefined || (next.to === 'server' && tail.includes(next.index));
      const before = lane[at - 1];
      const isFromBehind = before?.to === 'server' && before.index >= index;
      return onDelivery === null && onLoss === null && isBeforeTail && !isFromBehind;
    });
    const isFree = !server.takesPlaceAhead && !front.includes(index);
    if (isFree && isLast && ways.length > 0) tail.unshift(index);
  }
  return tail;
}
