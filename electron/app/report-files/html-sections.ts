/** The sections that people came for: obstacles, gaps, and each VM. */
import { counted } from '../../../shared/format/plural';
import {
  effectWords,
  PORTABILITY_LABELS,
  RECORD_LABELS,
  SCOPE_LABELS,
  UNKNOWN_WORDS,
} from '../../../shared/format/verdict-words';
import type {
  MissingGroup,
  Obstacle,
  PlacedRecord,
  Report,
  StoryTarget,
  StoryVnic,
  VmStory,
} from '../../../shared/model/report';
import {
  cell,
  confidenceMark,
  leftOut,
  line,
  nameList,
  numberCell,
  placedName,
  rowHead,
  table,
} from './html-parts';
import { icon, outcomeMark, pathMark } from './html-symbols';
import { html, type Markup, nameOf } from './markup';

const FIX_LEADS = { violated: 'Fix:', undecided: 'If it is so:' } as const;

export function obstacles({ obstacles: list }: Report): Markup {
  if (list.total === 0) {
    return html`<p>Nothing: every VM can move to every host it is counted over and keeps its path there.</p>`;
  }
  const certain = list.items.filter(({ result }) => result === 'violated');
  const doubts = list.items.filter(({ result }) => result === 'undecided');
  return html`<p>Each is one rule about one thing, with the moves that it refuses, makes wait, or sends to a lower path; those that concern the most VMs come first.</p>
${certain.length === 0 ? html`<p>Nothing stands in the way for certain.</p>` : certain.map(obstacle)}
${0 < doubts.length && doubtTable(doubts)}${leftOut(list, 'obstacle')}`;
}

function obstacle(one: Obstacle): Markup {
  const { subject, vms } = one;
  const about = subject === null ? 'The VMs themselves' : subjectMark(subject);
  const example = 1 < vms.total && subject === null && 'For example: ';
  return html`<article class="item"><h3>${about}: ${one.title}</h3>
<p>${example}${one.message}</p>
<p><strong>Fix:</strong> ${one.remediation}</p>
<p class="soft">It ${effectWords(one.effect)}. Concerns ${counted(vms.total, 'VM')} on ${counted(one.moveCount, 'move')}: ${nameList(vms)}. ${SCOPE_LABELS[one.scope]} rule <code>${one.ruleId}</code> ${confidenceMark(one.confidence)}</p></article>
`;
}

function doubtTable(doubts: readonly Obstacle[]): Markup {
  const rows = doubts.map((one) => {
    const effect = html`<small>It ${effectWords(one.effect, one.result)}. <code>${one.ruleId}</code></small>`;
    return html`${rowHead([one.title, line(effect)])}${cell([1 < one.vms.total && 'For example: ', one.message])}${cell(one.remediation)}${numberCell(one.vms.total)}${numberCell(one.moveCount)}`;
  });
  return html`<h3>What may stand in the way</h3>
<p>Which facts are missing, and how to get them, stands under <a href="#undecided">“What is not known”</a>.</p>
${table('Rules in doubt, those that concern the most VMs first', DOUBT_COLUMNS, rows)}`;
}

const DOUBT_COLUMNS = [
  { title: 'If', widthPercent: 24 },
  { title: 'Not known' },
  { title: 'Then' },
  { title: 'VMs', widthPercent: 8, isNumber: true },
  { title: 'Moves', widthPercent: 8, isNumber: true },
] as const;

function subjectMark({ kind, ...record }: PlacedRecord): Markup {
  return html`${kind !== 'derived' && `${RECORD_LABELS[kind]} `}${placedName(record)}`;
}

export function missing({ missing: list, moves }: Report): Markup {
  if (list.total === 0) {
    return moves.undecided === 0
      ? html`<p>Nothing is undecided.</p>`
      : html`<p>No fact is missing: what is undecided hangs on open questions, answered under “Assumptions”, and on rules whose effect no document settles.</p>`;
  }
  const rows = list.items.map(missingCells);
  return html`<p>${counted(moves.undecided, 'move is', 'moves are')} undecided. These facts would decide; the collector reads most of them in one go.</p>
${table('Missing facts, those that concern the most VMs first', MISSING_COLUMNS, rows)}${leftOut(list, 'fact')}`;
}

