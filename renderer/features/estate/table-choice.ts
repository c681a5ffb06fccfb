/** Columns, order and grouping of a table: what the user chose, or what it begins with. */
import type { TableChoice } from '../../../shared/contract/estate-tables';
import {
  type ColumnSpec,
  columnOf,
  FIRST_COLUMNS,
  NAME_COLUMN,
  type TableKind,
} from '../../../shared/model/estate-table';

export interface ShownColumn {
  readonly spec: ColumnSpec;
  readonly widthPixels: number;
}

const WIDTHS: Readonly<Record<ColumnSpec['shape'], number>> = {
  text: 152,
  number: 112,
  pool: 184,
  link: 136,
  path: 148,
  portability: 136,
};
const NAME_WIDTH = 200;
export const LEAST_WIDTH = 56;
export const MOST_WIDTH = 800;

export function firstWidth(spec: ColumnSpec): number {
  if (spec.id === NAME_COLUMN) return NAME_WIDTH;
  // Titles are often longer than the numbers and words under them.
  const titled = Math.min(Math.max(spec.title.length * 7 + 40, 96), 208);
  return Math.max(titled, WIDTHS[spec.shape]);
}

/** The choice with only columns that exist, the name first. */
export function tableChoice(kind: TableKind, chosen: TableChoice | undefined): TableChoice {
  const wanted =
    chosen?.columns ??
    FIRST_COLUMNS[kind].flatMap((id) => {
      const spec = columnOf(kind, id);
      return spec === undefined ? [] : [{ id, widthPixels: firstWidth(spec) }];
    });
  const name = wanted.find(({ id }) => id === NAME_COLUMN) ?? {
    id: NAME_COLUMN,
    widthPixels: NAME_WIDTH,
  };
  const others = wanted.filter(({ id }) => id !== NAME_COLUMN && columnOf(kind, id) !== undefined);
  const has = (id: string | undefined | null) => id != null && columnOf(kind, id) !== undefined;
  return {
    columns: [name, ...others],
    sort: has(chosen?.sort?.column) ? (chosen?.sort ?? null) : null,
    groupBy: has(chosen?.groupBy) ? (chosen?.groupBy ?? null) : null,
  };
}

export function shownColumns(kind: TableKind, { columns }: TableChoice): ShownColumn[] {
  return columns.flatMap(({ id, widthPixels }) => {
    const spec = columnOf(kind, id);
    return spec === undefined ? [] : [{ spec, widthPixels }];
  });
}

/** First up, then down, then by name again. */
export function nextSort(sort: TableChoice['sort'], column: string): TableChoice['sort'] {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? null : { column, isDescending: true };
}

export function withWidth(choice: TableChoice, id: string, widthPixels: number): TableChoice {
  const width = Math.round(Math.min(Math.max(widthPixels, LEAST_WIDTH), MOST_WIDTH));
  return {
    ...choice,
    columns: choice.columns.map((one) => (one.id === id ? { id, widthPixels: width } : one)),
  };
}

/** Shows the column as the last one, or takes it away; the name stays. */
export function toggledColumn(choice: TableChoice, spec: ColumnSpec): TableChoice {
  if (spec.id === NAME_COLUMN) return choice;
  const isShown = choice.columns.some(({ id }) => id === spec.id);
  return {
    ...choice,
    columns: isShown
      ? choice.columns.filter(({ id }) => id !== spec.id)
      : [...choice.columns, { id: spec.id, widthPixels: firstWidth(spec) }],
  };
}

/** One place to the left (−1) or right (+1); nothing passes the name. */
export function movedColumn(choice: TableChoice, id: string, step: -1 | 1): TableChoice {
  const columns = [...choice.columns];
  const at = columns.findIndex((one) => one.id === id);
  const to = at + step;
  const moved = columns[at];
  if (at < 1 || to < 1 || moved === undefined || columns.length <= to) return choice;
  columns.splice(at, 1);
  columns.splice(to, 0, moved);
  return { ...choice, columns };
}
