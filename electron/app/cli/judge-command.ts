import { kindOf, readArguments } from './arguments';
import { readAssumed } from './assumed';
import { checkConditions, describeChecked, readConditions } from './conditions';
import type { CommandIo, ExitCode } from './io';
import { writeJudgeJson } from './judge-json';
import { writeJudgeText } from './judge-text';
import { assuming, readSubject } from './read-subject';
import { select } from './selection';

/** `portolan judge`: where VMs can go, and on which path they will run there. */
export async function judgeCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('judge', args, {
    vm: { type: 'string', multiple: true },
    to: { type: 'string', multiple: true },
    kind: { type: 'string' },
    assume: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    require: { type: 'string', multiple: true },
  });
  const kind = kindOf(values.kind);
  const conditions = readConditions(values.require ?? []);
  const assumed = readAssumed(values.assume ?? []);
  const subject = assuming(await readSubject(io, positionals), assumed);
  const selection = select(subject.judge, values.vm ?? [], values.to ?? []);
  const checked =
    conditions.length === 0 ? null : checkConditions(subject.judge, selection, kind, conditions);
  const write = values.json ? writeJudgeJson : writeJudgeText;
  await write(io, { subject, selection, kind, conditions, checked });
  if (checked === null) return 0;
  io.err(describeChecked(conditions, checked));
  return checked.broken.length === 0 ? 0 : 1;
}
