import {
  CHANGE_LABELS,
  comparisonSummary,
  factSideWords,
  placeWords,
  recordWords,
  TREND_LABELS,
  verdictSideWords,
} from '../../../shared/format/comparison-words';
import { counted } from '../../../shared/format/plural';
import { MOVE_KIND_LABELS } from '../../../shared/format/verdict-words';
import { visibleText } from '../../../shared/format/visible-text';
import type { Comparison } from '../../../shared/model/comparison';
import { type ComparisonStep, compareStates } from '../../domain/comparison/compare-states';
import { Matrix } from '../../domain/verdict/matrix';
import { MADE_BY } from '../report-files/made-by';
import { helpOn, kindOf, readArguments } from './arguments';
import { COMPARE_FORMAT, COMPARE_FORMAT_VERSION } from './compare-format';
import { type CommandIo, type ExitCode, finishWith, UsageError } from './io';
import { readSubject, type Subject } from './read-subject';

/** `portolan compare`: what is different in two plans or inventories, and which verdicts with it. */
export async function compareCommand(io: CommandIo, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments('compare', args, {
    kind: { type: 'string' },
    json: { type: 'boolean' },
  });
  const kind = kindOf(values.kind);
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || 0 < rest.length) {
    throw new UsageError(
      `Two states are compared, and ${positionals.length === 0 ? 'none is' : `${positionals.length} ${positionals.length === 1 ? 'is' : 'are'}`} named.`,
      `Each is a plan, a file, or a folder of files. ${helpOn('compare')}`,
    );
  }
  const before = await readSubject(io, [first]);
  const after = await readSubject(io, [second]);
  const comparison = finishWith(
    io,
    onlySteps(compareStates(stateOf(before), stateOf(after), kind)),
  );
  const text = values.json
    ? `${JSON.stringify(documentOf(io, before, after, comparison), null, 2)}\n`
    : visibleText(comparisonText(before.name, after.name, comparison));
  await io.out(text);
  return 0;
}

function stateOf({ judge }: Subject) {
  return { judge, matrix: new Matrix(judge) };
}

/** The text comes at the end: partial results are for those who watch. */
function* onlySteps(work: ReturnType<typeof compareStates>): Generator<ComparisonStep, Comparison> {
  let next = work.next();
  while (!next.done) {
    if ('fraction' in next.value) yield next.value;
    next = work.next();
  }
  return next.value;
}

function documentOf(io: CommandIo, before: Subject, after: Subject, comparison: Comparison) {
  return {
    format: COMPARE_FORMAT,
    formatVersion: COMPARE_FORMAT_VERSION,
    madeAt: io.now().toISOString(),
    madeBy: {
      portolan: MADE_BY.appVersion,
      rules: MADE_BY.rulesVersion,
      catalogue: after.judge.catalogue.version,
    },
    before: { kind: before.kind, name: before.name },
    after: { kind: after.kind, name: after.name },
    ...comparison,
  };
}

const LISTED = 40;

function comparisonText(before: string, after: string, comparison: Comparison): string {
  const { kind, records, facts, verdicts } = comparison;
  const sections = [
    section(
      'Records',
      records.added + records.gone + records.moved,
      records.entries.map((one) =>
        `${CHANGE_LABELS[one.change]}: ${recordWords(one.record)} ${placeWords(one)}`.trimEnd(),
      ),
    ),
    section(
      'Facts',
      facts.total,
      facts.entries.map(
        (one) =>
          `${recordWords(one.record)}: ${one.title} ${factSideWords(one.before)} → ${factSideWords(one.after)}`,
      ),
    ),
    section(
      `Verdicts, ${MOVE_KIND_LABELS[kind].toLowerCase()} moves`,
      verdicts.total,
      verdicts.entries.map(
        (one) =>
          `${TREND_LABELS[one.trend]}: ${one.vmName} on ${one.hostName}: ${verdictSideWords(one.before)} → ${verdictSideWords(one.after)}`,
      ),
    ),
  ];
  return `${before} → ${after}: ${comparisonSummary(comparison)}\n${sections.join('')}`;
}

function section(title: string, total: number, lines: readonly string[]): string {
  if (total === 0) return '';
  const shown = lines.slice(0, LISTED).map((line) => `  ${line}\n`);
  const rest = total - shown.length;
  const more = rest > 0 ? `  and ${counted(rest, 'more', 'more')}; --json lists them.\n` : '';
  return `\n${title}\n${shown.join('')}${more}`;
}
