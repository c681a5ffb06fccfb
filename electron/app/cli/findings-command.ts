import {
  afterWords,
  causeWords,
  headline,
  outcomeCountWords,
} from '../../../shared/format/cause-words';
import { counted } from '../../../shared/format/plural';
import { MOVE_KIND_LABELS, UNKNOWN_WORDS } from '../../../shared/format/verdict-words';
import { visibleText } from '../../../shared/format/visible-text';
import type { Cause, Findings } from '../../../shared/model/cause';
import type { MissingGroup } from '../../../shared/model/report';
import type { NamedWaiver } from '../../../shared/model/waiver';
import { type FindingsStep, findCauses } from '../../domain/findings/find-causes';
import { nameWaivers } from '../../domain/findings/name-waivers';
import { Matrix } from '../../domain/verdict/matrix';
import { kindOf, readArguments } from './arguments';
import { type CommandIo, type ExitCode, finishWith } from './io';
import { readSubject } from './read-subject';

export const FINDINGS_FORMAT = 'portolan-findings';
/** Counts up when a reader of the old form would misread the new one. */
export const FINDINGS_FORMAT_VERSION = 2;

/** `portolan findings`: what stands in the way, by root cause, and what is left after each fix. */
export async function findingsCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('findings', args, {
    kind: { type: 'string' },
    json: { type: 'boolean' },
  });
  const kind = kindOf(values.kind);
  const { judge, name } = await readSubject(io, positionals);
  const findings = finishWith(io, progressOnly(findCauses(judge, new Matrix(judge), kind, 0)));
  const waivers = nameWaivers(judge.estate, judge.waivers.list);
  if (values.json) {
    const { revision: _revision, ...counted } = findings;
    const document = {
      format: FINDINGS_FORMAT,
      formatVersion: FINDINGS_FORMAT_VERSION,
      planName: name,
      ...counted,
      setAside: waivers,
    };
    await io.out(`${JSON.stringify(document, null, 2)}\n`);
    return 0;
  }
  await io.out(visibleLines(textOf(findings, waivers)));
  return 0;
}

/** What was found so far is of no use here: the whole is printed at the end. */
function* progressOnly(work: Generator<FindingsStep, Findings>) {
  let next = work.next();
  while (!next.done) {
    if ('step' in next.value) yield next.value;
    next = work.next();
  }
  return next.value;
}

function textOf(findings: Findings, waivers: readonly NamedWaiver[]): string[] {
  const { causes, missing, outcomes, kind, vmCount } = findings;
  const moves = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const lines = [
    `${counted(vmCount, 'VM')}, ${counted(moves, 'move')} (${MOVE_KIND_LABELS[kind].toLowerCase()}): ${outcomeCountWords(outcomes)}`,
  ];
  if (causes.total === 0) lines.push('', 'Nothing stands in the way.');
  for (const cause of causes.items) lines.push('', ...linesOf(cause));
  if (causes.items.length < causes.total) {
    lines.push('', `and ${counted(causes.total - causes.items.length, 'more cause')}`);
  }
  if (0 < missing.total) lines.push('', 'Not known, and it would decide:');
  for (const group of missing.items) lines.push(...missingLines(group));
  if (missing.items.length < missing.total) {
    lines.push(`  and ${counted(missing.total - missing.items.length, 'more fact')}`);
  }
  if (0 < waivers.length) lines.push('', 'Set aside:');
  for (const { ruleTitle, recordName, recordKind, note } of waivers) {
    const where = recordKind === null ? 'the whole plan' : (recordName ?? 'no longer in the plan');
    lines.push(`  ${ruleTitle} (${where}): ${note}`);
  }
  return lines;
}

function linesOf(cause: Cause): string[] {
  const { items, total } = cause.vms;
  const names = items.slice(0, 6).map(({ name }) => name);
  const rest = total - names.length;
  const vms = rest === 0 ? names.join(', ') : `${names.join(', ')} and ${rest} more`;
  const { vm, host } = cause.example;
  const forWhom = cause.isToldForExample ? ` (for ${vm.name} on ${host.name})` : '';
  const after = afterWords(cause);
  return [
    headline(cause),
    `  ${cause.ruleId}, ${cause.confidence}${cause.symptoms.map(({ ruleId }) => `, with ${ruleId}`).join('')}`,
    `  VMs: ${vms}`,
    ...(1 < cause.things.total ? thingLines(cause) : []),
    ...(cause.remediation === '' ? [] : [`  Fix${forWhom}: ${cause.remediation}`]),
    ...(after === '' ? [] : [`  After that: ${after}`]),
  ];
}

const THINGS_TOLD = 8;

function thingLines({ things: { items, total } }: Cause): string[] {
  const told = items.slice(0, THINGS_TOLD);
  const rest = total - told.length;
  return [
    ...told.map(
      ({ subject: { name, host }, counts }) =>
        `    ${host === null ? name : `${name} on ${host.name}`}: ${causeWords({ counts })}`,
    ),
    ...(rest === 0 ? [] : [`    and ${counted(rest, 'more', 'more')}`]),
  ];
}

function missingLines({ title, reason, records, vmCount, moveCount, collect }: MissingGroup) {
  const names = records.items.slice(0, 6).map(({ name }) => name);
  const rest = records.total - names.length;
  const of = rest === 0 ? names.join(', ') : `${names.join(', ')} and ${rest} more`;
  return [
    `  ${title} of ${of}: ${UNKNOWN_WORDS[reason]}; ${counted(moveCount, 'move')} of ${counted(vmCount, 'VM')} ${moveCount === 1 ? 'hangs' : 'hang'} on it`,
    ...(collect === '' ? [] : [`    ${collect}`]),
  ];
}

function visibleLines(lines: readonly string[]): string {
  return lines.map((line) => `${visibleText(line)}\n`).join('');
}
