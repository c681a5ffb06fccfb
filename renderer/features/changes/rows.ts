/**
 * Differences as rows of tables: for the screen, the filter and the clipboard alike. Names in them
 * come from imported files, so every text is made safe to show.
 */
import {
  CHANGE_LABELS,
  factSideWords,
  placeWords,
  recordWords,
  TREND_LABELS,
  verdictSideWords,
} from '../../../shared/format/comparison-words';
import { visibleText } from '../../../shared/format/visible-text';
import type {
  ComparedRecord,
  Comparison,
  FactDifferences,
  RecordDifferences,
  VerdictDifference,
} from '../../../shared/model/comparison';
import type { Selection } from '../../app/state/selection';

export const SECTIONS = ['verdicts', 'facts', 'records'] as const;
export type Section = (typeof SECTIONS)[number];

export interface DifferenceRow {
  readonly cells: readonly string[];
  /** What lies under a cell, where it says more. */
  readonly details: readonly (string | undefined)[];
  readonly selection: Selection | null;
  readonly verdict?: VerdictDifference;
}

export const HEADS: Readonly<Record<Section, readonly string[]>> = {
  verdicts: ['Trend', 'VM', 'Host', 'Before', 'After'],
  facts: ['Record', 'Property', 'Before', 'After'],
  records: ['Change', 'Record', 'Where'],
};

export function verdictRows({ entries }: Comparison['verdicts']): DifferenceRow[] {
  return entries.map((one) =>
    shown({
      cells: [
        TREND_LABELS[one.trend],
        one.vmName,
        one.hostName,
        verdictSideWords(one.before),
        verdictSideWords(one.after),
      ],
      details: [],
      selection: { vmId: one.vmId, hostId: one.hostId },
      verdict: one,
    }),
  );
}

export function factRows({ entries }: FactDifferences): DifferenceRow[] {
  return entries.map(({ record, title, before, after }) =>
    shown({
      cells: [recordWords(record), title, factSideWords(before), factSideWords(after)],
      details: [
        undefined,
        undefined,
        before.value === null ? undefined : before.origin,
        after.value === null ? undefined : after.origin,
      ],
      selection: selectionOf(record),
    }),
  );
}

export function recordRows({ entries }: RecordDifferences): DifferenceRow[] {
  return entries.map((one) =>
    shown({
      cells: [CHANGE_LABELS[one.change], recordWords(one.record), placeWords(one)],
      details: [],
      selection: selectionOf(one.record),
    }),
  );
}

/** Rows that hold every word that was typed, in any of their cells. */
export function filteredRows(rows: readonly DifferenceRow[], typed: string): DifferenceRow[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(({ cells }) => {
    const text = cells.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function shown(row: DifferenceRow): DifferenceRow {
  return {
    ...row,
    cells: row.cells.map(visibleText),
    details: row.details.map((one) => (one === undefined ? one : visibleText(one))),
  };
}

/** The host or VM that shows the record; nothing for what is gone. */
function selectionOf({ kind, id, owner, isThere }: ComparedRecord): Selection | null {
  const shown = owner ?? { kind, id };
  if (!isThere) return null;
  if (shown.kind === 'vm') return { vmId: shown.id, hostId: null };
  return shown.kind === 'host' ? { vmId: null, hostId: shown.id } : null;
}
