/** Writes the judge document piece by piece, so that an estate of any size needs little memory. */
import type { MoveKind, OUTCOMES } from '../../../shared/model/verdict';
import { PORTABILITIES } from '../../../shared/model/verdict';
import { countOutcomes } from '../../domain/report/assess-vm';
import { verdictOf } from '../../domain/verdict/outcome';
import { pairVerdict } from '../../domain/verdict/pair-verdict';
import { portabilityOf } from '../../domain/verdict/summary';
import { MADE_BY } from '../report-files/made-by';
import type { Checked, Condition } from './conditions';
import type { CommandIo } from './io';
import { judgeEntry } from './judge-entry';
import { JUDGE_FORMAT, JUDGE_FORMAT_VERSION, type JudgeHead, type JudgeTail } from './judge-format';
import type { Subject } from './read-subject';
import { type Selection, targetsIn } from './selection';

export interface JudgeRun {
  readonly subject: Subject;
  readonly selection: Selection;
  readonly kind: MoveKind;
  readonly conditions: readonly Condition[];
  /** `null` without conditions. */
  readonly checked: Checked | null;
}

export async function writeJudgeJson(io: CommandIo, run: JudgeRun): Promise<void> {
  const { judge } = run.subject;
  const { vms } = run.selection;
  const hosts = run.selection.hosts ?? judge.estate.hosts;
  await io.out(`${openEnded(headOf(io, run))},\n"verdicts": [`);
  let isFirst = true;
  for (const [index, vm] of vms.entries()) {
    io.progress({ fraction: index / vms.length, step: `Judging ${vm.name}` });
    for (const host of hosts) {
      const entry = judgeEntry(pairVerdict(judge, judge.judge(vm, host)));
      await io.out(`${isFirst ? '' : ','}\n${JSON.stringify(entry)}`);
      isFirst = false;
    }
  }
  await io.out(`${isFirst ? '' : '\n'}],\n${JSON.stringify(tailOf(run)).slice(1)}\n`);
}

function headOf(io: CommandIo, { subject, kind }: JudgeRun): JudgeHead {
  return {
    format: JUDGE_FORMAT,
    formatVersion: JUDGE_FORMAT_VERSION,
    madeAt: io.now().toISOString(),
    madeBy: {
      portolan: MADE_BY.appVersion,
      rules: MADE_BY.rulesVersion,
      ruleCount: MADE_BY.ruleCount,
      catalogue: subject.judge.catalogue.version,
    },
    source: {
      kind: subject.kind,
      name: subject.name,
      inputs: subject.files.map(({ name, format, host, sizeBytes, recordCount, sha256 }) => ({
        name,
        format,
        host,
        sizeBytes,
        recordCount,
        sha256,
      })),
    },
    assumptions: { ...subject.judge.assumptions },
    problems: subject.problems.map(({ file, place, found, expected, severity, message }) => ({
      file,
      place,
      found,
      expected,
      severity,
      message,
    })),
    kind,
  };
}

/** Counts over the moves that the question was about; the VM's own host is none. */
export function tailOf({ subject, selection, kind, conditions, checked }: JudgeRun): JudgeTail {
  const { judge } = subject;
  const moves = countOutcomes([]);
  const byPortability = Object.fromEntries(PORTABILITIES.map((one) => [one, 0])) as Record<
    (typeof PORTABILITIES)[number],
    number
  >;
  for (const vm of selection.vms) {
    const counts = countOutcomes(
      targetsIn(selection, judge, vm).map((host) =>
        verdictOf(judge.judge(vm, host).possible[kind]),
      ),
    );
    for (const outcome of Object.keys(moves) as (typeof OUTCOMES)[number][]) {
      moves[outcome] += counts[outcome];
    }
    byPortability[portabilityOf(counts)] += 1;
  }
  return {
    summary: {
      hosts: (selection.hosts ?? judge.estate.hosts).length,
      vms: selection.vms.length,
      byPortability,
      moves,
    },
    require:
      checked === null
        ? null
        : {
            conditions: [...conditions],
            holds: checked.broken.length === 0,
            broken: checked.broken.map(({ vm, to, outcome }) => ({ vm, to, outcome })),
          },
  };
}

function openEnded(record: object): string {
  return JSON.stringify(record, null, 1).replace(/\n?\}$/, '');
}