const MISSING_COLUMNS = [
  { title: 'Fact', widthPercent: 16 },
  { title: 'Of', widthPercent: 24 },
  { title: 'Why', widthPercent: 12 },
  { title: 'How to get it' },
  { title: 'VMs', widthPercent: 8, isNumber: true },
  { title: 'Moves', widthPercent: 8, isNumber: true },
] as const;

function missingCells({
  title,
  records,
  reason,
  collect,
  vmCount,
  moveCount,
}: MissingGroup): Markup {
  return html`${rowHead(title)}${cell(nameList(records))}${cell(UNKNOWN_WORDS[reason])}${cell(html`<code>${collect}</code>`)}${numberCell(vmCount)}${numberCell(moveCount)}`;
}

export function stories({ stories: list }: Report): Markup {
  if (list.total === 0) return html`<p>The plan has no VMs.</p>`;
  return html`<p>Blocked, falling back and undecided VMs come first. VMs of one host with the same adapters and answers are told once, in the words of the first.</p>
${list.items.map(story)}${leftOut(list, 'group of VMs', 'groups of VMs')}`;
}

function story({ vms, host, portability, vnics, targets, hostCount }: VmStory): Markup {
  const told = targets.reduce((sum, { hosts }) => sum + hosts.total, 0);
  const where = host === null ? 'host not known' : html`on ${nameOf(host.name)}`;
  const paths =
    vnics.length === 0
      ? 'No network adapter.'
      : vnics.map((vnic, index) => html`${0 < index && html`<br>`}${presentPath(vnic)}`);
  const caption = `Where ${vms.length === 1 ? 'it' : 'each'} can move`;
  const rows = targets.map((target) => targetCells(target, vnics));
  return html`<article class="item"><h3>${nameList({ items: vms, total: vms.length })}</h3>
<p><strong>${PORTABILITY_LABELS[portability]}</strong> · ${where}</p>
<p>${paths}</p>
${0 < rows.length && table(caption, TARGET_COLUMNS, rows)}${told < hostCount && untold(hostCount - told)}</article>
`;
}

const TARGET_COLUMNS = [
  { title: 'Host', widthPercent: 16 },
  { title: 'Outcome', widthPercent: 12 },
  { title: 'Path there', widthPercent: 16 },
  { title: 'Why, and what to do' },
] as const;

function presentPath({ name, now }: StoryVnic): Markup {
  const how = now.decidedBy === 'host' ? 'reported by the host' : 'predicted';
  return html`${nameOf(name)}: now ${pathMark(now.paths)} <span class="soft">(${how})${now.disagreement !== undefined && ` ${now.disagreement}`}</span>`;
}

function targetCells(target: StoryTarget, vnics: readonly StoryVnic[]): Markup {
  const { hosts, outcome, there, queued, warned, sentence } = target;
  const { primaryRuleId, primaryResult, remediation, warnings } = target;
  const paths = there.map((set, index) => {
    const name = 1 < there.length && html`${nameOf(vnics[index]?.name ?? '')}: `;
    return html`${0 < index && html`<br>`}${name}${pathMark(set)}`;
  });
  const fix =
    remediation !== null &&
    primaryResult !== null &&
    html`<strong>${FIX_LEADS[primaryResult]}</strong> ${remediation}`;
  return html`${rowHead(nameList(hosts))}
${cell([
  outcomeMark(outcome),
  line(queued && html`<small>waits for running moves</small>`),
  line(warned && html`<small>${icon('warned')}with warnings</small>`),
])}${cell(paths)}
${cell([
  sentence,
  line(fix),
  line(primaryRuleId !== null && html`<small><code>${primaryRuleId}</code></small>`),
  warnings.map((warning) => line(html`${icon('warned')}${warning}`)),
])}`;
}

function untold(hostCount: number): Markup {
  return html`<p class="left-out">${counted(hostCount, 'more host')} with no better answer: <code>portolan judge PLAN --vm NAME</code> tells them.</p>`;
}
