/** The validation as a page of the documentation. */
import type { Published, PublishedRow } from './published/published-case';
import { unusedTables } from './published/published-cases';
import type { TheoryRow } from './run-theory';
import type { Validation } from './validate';

export function validationPage({ theory, published }: Validation, how: string): string {
  const calibration = published.filter(({ kind }) => kind === 'calibration');
  const tests = published.filter(({ kind }) => kind === 'validation');
  return `${[
    '# How far the simulator can be trusted',
    `Written by \`portolan validate --page\`, ${how}. What misses its band stays in the table.`,
    table(
      ['', 'rows', 'in band'],
      [
        countCells('Theory', theory),
        countCells('Published tables that no cost was set from', tests),
        countCells('Published tables that a cost was set from (calibration)', calibration),
      ],
    ),
    '## Theory',
    'Closed forms of queueing theory; the tolerance is what so many packets allow. ± is half of the 95 % confidence interval over independent replications.',
    table(
      ['Row', 'What', 'Unit', 'Theory', 'Simulated', '±', 'Error', 'Tolerance', 'In band'],
      theory.map(theoryCells),
    ),
    '## Published measurements, not used for any cost',
    table(publishedHead, tests.map(publishedCells)),
    '## Published measurements that costs were set from',
    'That these agree says that the setting was done right, and no more.',
    table(publishedHead, calibration.map(publishedCells)),
    '## What is missed, and why',
    misses(published),
    '## Tables that are not used',
    unusedTables.map(({ table: name, why }) => `- ${name}: ${why}.`).join('\n'),
  ].join('\n\n')}\n`;
}

function countCells(title: string, rows: readonly { readonly inBand: boolean }[]): string[] {
  return [title, String(rows.length), String(rows.filter(({ inBand }) => inBand).length)];
}

function theoryCells(row: TheoryRow): string[] {
  const { id, title, quantity, unit, published, simulated, halfWidth, error, tolerance } = row;
  return [
    id,
    `${title}: ${quantity}`,
    unit,
    figure(published),
    figure(simulated),
    halfWidth === null ? '' : figure(halfWidth),
    percent(error),
    percent(tolerance),
    yesOrNo(row.inBand),
  ];
}

const publishedHead = ['Row', 'What', 'Published', 'Simulated', 'Error', 'Band', 'In band'];

function publishedCells(row: PublishedRow): string[] {
  const { id, title, published, simulated, error, band, inBand } = row;
  return [
    id,
    title,
    publishedFigure(published),
    figure(simulated),
    percent(error),
    typeof published === 'number' ? `±${percent(band)}` : 'the range',
    yesOrNo(inBand),
  ];
}

function misses(rows: readonly PublishedRow[]): string {
  const missed = rows.filter(({ inBand }) => !inBand);
  if (missed.length === 0) return 'Nothing.';
  return missed
    .map(({ id, source, reasonForMiss }) => `- ${id} (${source}): ${reasonForMiss}.`)
    .join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function publishedFigure(published: Published): string {
  return typeof published === 'number'
    ? figure(published)
    : `${figure(published[0])} to ${figure(published[1])}`;
}

/** Four digits that count. */
function figure(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : 'none';
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function yesOrNo(isSo: boolean): string {
  return isSo ? 'yes' : '**no**';
}
