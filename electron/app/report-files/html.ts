/**
 * The report as one HTML file: no script, nothing loaded from anywhere, a policy of its own that
 * says so, and a style sheet for screen and paper.
 */
import { createHash } from 'node:crypto';
import { formatMoment } from '../../../shared/format/moment';
import { counted } from '../../../shared/format/plural';
import { formatNumber } from '../../../shared/format/quantity';
import {
  MOVE_KIND_LABELS,
  MOVE_KIND_MEANINGS,
  OUTCOME_LABELS,
  OUTCOME_MEANINGS,
  PATH_LABELS,
  PATH_MEANINGS,
  PORTABILITY_LABELS,
  PORTABILITY_MEANINGS,
} from '../../../shared/format/verdict-words';
import type { Report } from '../../../shared/model/report';
import { DATAPATHS, OUTCOMES, PORTABILITIES } from '../../../shared/model/verdict';
import { assumptions, inputs, problems, rules, waivers } from './html-appendix';
import { groupSection } from './html-matrix';
import { section } from './html-parts';
import { missing, obstacles, stories } from './html-sections';
import { REPORT_STYLE } from './html-style';
import { icon, outcomeMark, SYMBOLS } from './html-symbols';
import { html, type Markup, nameOf, trusted } from './markup';

const STYLE_HASH = createHash('sha256').update(REPORT_STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The whole document as text; UTF-8 is the encoding it declares. */
export function reportHtml(report: Report): string {
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Portolan ${report.madeBy.appVersion}">
<title>${report.planName} – Portolan report</title>
<style>${trusted(REPORT_STYLE)}</style>
</head>
<body>
${SYMBOLS}
<main>
${heading(report)}
${section('summary', 'Summary', summary(report))}
${section('matrix', 'VMs and hosts', html`${legend()}${report.groups.map(groupSection)}`)}
${section('obstacles', 'What stands in the way', obstacles(report))}
${section('undecided', 'What is not known', missing(report))}
${section('vms', 'VM by VM', stories(report))}
${section('waivers', 'Set aside', waivers(report))}
${section('assumptions', 'Assumptions', assumptions(report))}
${section('inputs', 'Input files', inputs(report))}
${section('problems', 'Problems in the input', problems(report))}
${section('rules', 'Rules and their sources', rules(report))}
</main>
</body>
</html>
`.text;
}

function heading({
  planName,
  madeAt,
  madeBy,
  kind,
  inputs: files,
  problems: list,
}: Report): Markup {
  const when = formatMoment(madeAt, { locale: 'en-GB', timeZone: 'UTC' });
  return html`<header><h1>${nameOf(planName)}</h1>
<p class="soft">Where each VM can move, and on which datapath it will run there.</p>
<dl class="facts">
<dt>Made</dt><dd><time datetime="${madeAt}">${when} UTC</time></dd>
<dt>Kind of move</dt><dd>${MOVE_KIND_LABELS[kind]}: ${MOVE_KIND_MEANINGS[kind]}</dd>
<dt>Made by</dt><dd>Portolan ${madeBy.appVersion}, rules ${madeBy.rulesVersion} (${counted(madeBy.ruleCount, 'rule')}), catalogue ${madeBy.catalogueVersion}</dd>
<dt>Read from</dt><dd>${counted(files.length, 'file')}, ${counted(list.total, 'problem')} (<a href="#inputs">listed below</a>)</dd>
</dl></header>`;
}

function summary({ totals, moves }: Report): Markup {
  return html`<p>${counted(totals.hosts, 'host')} and ${counted(totals.vms, 'VM')}. A VM is counted over the other hosts of its cluster, or over all hosts of the plan when it is in none.</p>
<ul class="tally">${PORTABILITIES.map((one) => html`<li><strong>${formatNumber(totals.byPortability[one])}</strong>${PORTABILITY_LABELS[one]}<br><small>${PORTABILITY_MEANINGS[one]}</small></li>`)}</ul>
<table><caption>Single moves: one VM to one other host, as if it alone moved now</caption>
<thead><tr><th scope="col">Outcome</th><th scope="col" class="number">Moves</th><th scope="col">Meaning</th></tr></thead>
<tbody>${OUTCOMES.map((outcome) => html`<tr><th scope="row">${outcomeMark(outcome)}</th><td class="number">${formatNumber(moves[outcome])}</td><td>${OUTCOME_MEANINGS[outcome]}</td></tr>`)}</tbody></table>`;
}

function legend(): Markup {
  return html`<ul class="legend">${DATAPATHS.map((path) => html`<li><span class="path ${path}">${icon(path)}${PATH_LABELS[path]}</span>: ${PATH_MEANINGS[path]}</li>`)}
<li>${outcomeMark('here')}: where the VM is; ${OUTCOMES.map((one) => OUTCOME_LABELS[one].toLowerCase()).join(', ')} as above</li></ul>`;
}
