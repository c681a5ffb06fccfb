/** The words for differences: the same on screen and on the command line. */
import type {
  ComparedRecord,
  Comparison,
  FactSide,
  RecordDifference,
  VerdictSide,
  VerdictTrend,
} from '../model/comparison';
import { counted, joined } from './plural';
import { cellWords, RECORD_LABELS } from './verdict-words';

export const TREND_LABELS: Readonly<Record<VerdictTrend, string>> = {
  worse: 'Worse',
  open: 'Undecided',
  better: 'Better',
  level: 'Other',
};

export const TREND_MEANINGS: Readonly<Record<VerdictTrend, string>> = {
  worse: 'refused now, or on a lower path',
  open: 'undecided before or now',
  better: 'allowed now, or on a higher path',
  level: 'another answer, neither better nor worse',
};

export const CHANGE_LABELS: Readonly<Record<RecordDifference['change'], string>> = {
  added: 'Added',
  gone: 'Gone',
  moved: 'Moved',
};

/** "Falls back, to VMDq" */
export function verdictSideWords(side: VerdictSide): string {
  return cellWords({ ...side, warned: false });
}

/** The value, or that it is unknown and why. */
export function factSideWords({ value, origin }: FactSide): string {
  return value ?? `unknown (${origin})`;
}

/** "Virtual switch vs-prod of HV02" */
export function recordWords({ kind, name, owner }: ComparedRecord): string {
  const own = `${RECORD_LABELS[kind]} ${name}`;
  return owner === null ? own : `${own} of ${owner.name}`;
}

/** Where a record came from and went: "from HV01 to HV02"; empty when there is nothing to say. */
export function placeWords({ change, record, from, to }: RecordDifference): string {
  const outside = record.kind === 'host' ? 'no cluster' : 'no host';
  if (change === 'moved') return `from ${from ?? outside} to ${to ?? outside}`;
  const place = change === 'added' ? to : from;
  if (place === null) return '';
  return record.kind === 'host' ? `in ${place}` : `on ${place}`;
}

/** The whole in one sentence: "1 record added; 2 facts changed; 3 verdicts worse and 1 better." */
export function comparisonSummary({ records, facts, verdicts }: Comparison): string {
  const { added, gone, moved } = records;
  const parts: string[] = [];
  const changes = [
    ...(added > 0 ? [`${counted(added, 'record')} added`] : []),
    ...(gone > 0 ? [`${counted(gone, 'record')} gone`] : []),
    ...(moved > 0 ? [`${counted(moved, 'record')} moved`] : []),
  ];
  if (changes.length > 0) parts.push(joined(changes));
  if (facts.total > 0) parts.push(`${counted(facts.total, 'fact')} changed`);
  if (verdicts.total > 0) {
    const others = verdicts.total - verdicts.worse - verdicts.better;
    const turned = [
      ...(verdicts.worse > 0 ? [`${counted(verdicts.worse, 'verdict')} worse`] : []),
      ...(verdicts.better > 0 ? [`${counted(verdicts.better, 'verdict')} better`] : []),
      ...(others > 0 ? [`${counted(others, 'verdict')} different`] : []),
    ];
    parts.push(joined(turned));
  }
  return parts.length === 0 ? 'Nothing changed.' : `${parts.join('; ')}.`;
}
