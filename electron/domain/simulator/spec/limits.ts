import { type Distribution, meanOf } from '../draws/distribution';
import type { Emission, Flow, Hop, Network, Queue, Server } from '../network';
import { UNBOUNDED } from '../network';
import { packetsPerPs } from './build-network';
import { GREATEST_MILLISECONDS } from './network-form';
import { impossible, type SpecificationProblem } from './problem';

/** More packets than an engine gets through in a working day. */
export const GREATEST_PACKETS = 1e10;

/** Gaps that are so much longer than the times with arrivals, an engine cannot count out. */
const GREATEST_GAP_PER_BURST = 1e6;

/**
 * What is well written and still cannot be run: time that stands still, and more than can be done.
 * @param problems  with those found so far: where parts are missing, some answers would be wrong
 */
export function noteLimits(network: Network, problems: SpecificationProblem[]): void {
  const areFlowsSound = !problems.some(({ path }) => path.startsWith('/flows'));
  const isSoundSoFar = problems.length === 0;
  noteServersThatTakePlaces(network, areFlowsSound, problems);
  for (const flow of network.flows) noteArrivals(flow, problems);
  noteCircles(network, problems);
  if (isSoundSoFar) noteLength(network, problems);
}

function noteServersThatTakePlaces(
  network: Network,
  areFlowsSound: boolean,
  problems: SpecificationProblem[],
): void {
  for (const [index, { name, count, takesPlaceAhead }] of network.servers.entries()) {
    if (!takesPlaceAhead) continue;
    const path = ['servers', name, 'takes_place_ahead'];
    if (count > 1) {
      problems.push(
        impossible(
          path,
          `${count} servers`,
          'a count of 1',
          'only a single server can take places ahead; leave out count or this key',
        ),
      );
    }
    const leadsToQueue = network.flows.some(({ lanes }) =>
      lanes.some((lane) =>
        lane.some(
          (hop, at) => hop.to === 'server' && hop.index === index && lane[at + 1]?.to === 'queue',
        ),
      ),
    );
    if (areFlowsSound && !leadsToQueue) {
      problems.push(
        impossible(
          path,
          'no queue behind it',
          'a route on which a queue comes next',
          'no route has a queue right behind this server, in which it could take a place',
        ),
      );
    }
  }
}

function noteArrivals({ name, source }: Flow, problems: SpecificationProblem[]): void {
  if (source?.kind !== 'open') return;
  const { gap, burst } = source;
  const path = ['flows', name, 'arrivals'];
  if (meanOf(gap) < 1) {
    problems.push(
      impossible(
        [...path, 'gap_ns'],
        `${meanOf(gap) / 1000} ns in the mean`,
        'a mean of 0.001 ns or more',
        'packets would come without any time between them; the mean gap must be 0.001 ns or more',
      ),
    );
  }
  if (burst === null) return;
  if (meanOf(burst.on) < Math.max(1, meanOf(gap) / GREATEST_GAP_PER_BURST)) {
    problems.push(
      impossible(
        [...path, 'burst', 'on_ns'],
        `${meanOf(burst.on) / 1000} ns in the mean`,
        `a mean of 0.001 ns or more, and at least a millionth of the mean gap`,
        'the times with arrivals are too short for the gaps between them; nearly none would hold a packet',
      ),
    );
  }
}

/** Flows that start each other again and again, in no time. */
function noteCircles(network: Network, problems: SpecificationProblem[]): void {
  const known = new Set<string>();
  for (const start of network.flows.keys()) {
    const circle = circleFrom(network, start, (_flow, stepPs) => stepPs === 0);
    if (circle === null) continue;
    const names = circle.map((flow) => network.flows[flow]?.name ?? '');
    const key = names.toSorted().join('\n');
    if (known.has(key)) continue;
    known.add(key);
    const [first = ''] = names;
    problems.push(
      impossible(
        ['flows', first],
        `${[...names, first].join(' → ')} in no time`,
        'time somewhere on the way round',
        `packets would go round in no time (${[...names, first].join(' → ')}); give a station on the way a service time, or after_ns`,
      ),
    );
  }
}

interface Step {
  readonly flow: number;
  /** From the start of a packet to that of the one that follows from it, when nothing waits. */
  readonly stepPs: number;
}

/** The flows of a circle on which every step passes. */
function circleFrom(
  network: Network,
  start: number,
  passes: (flow: number, stepPs: number) => boolean,
): readonly number[] | null {
  const walk: { flow: number; onwards: Step[] }[] = [
    { flow: start, onwards: stepsOf(network, start) },
  ];
  const seen = new Set([start]);
  for (let here = walk.at(-1); here !== undefined; here = walk.at(-1)) {
    const step = here.onwards.pop();
    if (step === undefined) walk.pop();
    else if (passes(step.flow, step.stepPs)) {
      const at = walk.findIndex(({ flow }) => flow === step.flow);
      if (at >= 0) return walk.slice(at).map(({ flow }) => flow);
      if (seen.has(step.flow)) continue;
      seen.add(step.flow);
      walk.push({ flow: step.flow, onwards: stepsOf(network, step.flow) });
    }
  }
  return null;
}

/** What packets of a flow start one for one; what starts less often dies out on a circle. */
function stepsOf(network: Network, index: number): Step[] {
  const flow = network.flows[index];
  if (flow === undefined) return [];
  const bytes = meanOf(flow.bytes);
  const step = (emission: Emission | null, ownPs: number) =>
    emission === null || emission.every > 1
      ? []
      : [{ flow: emission.flow, stepPs: ownPs + drawnPs(emission.delay) }];
  const delivered = least(flow.lanes.map((lane) => timeOf(network, lane, bytes)));
  const lost = least(flow.lanes.map((lane) => timeToLoss(network, lane, bytes)));
  return [
    ...step(flow.onDelivery, delivered),
    ...(Number.isFinite(lost) ? step(flow.onLoss, lost) : []),
  ];
}

