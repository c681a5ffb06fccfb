/** The table VM × host of each cluster. Wide ones are cut into tables that fit on paper. */
import { counted } from '../../../shared/format/plural';
import { PORTABILITY_LABELS } from '../../../shared/format/verdict-words';
import type { NamedRecord, ReportGroup, ReportRow } from '../../../shared/model/report';
import { leftOut } from './html-parts';
import { cellMark, pathMark } from './html-symbols';
import { html, type Markup, nameOf } from './markup';

/** As many host columns as stay legible on upright paper. */
const COLUMNS = 7;

export function groupSection(group: ReportGroup): Markup {
  const { cluster, vmCount, hosts, rows } = group;
  const title =
    cluster === null
      ? html`VMs outside any cluster, or on no known host`
      : html`Cluster ${nameOf(cluster.name)}`;
  return html`<section><h3>${title}</h3>
<p>${counted(vmCount, 'VM')} over ${counted(hosts.total, 'host')}${cluster === null && ', all hosts of the plan'}. VMs of one host with the same answers share a row.</p>
${chunks(hosts.items).map((columns) => matrix(group, columns.from, columns.hosts))}
${leftOut(hosts, 'host')}${leftOut(rows, 'row')}</section>`;
}

function matrix(
  { rows, hosts }: ReportGroup,
  from: number,
  columns: readonly NamedRecord[],
): Markup {
  const span =
    columns.length < hosts.items.length
      ? `hosts ${from + 1} to ${from + columns.length} of ${hosts.total}`
      : counted(hosts.total, 'host');
  return html`<table class="matrix"><caption>Outcome of each VM on each host (${span})</caption>
<thead><tr><th scope="col" class="first">VM, and where it is now</th>${columns.map((host) => html`<th scope="col">${nameOf(host.name)}</th>`)}</tr></thead>
<tbody>${rows.items.map((row) => matrixRow(row, from, columns.length))}</tbody></table>`;
}

function matrixRow(
  { vms, host, now, cells, portability }: ReportRow,
  from: number,
  count: number,
): Markup {
  return html`<tr><th scope="row">${vms.map((vm, index) => html`${0 < index && ', '}${nameOf(vm.name)}`)}
<br><small>${host === null ? 'host not known' : html`on ${nameOf(host.name)}`} · ${PORTABILITY_LABELS[portability]}<br>${0 < now.length && html`now ${pathMark(now)}`}</small></th>
${cells.slice(from, from + count).map(cellMark)}</tr>`;
}

function chunks(hosts: readonly NamedRecord[]): { from: number; hosts: readonly NamedRecord[] }[] {
  const found = [];
  for (let from = 0; from < hosts.length; from += COLUMNS) {
    found.push({ from, hosts: hosts.slice(from, from + COLUMNS) });
  }
  return found;
}
