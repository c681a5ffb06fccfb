/**
 * Builds the report as data. Work goes in steps, so that whoever drives it can show progress and
 * stop; nothing is half done, because the report comes at the end only.
 *
 * It stays usable at 10,000 VMs: VMs with the same answers are told once, and what goes beyond the
 * limits is counted and said to be left out.
 */

import { counted } from '../../../shared/format/plural';
import { type AssumptionName, assumptionTable } from '../../../shared/model/assumptions';
import type { ImportedFile, ImportProblem } from '../../../shared/model/import';
import {
  REPORT_FORMAT,
  REPORT_FORMAT_VERSION,
  type Report,
  type ReportAssumption,
  type ReportMaker,
} from '../../../shared/model/report';
import { type MoveKind, OUTCOMES, type VmSummary } from '../../../shared/model/verdict';
import { MissingMoves } from '../findings/missing-moves';
import { nameWaivers } from '../findings/name-waivers';
import { MoveSurvey } from '../findings/vm-moves';
import type { Judge } from '../verdict/judge';
import { Matrix } from '../verdict/matrix';
import { totalsOf } from '../verdict/summary';
import { countOutcomes, hostOrder } from './assess-vm';
import { byName } from './by-name';
import { Groups } from './groups';
import { listed, REPORT_LIMITS, type ReportLimits } from './limits';
import { Obstacles } from './obstacles';
import { rulesOf } from './rule-list';
import { Stories } from './stories';
import { alikeTargets, storyKey, surveyVm } from './survey-vm';
import { VmRows } from './vm-rows';

export interface ReportSubject {
  readonly planName: string;
  /** ISO 8601, UTC; the domain reads no clock. */
  readonly madeAt: string;
  readonly madeBy: ReportMaker;
  readonly kind: MoveKind;
  /** Holds the estate and the assumptions. */
  readonly judge: Judge;
  /** Of the same judge; made for the report when there is none yet. */
  readonly matrix?: Matrix;
  readonly files: readonly (ImportedFile & {
    readonly sha256: string;
    readonly importedAt?: string;
  })[];
  readonly problems: readonly ImportProblem[];
}

export interface ReportStep {
  /** 0…1 */
  readonly fraction: number;
  readonly step: string;
}

export function* buildReport(
  subject: ReportSubject,
  limits: ReportLimits = REPORT_LIMITS,
): Generator<ReportStep, Report> {
  const { judge, kind, files, problems } = subject;
  const { hosts } = judge.estate;
  const vms = [...judge.estate.vms].sort(byName);
  const order = hostOrder(hosts);
  const survey = new MoveSurvey(judge, subject.matrix ?? new Matrix(judge), kind);
  const groups = new Groups(survey, limits);
  const obstacles = new Obstacles(survey, limits);
  const missing = new MissingMoves(survey);
  const stories = new Stories(judge, kind);
  const vmRows = new VmRows(survey, order, limits);
  const summaries: VmSummary[] = [];
  const moves = countOutcomes([]);
  for (const vm of vms) {
    yield { fraction: summaries.length / vms.length, step: `Judging ${counted(vms.length, 'VM')}` };
    const surveyed = surveyVm(survey, vm, kind);
    const { host, summary } = surveyed;
    for (const part of [groups, obstacles, vmRows]) part.add(surveyed);
    if (surveyed.moves !== null) missing.add(surveyed.moves);
    const key = storyKey(survey, surveyed);
    stories.addAlike(vm, host, summary, key, () => alikeTargets(survey, vm, order));
    for (const outcome of OUTCOMES) moves[outcome] += summary.counts[outcome];
    summaries.push(summary);
  }
  const told = {
    obstacles: yield* inWords(obstacles.list(limits)),
    stories: yield* inWords(stories.list(limits)),
  };
  return {
    format: REPORT_FORMAT,
    formatVersion: REPORT_FORMAT_VERSION,
    planName: subject.planName,
    madeAt: subject.madeAt,
    madeBy: subject.madeBy,
    kind,
    assumptions: assumptionsOf(judge),
    inputs: files.map(({ importedAt, ...file }) => ({
      ...file,
      importedAt: importedAt ?? null,
      problemCount: problems.filter((problem) => problem.file === file.name).length,
    })),
    waivers: nameWaivers(judge.estate, judge.waivers.list),
    totals: totalsOf(hosts.length, summaries),
    moves,
    vms: vmRows.list(),
    groups: groups.list(),
    obstacles: { ...told.obstacles, items: told.obstacles.items.map((one) => one.obstacle) },
    missing: missing.list(limits),
    stories: { ...told.stories, items: told.stories.items.map((one) => one.story) },
    problems: listed(problems, limits.problems),
    rules: rulesOf([
      ...told.obstacles.items.map((one) => one.finding),
      ...told.stories.items.flatMap((one) => one.primaries),
    ]),
  };
}

/** Putting reasons into words has a bounded length, so its steps only let other work in. */
function* inWords<R>(work: Generator<void, R>): Generator<ReportStep, R> {
  let next = work.next();
  while (!next.done) {
    yield { fraction: 1, step: 'Putting the reasons into words' };
    next = work.next();
  }
  return next.value;
}

function assumptionsOf({ assumptions }: Judge): ReportAssumption[] {
  return (Object.keys(assumptionTable) as AssumptionName[]).map((name) => {
    const { title, choices, preset, reason } = assumptionTable[name];
    const choice = assumptions[name];
    const meaning = (choices as Readonly<Record<string, string>>)[choice] ?? choice;
    return { name, title, choice, meaning, isPreset: choice === preset, reason };
  });
}
