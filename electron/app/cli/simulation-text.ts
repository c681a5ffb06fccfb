/** The result of a simulation in short tables. */
import { ACTIVITIES } from '../../domain/simulator/network';
import type { Latency, SimulationResult } from '../../domain/simulator/spec/result-format';
import { countWords, meanWords, percentWords, rateWords, timeWords } from './simulation-words';
import { textTable } from './text-table';

export function simulationText(result: SimulationResult): string {
  const { packets, wallMs, engine, seed, warmupNs, measuredNs } = result;
  const head = [
    `${result.specification}: ${timeWords(measuredNs)} after a warm-up of ${timeWords(warmupNs)}, seed ${seed}`,
    `${countWords(packets)} packets in ${timeWords(wallMs * 1e6)} (engine ${engine})`,
  ];
  const tables = [
    flowTable(result),
    latencyTable(result),
    serverTable(result),
    queueTable(result),
    coreTable(result),
    result.bottleneck === null ? [] : [result.bottleneck.sentence],
  ];
  return [head, ...tables]
    .filter((lines) => 0 < lines.length)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function flowTable({ flows }: SimulationResult): string[] {
  const rows = flows.map(({ name, offered, delivered, lost }) => [
    name,
    rateWords(offered.packetsPerS),
    rateWords(delivered.packetsPerS),
    `${meanWords(delivered.gbitPerS)} Gbit/s`,
    countWords(lost.packets),
    percentWords(lost.share),
  ]);
  const losses = flows.flatMap(({ name, lost }) =>
    lost.byStage.map(
      (stage) =>
        `  ${name}: ${countWords(stage.packets)} lost at ${stage.kind} ${stage.name} (${percentWords(stage.share)})`,
    ),
  );
  return [...textTable(['Flow', 'Offered/s', 'Delivered/s', '', 'Lost', ''], rows), ...losses];
}

function latencyTable({ flows }: SimulationResult): string[] {
  const rows = flows.flatMap(({ name, latencyNs, sinceCauseNs }) => [
    latencyRow(name, latencyNs),
    ...(sinceCauseNs === null ? [] : [latencyRow(`${name}, since its cause`, sinceCauseNs)]),
  ]);
  return textTable(
    ['Latency', 'Mean', 'Deviation', 'p50', 'p90', 'p99', 'p99.9', 'p99.99', 'Longest'],
    rows,
  );
}

function latencyRow(name: string, latency: Latency): string[] {
  const { mean, standardDeviation, p50, p90, p99, p999, p9999, max } = latency;
  return [name, ...[mean, standardDeviation, p50, p90, p99, p999, p9999, max].map(timeWords)];
}

function serverTable({ servers }: SimulationResult): string[] {
  if (servers.length === 0) return [];
  const rows = servers.map(
    ({ name, utilisation, arrived, lost, waitNs, serviceNs, meanWaiting, mostInside }) => [
      name,
      percentWords(utilisation),
      countWords(arrived),
      countWords(lost),
      timeWords(waitNs),
      timeWords(serviceNs),
      meanWords(meanWaiting),
      countWords(mostInside),
    ],
  );
  return textTable(
    ['Server', 'Busy', 'Came', 'Lost', 'Wait', 'Service', 'Mean waiting', 'Most inside'],
    rows,
  );
}

function queueTable({ queues }: SimulationResult): string[] {
  if (queues.length === 0) return [];
  const rows = queues.map(
    ({ name, core, arrived, lost, waitNs, stayNs, meanInside, mostWaiting, polls, wakes }) => [
      name,
      core,
      countWords(arrived + lost),
      countWords(lost),
      timeWords(waitNs),
      timeWords(stayNs),
      meanWords(meanInside),
      countWords(mostWaiting),
      countWords(polls),
      countWords(wakes),
    ],
  );
  return textTable(
    [
      'Queue',
      'Core',
      'Came',
      'Lost',
      'Wait',
      'Stay',
      'Mean inside',
      'Most waiting',
      'Polls',
      'Wakes',
    ],
    rows,
  );
}

function coreTable({ cores }: SimulationResult): string[] {
  if (cores.length === 0) return [];
  const used = ACTIVITIES.filter((activity) =>
    cores.some(({ activities }) => activities.some((one) => one.activity === activity)),
  );
  const rows = cores.map(({ name, utilisation, activities }) => [
    name,
    percentWords(utilisation),
    ...used.map((activity) =>
      percentWords(activities.find((one) => one.activity === activity)?.share ?? 0),
    ),
  ]);
  return textTable(['Core', 'Busy', ...used], rows);
}
