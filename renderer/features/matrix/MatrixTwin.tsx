// biome-ignore-all lint/a11y/useSemanticElements: a table of elements cannot lie over a canvas cell by cell
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
/**
 * What the canvas shows, for screen readers: the rows and cells in view and the one under the
 * cursor, each in its place, without anything to see.
 */
import { cellWords } from '../../../shared/format/verdict-words';
import { unpackCell } from '../../../shared/model/cell';
import type { Arrangement } from './arrange';
import { PENDING } from './cell-store';
import { type Layout, type Place, rectOf, type Viewport } from './geometry';

export interface TwinProps {
  readonly id: string;
  readonly layout: Layout;
  readonly viewport: Viewport;
  readonly arrangement: Arrangement;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cursor: Place | null;
  readonly read: (row: number, column: number) => number;
  readonly rowLabel: (row: number) => string;
}

export function twinCellId(id: string, { row, column }: Place): string {
  return `${id}-${row}-${column}`;
}

/** A very large screen shows more than anyone steps through; the twin stays light. */
const LONGEST_SPAN = 48;

/** The numbers from `first` to `end`, and `also` where it lies outside them. */
export function spanWith(first: number, wholeEnd: number, also: number | undefined): number[] {
  const end = Math.min(wholeEnd, first + LONGEST_SPAN);
  const span = Array.from({ length: Math.max(end - first, 0) }, (_, step) => first + step);
  if (also === undefined || also < 0 || (also >= first && also < end)) return span;
  return also < first ? [also, ...span] : [...span, also];
}

export function MatrixTwin(props: TwinProps) {
  const { id, layout, viewport, arrangement, rows, columns, cursor, read, rowLabel } = props;
  const at = (place: Place) => {
    const { x, y, width, height } = rectOf(layout, viewport, place);
    return { position: 'absolute', left: x, top: y, width, height, overflow: 'hidden' } as const;
  };
  const isCursor = (row: number, column: number) => cursor?.row === row && cursor.column === column;
  return (
    <div role="presentation" style={LAYER}>
      <div role="row" aria-rowindex={1}>
        <span role="columnheader" aria-colindex={1} style={at({ row: -1, column: -1 })}>
          VM
        </span>
        {columns.map((column) => (
          <span
            key={column}
            role="columnheader"
            id={twinCellId(id, { row: -1, column })}
            aria-colindex={column + 2}
            aria-selected={isCursor(-1, column)}
            style={at({ row: -1, column })}
          >
            {arrangement.hosts[column]?.name}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <div key={row} role="row" aria-rowindex={row + 2}>
          <span
            role="rowheader"
            id={twinCellId(id, { row, column: -1 })}
            aria-colindex={1}
            aria-selected={isCursor(row, -1)}
            style={at({ row, column: -1 })}
          >
            {rowLabel(row)}
          </span>
          {columns.map((column) => (
            <span
              key={column}
              role="gridcell"
              id={twinCellId(id, { row, column })}
              aria-colindex={column + 2}
              aria-selected={isCursor(row, column)}
              style={at({ row, column })}
            >
              {byteWords(read(row, column))}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

export function byteWords(byte: number): string {
  return byte === PENDING ? 'Being judged' : cellWords(unpackCell(byte));
}

/** In front of nothing and in nobody's way: the pointer goes to the canvas's places. */
const LAYER = {
  position: 'sticky',
  top: 0,
  left: 0,
  width: 0,
  height: 0,
  opacity: 0,
  pointerEvents: 'none',
} as const;
