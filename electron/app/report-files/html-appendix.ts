/** The sections by which a report can be checked: assumptions, files, problems and sources. */
import { formatMoment } from '../../../shared/format/moment';
import { formatBytes } from '../../../shared/format/quantity';
import { RECORD_LABELS, SEVERITY_LABELS } from '../../../shared/format/verdict-words';
import type { ImportProblem } from '../../../shared/model/import';
import type { Report, ReportInput, ReportRule } from '../../../shared/model/report';
import { cell, confidenceMark, leftOut, line, numberCell, rowHead, table } from './html-parts';
import { html, type Markup, nameOf } from './markup';

export function assumptions(report: Report): Markup {
  const rows = report.assumptions.map(({ title, meaning, isPreset, reason }) => {
    const changed = !isPreset && html` <span class="mark">changed in this plan</span>`;
    return html`${rowHead(title)}${cell([meaning, changed])}${cell(reason)}`;
  });
  const columns = [{ title: 'Question' }, { title: 'Answer' }, { title: 'Why it is open' }];
  return table('Open questions, as answered for this report', columns, rows);
}

export function waivers(report: Report): Markup {
  if (report.waivers.length === 0) return html`<p>No reason is set aside.</p>`;
  const rows = report.waivers.map((one) => {
    const where =
      one.recordKind === null
        ? 'the whole plan'
        : html`${RECORD_LABELS[one.recordKind]} ${one.recordName === null ? 'that is no longer in the plan' : nameOf(one.recordName)}`;
    const when = formatMoment(one.setAt, { locale: 'en-GB', timeZone: 'UTC' });
    return html`${rowHead([one.ruleTitle, line(html`<small><code>${one.ruleId}</code></small>`)])}${cell(where)}${cell(one.note)}${cell(`${when} UTC`)}`;
  });
  const columns = [
    { title: 'Reason', widthPercent: 24 },
    { title: 'Of', widthPercent: 16 },
    { title: 'Why it is set aside' },
    { title: 'Since', widthPercent: 16 },
  ] as const;
  return html`<p>These reasons count for nothing in this report; whoever set them aside knows why.</p>
${table('Reasons set aside', columns, rows)}`;
}

export function inputs(report: Report): Markup {
  if (report.inputs.length === 0) return html`<p>No file was imported.</p>`;
  return table(
    'Files that the plan was read from',
    [
      { title: 'File', widthPercent: 24 },
      { title: 'Kind', widthPercent: 12 },
      { title: 'Size', widthPercent: 12, isNumber: true },
      { title: 'Records', widthPercent: 12, isNumber: true },
      { title: 'Problems', widthPercent: 12, isNumber: true },
      { title: 'SHA-256' },
    ],
    report.inputs.map(inputCells),
  );
}

function inputCells(file: ReportInput): Markup {
  return html`${rowHead(nameOf(file.name))}${cell(INPUT_WORDS[file.format])}<td class="number">${formatBytes(file.sizeBytes)}</td>${numberCell(file.recordCount)}${numberCell(file.problemCount)}<td class="hash">${file.sha256}</td>`;
}

const INPUT_WORDS = {
  collector: 'collector file',
  'cmdlet-json': 'cmdlet output, JSON',
  'cmdlet-clixml': 'cmdlet output, CLIXML',
  'cmdlet-csv': 'cmdlet output, CSV',
  'cmdlet-list': 'cmdlet output, list',
  inventory: 'inventory',
  unrecognised: 'not recognised',
} as const;

export function problems({ problems: list }: Report): Markup {
  if (list.total === 0) return html`<p>None: everything in the files was understood.</p>`;
  const columns = [
    { title: 'Weight', widthPercent: 12 },
    { title: 'File and place', widthPercent: 24 },
    { title: 'What' },
  ] as const;
  const rows = list.items.map(problemCells);
  return html`${table('What was left out, doubtful or worth knowing', columns, rows)}${leftOut(list, 'problem')}`;
}

function problemCells({ severity, file, place, message, found, expected }: ImportProblem): Markup {
  const detail =
    (found !== '' || expected !== '') &&
    html`<small>found ${found === '' ? 'nothing' : found}; expected ${expected}</small>`;
  return html`${rowHead(SEVERITY_LABELS[severity])}${cell([nameOf(file), line(html`<small>${place}</small>`)])}${cell([message, line(detail)])}`;
}

export function rules(report: Report): Markup {
  if (report.rules.length === 0) return html`<p>No rule had to be named.</p>`;
  return table(
    'Rules named in this report, with the documents behind them',
    [{ title: 'Rule', widthPercent: 24 }, { title: 'Says' }, { title: 'Sources' }],
    report.rules.map(ruleCells),
  );
}

function ruleCells({ id, confidence, title, limits, sources }: ReportRule): Markup {
  const documents = sources.map(
    (source) => html`<div>${source.title}<br><small>${source.where}</small></div>`,
  );
  const bounds = limits !== '' && html`<small>Limits: ${limits}</small>`;
  return html`${rowHead([html`<code>${id}</code> `, confidenceMark(confidence)])}${cell([title, line(bounds)])}${cell(documents)}`;
}
