/** A sweep as a table, for people and for spreadsheets. */
import type { JsonValue } from '../../domain/import/json-value';
import type { Condition } from '../../domain/simulator/sweep/conditions';
import type { SweepResult, SweepRun } from '../../domain/simulator/sweep/sweep-format';
import { type CsvCell, csv } from '../report-files/csv';
import { meanWords, percentWords, rateWords, timeWords } from './simulation-words';
import { textTable } from './text-table';

export function sweepText(sweep: SweepResult): string {
  const lines = textTable(
    [
      ...valueNames(sweep),
      ...['Flow', 'Offered/s', 'Delivered/s', 'Gbit/s', 'Lost', 'Mean', 'p50', 'p99', 'p99.9'],
      'Bottleneck',
    ],
    sweep.runs.flatMap(textRows),
  );
  const found = sweep.runs.flatMap((run) => mostLines(run));
  return `${[...lines, ...(found.length === 0 ? [] : ['', ...found])].join('\n')}\n`;
}

/** The last step of a pointer says enough where it is the only one of its name. */
function valueNames({ varied, runs }: SweepResult): string[] {
  const most = runs[0]?.most;
  const pointers = [...varied, ...(most ? [most.pointer] : [])];
  const last = (pointer: string) => pointer.slice(pointer.lastIndexOf('/') + 1);
  return pointers.map((pointer) =>
    pointers.filter((one) => last(one) === last(pointer)).length === 1 ? last(pointer) : pointer,
  );
}

/** With the value that was found, where one was looked for. */
function valuesOf({ values, most }: SweepRun): readonly JsonValue[] {
  return most === null ? values : [...values, most.holds];
}

function textRows(run: SweepRun): string[][] {
  const values = valuesOf(run).map(valueWords);
  const { result } = run;
  if (result === null) return [[...values, '–']];
  return result.flows.map(({ name, offered, delivered, lost, latencyNs }, at) => [
    ...values.map((value) => (at === 0 ? value : '')),
    name,
    rateWords(offered.packetsPerS),
    rateWords(delivered.packetsPerS),
    meanWords(delivered.gbitPerS),
    percentWords(lost.share),
    timeWords(latencyNs.mean),
    timeWords(latencyNs.p50),
    timeWords(latencyNs.p99),
    timeWords(latencyNs.p999),
    at === 0 && result.bottleneck !== null
      ? `${result.bottleneck.name} ${percentWords(result.bottleneck.utilisation)}`
      : '',
  ]);
}

function valueWords(value: JsonValue): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function mostLines({ values, most }: SweepRun): string[] {
  if (most === null) return [];
  const where = values.length === 0 ? '' : `${values.map(valueWords).join(', ')}: `;
  const broken = most.tries
    .filter(({ value }) => value === most.fails)
    .flatMap(({ checks }) => checks.filter(({ holds }) => !holds));
  const why = broken
    .map(
      ({ condition, figure, value }) => `${condition} does not hold: ${figureWords(figure, value)}`,
    )
    .join('; ');
  if (most.holds === null) {
    const least = most.fails === null ? '' : ` down to ${most.fails}`;
    return [`${where}It holds with no value${least}${why === '' ? '' : ` (${why})`}.`];
  }
  const beyond =
    most.fails === null
      ? 'nothing greater was found to fail'
      : `with ${most.fails}, ${why === '' ? 'it cannot be run' : why}`;
  return [`${where}It holds up to ${most.holds}; ${beyond}. ${most.tries.length} runs.`];
}

function figureWords(figure: Condition['figure'], value: number | null): string {
  if (value === null) return `there is no ${figure}`;
  if (figure === 'loss' || figure === 'utilisation') return `${figure} is ${percentWords(value)}`;
  if (figure === 'offered' || figure === 'delivered') return `${figure} is ${rateWords(value)}/s`;
  return `${figure} is ${timeWords(value)}`;
}

/** One row for each value and flow. */
export function sweepCsv(sweep: SweepResult): string {
  const header = [
    ...sweep.varied,
    ...(sweep.runs[0]?.most ? [sweep.runs[0].most.pointer] : []),
    ...['flow', 'offered_packets_per_s', 'delivered_packets_per_s', 'delivered_gbit_per_s'],
    ...['lost_packets', 'lost_share', 'mean_ns', 'standard_deviation_ns', 'p50_ns', 'p90_ns'],
    ...['p99_ns', 'p999_ns', 'p9999_ns', 'max_ns', 'bottleneck', 'bottleneck_utilisation'],
  ];
  return csv(header, sweep.runs.flatMap(csvRows));
}

function csvRows(run: SweepRun): CsvCell[][] {
  const values = valuesOf(run).map((value) =>
    typeof value === 'number' || value === null ? value : valueWords(value),
  );
  const { result } = run;
  if (result === null) return [values];
  const { bottleneck } = result;
  return result.flows.map(({ name, offered, delivered, lost, latencyNs }) => [
    ...values,
    name,
    offered.packetsPerS,
    delivered.packetsPerS,
    delivered.gbitPerS,
    lost.packets,
    lost.share,
    latencyNs.mean,
    latencyNs.standardDeviation,
    latencyNs.p50,
    latencyNs.p90,
    latencyNs.p99,
    latencyNs.p999,
    latencyNs.p9999,
    latencyNs.max,
    bottleneck?.name ?? null,
    bottleneck?.utilisation ?? null,
  ]);
}
