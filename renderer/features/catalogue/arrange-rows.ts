/** Which rows of a catalogue table are shown, and in which order. */
import type { CatalogueRow, CatalogueTable } from '../../../shared/model/catalogue';

export interface Arrangement {
  readonly search: string;
  readonly only: 'all' | 'used' | 'own';
  /** A column's key, `uses`, or `null` for the order of the table: own rows first. */
  readonly sortBy: string | null;
  readonly isDescending: boolean;
}

export const AS_IT_COMES: Arrangement = {
  search: '',
  only: 'all',
  sortBy: null,
  isDescending: false,
};

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Every word of the search has to be in some cell; what is not known stands last. */
export function arrangeRows(
  { columns, rows }: Pick<CatalogueTable, 'columns' | 'rows'>,
  { search, only, sortBy, isDescending }: Arrangement,
): readonly CatalogueRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter((row) => {
    if (only === 'own' && !row.own) return false;
    if (only === 'used' && (row.uses ?? 0) === 0) return false;
    if (words.length === 0) return true;
    const text = row.cells.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (sortBy === null) return shown;
  const at = columns.findIndex(({ key }) => key === sortBy);
  const textOf = (row: CatalogueRow) =>
    sortBy === 'uses' ? String(row.uses ?? '') : (row.cells[at] ?? '');
  const direction = isDescending ? -1 : 1;
  return shown.toSorted((a, b) => {
    const [one, other] = [textOf(a), textOf(b)];
    if ((one === '') !== (other === '')) return one === '' ? 1 : -1;
    return direction * collator.compare(one, other);
  });
}

/** Sorting by a column: up, then down, then as it comes. */
export function sortedBy(now: Arrangement, key: string): Arrangement {
  if (now.sortBy !== key) return { ...now, sortBy: key, isDescending: false };
  return now.isDescending
    ? { ...now, sortBy: null, isDescending: false }
    : { ...now, isDescending: true };
}
