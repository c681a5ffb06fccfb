/** The result of a run with names and units of people: nanoseconds, rates, shares. */
import type { Histogram } from '../measure/histogram';
import { ACTIVITIES, type Network } from '../network';
import type {
  Amount,
  CoreResult,
  FlowResult,
  QueueResult,
  RunResult,
  ServerResult,
} from '../run-result';
import { bottleneckOf } from './bottleneck';
import type { Simulation } from './read-specification';
import type {
  CoreReport,
  FlowReport,
  Latency,
  QueueReport,
  RunReport,
  ServerReport,
} from './result-format';

export function reportRun({ form, network }: Simulation, result: RunResult): RunReport {
  const { measuredPs } = result;
  return {
    form,
    seed: network.seed,
    warmupNs: network.warmupPs / 1000,
    measuredNs: measuredPs / 1000,
    packets: result.packets,
    flows: result.flows.map((flow, index) => flowReport(network, index, flow, measuredPs)),
    servers: result.servers.map((server, index) =>
      serverReport(network, index, server, measuredPs),
    ),
    queues: result.queues.map((queue, index) => queueReport(network, index, queue, measuredPs)),
    cores: result.cores.map((core, index) => coreReport(network, index, core, measuredPs)),
    bottleneck: bottleneckOf(network, result),
  };
}

function flowReport(
  network: Network,
  index: number,
  { started, delivered, lost, whole, latency, sinceCause }: FlowResult,
  measuredPs: number,
): FlowReport {
  const lostPackets = lost.reduce((sum, { packets }) => sum + packets, 0);
  const ended = delivered.packets + lostPackets;
  const shareOf = (packets: number) => (ended === 0 ? 0 : packets / ended);
  const isCaused = network.flows.some(
    ({ onDelivery, onLoss }) => onDelivery?.flow === index || onLoss?.flow === index,
  );
  return {
    name: network.flows[index]?.name ?? '',
    offered: amount(started, measuredPs),
    delivered: amount(delivered, measuredPs),
    lost: {
      packets: lostPackets,
      share: shareOf(lostPackets),
      byStage: lost
        .filter(({ packets }) => packets > 0)
        .map(({ at, index: place, packets }) => ({
          kind: at,
          name: (at === 'server' ? network.servers : network.queues)[place]?.name ?? '',
          packets,
          share: shareOf(packets),
        }))
        .toSorted((a, b) => b.packets - a.packets || (a.name < b.name ? -1 : 1)),
    },
    wholeRun: whole,
    latencyNs: latencyOf(latency),
    sinceCauseNs: isCaused ? latencyOf(sinceCause) : null,
  };
}

function amount({ packets, bytes }: Amount, measuredPs: number) {
  return {
    packets,
    bytes,
    packetsPerS: (packets / measuredPs) * 1e12,
    gbitPerS: (bytes / measuredPs) * 8000,
  };
}

function latencyOf(histogram: Histogram): Latency {
  return {
    count: histogram.count,
    mean: inNanoseconds(histogram.meanPicoseconds),
    standardDeviation: inNanoseconds(histogram.deviationPicoseconds),
    min: inNanoseconds(histogram.minPicoseconds),
    p50: inNanoseconds(histogram.quantile(0.5)),
    p90: inNanoseconds(histogram.quantile(0.9)),
    p99: inNanoseconds(histogram.quantile(0.99)),
    p999: inNanoseconds(histogram.quantile(0.999)),
    p9999: inNanoseconds(histogram.quantile(0.9999)),
    max: inNanoseconds(histogram.maxPicoseconds),
  };
}

function serverReport(
  network: Network,
  index: number,
  { arrived, lost, begun, waitedPs, servedPs, busyPs, mostPackets }: ServerResult,
  measuredPs: number,
): ServerReport {
  const { name, count } = network.servers[index] ?? { name: '', count: 1 };
  return {
    name,
    arrived,
    lost,
    served: begun,
    utilisation: busyPs / measuredPs / count,
    waitNs: meanNs(waitedPs, begun),
    serviceNs: meanNs(servedPs, begun),
    meanWaiting: waitedPs / measuredPs,
    meanInside: (waitedPs + servedPs) / measuredPs,
    mostInside: mostPackets,
  };
}

function queueReport(
  network: Network,
  index: number,
  { arrived, lost, taken, waitedPs, stayedPs, polls, wakes, signals, mostWaiting }: QueueResult,
  measuredPs: number,
): QueueReport {
  const queue = network.queues[index];
  return {
    name: queue?.name ?? '',
    core: network.cores[queue?.core ?? -1]?.name ?? '',
    arrived,
    lost,
    taken,
    waitNs: meanNs(waitedPs, taken),
    stayNs: meanNs(stayedPs, taken),
    meanWaiting: waitedPs / measuredPs,
    meanInside: stayedPs / measuredPs,
    mostWaiting,
    polls,
    wakes,
    signals,
    packetsPerPoll: polls === 0 ? null : taken / polls,
  };
}

function coreReport(
  network: Network,
  index: number,
  { busyPs, workedPs, byActivity }: CoreResult,
  measuredPs: number,
): CoreReport {
  return {
    name: network.cores[index]?.name ?? '',
    utilisation: busyPs / measuredPs,
    workedNs: workedPs / 1000,
    activities: ACTIVITIES.filter((activity) => byActivity[activity] > 0).map((activity) => ({
      activity,
      ns: byActivity[activity] / 1000,
      share: byActivity[activity] / measuredPs,
    })),
  };
}

/** To a picosecond. */
function inNanoseconds(picoseconds: number | null): number | null {
  return picoseconds === null ? null : Math.round(picoseconds) / 1000;
}

function meanNs(sumPs: number, count: number): number | null {
  return count === 0 ? null : inNanoseconds(sumPs / count);
}
