/** The verdicts for people: a few lines per VM, and every reason where single moves were asked for. */
import { describeOrigin } from '../../../shared/fact';
import { counted, joined } from '../../../shared/format/plural';
import {
  effectWords,
  MOVE_KIND_LABELS,
  OUTCOME_LABELS,
  PATH_LABELS,
  PORTABILITY_LABELS,
} from '../../../shared/format/verdict-words';
import { visibleText } from '../../../shared/format/visible-text';
import { ASSUMPTION_NAMES, PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import type { Vm } from '../../../shared/model/estate';
import type { StoryTarget } from '../../../shared/model/report';
import {
  type Finding,
  MOVE_KINDS,
  type MoveKind,
  type Outcome,
  type PairVerdict,
  type PathSet,
  PORTABILITIES,
} from '../../../shared/model/verdict';
import { assessVm, type HostOrder, hostOrder } from '../../domain/report/assess-vm';
import { byName } from '../../domain/report/by-name';
import { REPORT_LIMITS } from '../../domain/report/limits';
import { Stories } from '../../domain/report/stories';
import { pairVerdict } from '../../domain/verdict/pair-verdict';
import { finish } from '../session/steps';
import type { CommandIo } from './io';
import { type JudgeRun, tailOf } from './judge-json';
import { targetsIn } from './selection';

const OUTCOME_SYMBOLS: Readonly<Record<Outcome, string>> = {
  keeps: '✓',
  improves: '▲',
  'falls-back': '▼',
  blocked: '⊘',
  undecided: '?',
};
/** All hosts of a VM. */
const WHOLE = { ...REPORT_LIMITS, targetsPerStory: Infinity, hostsPerTarget: Infinity };
const PATH_SYMBOLS = { sriov: '⇉', vmdq: '≡', software: '⋯', none: '∅' } as const;

export async function writeJudgeText(io: CommandIo, run: JudgeRun): Promise<void> {
  const { subject, selection, kind } = run;
  const { judge } = subject;
  const order = hostOrder(judge.estate.hosts);
  const vms = [...selection.vms].sort(byName);
  for (const [index, vm] of vms.entries()) {
    if (!selection.isNarrow) {
      await io.out(visibleText(vmTable(run, vm, order)));
      continue;
    }
    io.progress({ fraction: index / vms.length, step: `Judging ${vm.name}` });
    for (const host of [...targetsIn(selection, judge, vm)].sort(byName)) {
      await io.out(visibleText(pairStory(pairVerdict(judge, judge.judge(vm, host)), kind)));
    }
    if (selection.hosts?.some(({ id }) => id === vm.hostId)) {
      const here = judge.host(vm.hostId ?? '')?.name ?? '';
      await io.out(visibleText(`${vm.name} is on ${here} now.\n\n`));
    }
  }
  await io.out(visibleText(summaryText(run)));
}

/** Heading and one line per answer, hosts with the same answer together. */
function vmTable({ subject, kind }: JudgeRun, vm: Vm, order: HostOrder): string {
  const stories = new Stories(subject.judge, kind);
  stories.add(assessVm(subject.judge, vm, kind, order));
  const [told] = finish(stories.list(WHOLE)).items;
  if (told === undefined) return '';
  const { host, vnics, portability, targets } = told.story;
  const now = vnics.map(({ name, now }) => `${name}: ${pathText(now.paths)}`);
  const where = host === null ? 'host not known' : `on ${host.name}`;
  const head = [vm.name, where, ...(now.length === 0 ? ['no network adapter'] : now)].join(' · ');
  const rows = targets.map(targetCells);
  const widths = [0, 1].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const empty = `  ${PORTABILITY_LABELS[portability]}`;
  return `${[head, ...(lines.length === 0 ? [empty] : lines)].join('\n')}\n\n`;
}

function targetCells({
  outcome,
  there,
  hosts,
  primaryRuleId,
  queued,
  warned,
}: StoryTarget): string[] {
  const paths = [...new Set(there.map(pathText))].join(', ');
  const notes = [
    primaryRuleId ?? '',
    queued ? 'waits for running moves' : '',
    warned ? 'with warnings' : '',
  ].filter((note) => note !== '');
  const names = hosts.items.map(({ name }) => name).join(', ');
  return [
    outcomeText(outcome),
    paths,
    `${names}${notes.length === 0 ? '' : `  (${notes.join(', ')})`}`,
  ];
}

function pairStory(verdict: PairVerdict, kind: MoveKind): string {
  const { kinds, vnics, findings } = verdict;
  const others = MOVE_KINDS.filter((one) => one !== kind).map(
    (one) => `${MOVE_KIND_LABELS[one].toLowerCase()} ${outcomeText(kinds[one].outcome)}`,
  );
  const lines = [
    `${verdict.vmName} to ${verdict.targetHostName}`,
    `  ${outcomeText(kinds[kind].outcome)}: ${kinds[kind].sentence}`,
    `  ${MOVE_KIND_LABELS[kind]} move${kinds[kind].queued ? ', waits for running moves' : ''}. Otherwise: ${others.join(', ')}`,
    ...vnics.map(
      ({ name, now, there }) =>
        `  ${name}: now ${pathText(now.paths)}${now.decidedBy === 'host' ? ' (the host reports it)' : ''}, there ${pathText(there.paths)}${now.disagreement === undefined ? '' : `. ${now.disagreement}`}`,
    ),
  ];
  const reasons = findings.filter(({ at }) => at !== 'source');
  const already = findings.filter(({ at }) => at === 'source');
  if (0 < reasons.length) lines.push('  Reasons', ...reasons.flatMap(reasonLines));
  if (0 < already.length) {
    lines.push(`  Already on ${verdict.sourceHostName ?? 'its host'}`);
    lines.push(...already.map(({ message, ruleId }) => `    - ${message} (${ruleId})`));
  }
  return `${lines.join('\n')}\n\n`;
}

function reasonLines(finding: Finding): string[] {
  const { message, ruleId, confidence, remediation, evidence, missing, effect, result } = finding;
  return [
    `    - ${message}`,
    `      ${result === 'undecided' ? 'If it is so' : 'Fix'}: ${remediation}`,
    `      It ${effectWords(effect, result)} (${ruleId}, ${confidence}).`,
    ...evidence.map(
      ({ title, recordName, value, origin }) =>
        `      ${title} of ${recordName}: ${value} (${describeOrigin(origin)})`,
    ),
    ...missing.map(
      ({ title, recordName, collect }) => `      Not known: ${title} of ${recordName}. ${collect}`,
    ),
  ];
}

function summaryText(run: JudgeRun): string {
  const { summary } = tailOf(run);
  const parts = PORTABILITIES.filter((one) => 0 < summary.byPortability[one]).map(
    (one) => `${summary.byPortability[one]} ${PORTABILITY_LABELS[one].toLowerCase()}`,
  );
  const spread = parts.length === 0 ? '' : `: ${joined(parts)}`;
  const problems = run.subject.problems.length;
  const trouble =
    problems === 0 ? '' : ` ${counted(problems, 'problem')} in the files; --json lists them.`;
  return `${counted(summary.hosts, 'host')}, ${counted(summary.vms, 'VM')}, ${MOVE_KIND_LABELS[run.kind].toLowerCase()} moves${spread}.${trouble}\n${assumedText(run)}`;
}

/** The answers to open questions that are not the preset. */
function assumedText({ subject }: JudgeRun): string {
  const { assumptions } = subject.judge;
  const others = ASSUMPTION_NAMES.filter((name) => assumptions[name] !== PRESET_ASSUMPTIONS[name]);
  if (others.length === 0) return '';
  return `Assumed: ${others.map((name) => `${name}=${assumptions[name]}`).join(', ')}.\n`;
}

function outcomeText(outcome: Outcome): string {
  return `${OUTCOME_SYMBOLS[outcome]} ${OUTCOME_LABELS[outcome]}`;
}

function pathText(paths: PathSet): string {
  return joined(
    paths.map((path) => `${PATH_SYMBOLS[path]} ${PATH_LABELS[path]}`),
    'or',
  );
}
