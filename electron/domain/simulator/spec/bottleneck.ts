/**
 * What the network would run into first if its load grew. Servers and cores count, for they are
 * what work takes time on; a queue that is full while its core has time left is told beside it.
 *
 * Where it stops being true: every packet is taken to cost what it costs now. A core whose polls
 * find more packets under more load pays less for each, and saturates later than told. What is lost
 * upstream never arrives, so that a station behind a full one seems to have time left.
 */
import { formatNumber, formatShare } from '../../../../shared/format/quantity';
import type { Network } from '../network';
import type { RunResult } from '../run-result';
import type { Bottleneck, ResourceLoad } from './result-format';

/** From here on, a resource counts as saturated. */
const SATURATED = 0.995;

/** Null when nothing in the network takes time. */
export function bottleneckOf(network: Network, result: RunResult): Bottleneck | null {
  const loads = [...serverLoads(network, result), ...coreLoads(network, result)]
    .filter(({ demand }) => demand > 0)
    .toSorted((a, b) => b.demand - a.demand || (a.name < b.name ? -1 : 1));
  const [first, next = null] = loads;
  if (first === undefined) return null;
  const isSaturated = first.utilisation >= SATURATED || first.demand >= 1;
  const bottleneck = { ...first, isSaturated, next };
  return { ...bottleneck, sentence: sentenceOf(bottleneck, fullPlace(network, result)) };
}

function serverLoads(network: Network, result: RunResult): ResourceLoad[] {
  return result.servers.map(({ arrived, begun, busyPs, servedPs }, index) => {
    const { name, count } = network.servers[index] ?? { name: '', count: 1 };
    const available = result.measuredPs * count;
    const utilisation = busyPs / available;
    const wanted = begun === 0 ? 0 : (servedPs / available) * (arrived / begun);
    return loadOf(network, result, {
      kind: 'server',
      name,
      utilisation,
      demand: Math.max(utilisation, wanted),
    });
  });
}

function coreLoads(network: Network, result: RunResult): ResourceLoad[] {
  return result.cores.map(({ busyPs, workedPs }, index) => {
    const queues = result.queues.filter((_, queue) => network.queues[queue]?.core === index);
    const taken = queues.reduce((sum, queue) => sum + queue.taken, 0);
    const came = queues.reduce((sum, queue) => sum + queue.arrived + queue.lost, 0);
    const utilisation = busyPs / result.measuredPs;
    const wanted = taken === 0 ? 0 : (workedPs / result.measuredPs) * (came / taken);
    return loadOf(network, result, {
      kind: 'core',
      name: network.cores[index]?.name ?? '',
      utilisation,
      demand: Math.max(utilisation, wanted),
    });
  });
}

function loadOf(
  { flows }: Network,
  result: RunResult,
  load: Omit<ResourceLoad, 'saturatesAt'>,
): ResourceLoad {
  if (load.demand === 0) return { ...load, saturatesAt: null };
  const timesThisLoad = 1 / load.demand;
  const hasClosedLoop = flows.some(({ source }) => source?.kind === 'initial');
  const offered = result.flows.reduce(
    (sum, { started }, index) =>
      flows[index]?.source?.kind === 'open' ? sum + started.packets : sum,
    0,
  );
  const packetsPerS = hasClosedLoop ? null : (offered / result.measuredPs) * 1e12 * timesThisLoad;
  return { ...load, saturatesAt: { timesThisLoad, packetsPerS } };
}

interface FullPlace {
  readonly name: string;
  readonly share: number;
}

/** Where most packets are lost. */
function fullPlace(network: Network, { servers, queues }: RunResult): FullPlace | null {
  const places = [
    ...servers.map(({ lost, arrived }, index) => ({
      name: network.servers[index]?.name ?? '',
      lost,
      came: arrived,
    })),
    ...queues.map(({ lost, arrived }, index) => ({
      name: network.queues[index]?.name ?? '',
      lost,
      came: arrived + lost,
    })),
  ];
  const [worst] = places.toSorted((a, b) => b.lost - a.lost);
  if (worst === undefined || worst.lost === 0) return null;
  return { name: worst.name, share: worst.lost / worst.came };
}

function sentenceOf(bottleneck: Omit<Bottleneck, 'sentence'>, full: FullPlace | null): string {
  const { kind, name, isSaturated, utilisation, demand, saturatesAt, next } = bottleneck;
  const rate = saturatesAt?.packetsPerS;
  const atRate =
    rate === null || rate === undefined ? '' : ` (${formatNumber(Math.round(rate))} packets/s)`;
  const times = formatNumber(Number((saturatesAt?.timesThisLoad ?? 0).toPrecision(3)));
  const head = !isSaturated
    ? `The ${kind} “${name}” comes first: ${formatShare(utilisation)} busy, saturated at ${times} times this load${atRate}.`
    : demand > 1.005
      ? `The ${kind} “${name}” is saturated: ${formatShare(demand)} of what it can do comes its way, and it carries ${times} of this load${atRate}.`
      : `The ${kind} “${name}” is saturated: ${formatShare(utilisation)} busy.`;
  const loss =
    full === null || isSaturated
      ? ''
      : ` “${full.name}” is full at times all the same and loses ${formatShare(full.share)} of what comes: it lacks room, not speed.`;
  const then =
    next === null
      ? ''
      : ` Next is the ${next.kind} “${next.name}”, ${formatShare(next.utilisation)} busy.`;
  return `${head}${loss}${then}`;
}
