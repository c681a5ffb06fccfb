import { OUTCOME_LABELS, PATH_LABELS } from '../../../shared/format/verdict-words';
import { unpackCell } from '../../../shared/model/cell';
import { PENDING } from './cell-store';

/** Short words for a cell: "Falls back: VMDq (warning)". */
export function cellText(byte: number): string {
  if (byte === PENDING) return 'not judged yet';
  const { outcome, path, warned, waived } = unpackCell(byte);
  const where = path === null || outcome === 'blocked' ? '' : `: ${PATH_LABELS[path]}`;
  const marks = [warned ? ' (warning)' : '', waived ? ' (reasons set aside)' : ''];
  return `${OUTCOME_LABELS[outcome]}${where}${marks.join('')}`;
}