/** Infinite for a flow without sound routes, which goes nowhere. */
function least(times: readonly number[]): number {
  return times.reduce((low, time) => Math.min(low, time), Number.POSITIVE_INFINITY);
}

function timeOf(network: Network, lane: readonly Hop[], bytes: number): number {
  return lane.reduce((sum, hop) => sum + hop.delayPs + stationPs(network, hop, bytes), 0);
}

/** Until the first station that may be full; infinite when there is none. */
function timeToLoss(network: Network, lane: readonly Hop[], bytes: number): number {
  let sum = 0;
  for (const hop of lane) {
    sum += hop.delayPs;
    const server = hop.to === 'server' ? network.servers[hop.index] : undefined;
    const queue = hop.to === 'queue' ? network.queues[hop.index] : undefined;
    const isBounded =
      server?.takesPlaceAhead === true ||
      [server?.capacityPackets, server?.capacityBytes, queue?.capacity].some(
        (room) => room !== undefined && room < UNBOUNDED,
      );
    if (isBounded) return sum;
    sum += stationPs(network, hop, bytes);
  }
  return Number.POSITIVE_INFINITY;
}

function stationPs(network: Network, hop: Hop, bytes: number): number {
  const server = hop.to === 'server' ? network.servers[hop.index] : undefined;
  if (server !== undefined) return serverPs(server, bytes);
  const queue = hop.to === 'queue' ? network.queues[hop.index] : undefined;
  return queue === undefined ? 0 : queuePs(queue, bytes);
}

function serverPs({ service }: Server, bytes: number): number {
  const all = bytes + service.overheadBytes;
  const chunks = service.chunkPs === 0 ? 0 : Math.ceil(all / service.chunkBytes);
  return (
    service.fixedPs +
    Math.round(service.perBytePs * all) +
    chunks * service.chunkPs +
    (service.extra === null ? 0 : drawnPs(service.extra))
  );
}

function queuePs({ pollPs, work }: Queue, bytes: number): number {
  return work.reduce(
    (sum, { perPacketPs, perBytePs, extra }) =>
      sum + perPacketPs + Math.round(perBytePs * bytes) + (extra === null ? 0 : drawnPs(extra)),
    pollPs,
  );
}

/** The mean; 0 when all that is drawn rounds to no time. */
function drawnPs(distribution: Distribution): number {
  const mean = meanOf(distribution);
  return mean < 0.001 ? 0 : mean;
}

function noteLength(network: Network, problems: SpecificationProblem[]): void {
  const { endPs } = network;
  const milliseconds = endPs / 1e9;
  if (!(milliseconds <= GREATEST_MILLISECONDS)) {
    problems.push(
      impossible(
        ['duration_ms'],
        `${milliseconds.toPrecision(4)} ms with the warm-up`,
        `warm-up and duration of ${GREATEST_MILLISECONDS} ms or less together`,
        `the run would end after ${milliseconds.toPrecision(4)} ms; it may last ${GREATEST_MILLISECONDS} ms (2.5 hours) with its warm-up`,
      ),
    );
    return;
  }
  const packets = expectedPackets(network);
  if (packets <= GREATEST_PACKETS) return;
  problems.push(
    impossible(
      ['duration_ms'],
      `about ${packets.toExponential(1).replace('+', '')} packets`,
      `${GREATEST_PACKETS.toExponential().replace('+', '')} packets or less`,
      `the run would start about ${packets.toExponential(1).replace('+', '')} packets, and ${GREATEST_PACKETS.toExponential().replace('+', '')} are the most; make it shorter or the rates lower`,
    ),
  );
}

/** Packets of the whole run, when nothing waits and nothing is lost. */
function expectedPackets(network: Network): number {
  const { flows, endPs } = network;
  const started = flows.map((flow) => {
    if (flow.source?.kind === 'initial') return flow.source.packets;
    if (flow.source === null) return 0;
    return (
      packetsPerPs(flow) * Math.max(0, Math.min(endPs, flow.source.untilPs) - flow.source.firstPs)
    );
  });
  let sum = 0;
  for (const [index, packets] of started.entries()) {
    const isOpen = flows[index]?.source?.kind === 'open';
    // Those of a rate come over the whole time, so that they go round half of it in the mean.
    sum += packets * packetsPerStart(network, index, isOpen ? endPs / 2 : endPs);
  }
  return sum;
}

/** Itself and all that follows from its delivery, within a time. */
function packetsPerStart(network: Network, start: number, timePs: number): number {
  const seen = new Map<number, number>();
  let elapsedPs = 0;
  let count = 1;
  let share = 1;
  let index = start;
  for (;;) {
    const flow = network.flows[index];
    if (flow?.onDelivery === undefined || flow.onDelivery === null) return count;
    seen.set(index, elapsedPs);
    const { flow: next, every, delay } = flow.onDelivery;
    elapsedPs +=
      least(flow.lanes.map((lane) => timeOf(network, lane, meanOf(flow.bytes)))) + drawnPs(delay);
    if (!Number.isFinite(elapsedPs)) return count;
    const before = seen.get(next);
    share /= every;
    if (before !== undefined) {
      const roundPs = elapsedPs - before;
      return share < 1 || roundPs === 0 ? 2 * count : count * Math.max(1, timePs / roundPs);
    }
    count += share;
    index = next;
  }
}
