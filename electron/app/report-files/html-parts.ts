/** Small parts that several sections of the report share. */
import { chosen, counted } from '../../../shared/format/plural';
import { formatNumber } from '../../../shared/format/quantity';
import { CONFIDENCE_LABELS, CONFIDENCE_MEANINGS } from '../../../shared/format/verdict-words';
import type { Listed, NamedRecord, PlacedRecord } from '../../../shared/model/report';
import type { Confidence } from '../../../shared/model/verdict';
import { html, type Markup, nameOf, type Shown } from './markup';

/** Says how much of a list is not shown; nothing when it is whole. */
export function leftOut(list: Listed<unknown>, noun: string, plural = `${noun}s`): Markup | null {
  const rest = list.total - list.items.length;
  if (rest <= 0) return null;
  return html`<p class="left-out">${counted(rest, `more ${noun}`, `more ${plural}`)} of ${formatNumber(list.total)} ${chosen(rest, 'is', 'are')} not shown here. <code>portolan judge PLAN --json</code> lists everything.</p>`;
}

/** Names in a row, with the number of those that are not told. */
export function nameList(list: Listed<NamedRecord | PlacedRecord>): Markup {
  const rest = list.total - list.items.length;
  return html`${list.items.map((one, index) => html`${0 < index && ', '}${placedName(one)}`)}${0 < rest && ` and ${counted(rest, 'other')}`}`;
}

/** "Tenant on HV04": a part of a host with its host. */
export function placedName(one: NamedRecord | Omit<PlacedRecord, 'kind'>): Markup {
  const host = 'host' in one ? one.host : null;
  return html`${nameOf(one.name)}${host !== null && html` on ${nameOf(host.name)}`}`;
}

export function confidenceMark(confidence: Confidence): Markup {
  return html`<span class="mark" title="${CONFIDENCE_MEANINGS[confidence]}">${CONFIDENCE_LABELS[confidence]}</span>`;
}

/** A section with its heading, or nothing but a sentence when there is nothing to list. */
export function section(id: string, title: string, body: Markup): Markup {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>`;
}

/** The head of a column; without a width it shares what the others leave. */
interface Column {
  readonly title: string;
  readonly widthPercent?: 8 | 12 | 16 | 24;
  readonly isNumber?: true;
}

/** A table with its caption; every row brings its own cells, the first as its head. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly Markup[],
): Markup {
  return html`<table class="fixed"><caption>${caption}</caption>
<thead><tr>${columns.map(columnHead)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells}</tr>\n`)}</tbody></table>`;
}

function columnHead({ title, widthPercent, isNumber }: Column): Markup {
  const width = widthPercent === undefined ? '' : `w${widthPercent}`;
  return html`<th scope="col" class="${isNumber === true ? 'number ' : ''}${width}">${title}</th>`;
}

export function rowHead(content: Shown): Markup {
  return html`<th scope="row">${content}</th>`;
}

export function cell(content: Shown): Markup {
  return html`<td>${content}</td>`;
}

export function numberCell(count: number): Markup {
  return html`<td class="number">${formatNumber(count)}</td>`;
}

/** A line of its own inside a cell; nothing when there is nothing to say. */
export function line(content: Shown): Markup | null {
  return content === null || content === false ? null : html`<br>${content}`;
}
