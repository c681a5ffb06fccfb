// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only those in view exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: a rowheader has a column index as every cell
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/format/quantity';
import type { TableLine } from '../../../shared/model/estate-table';
import { CellContent } from './CellContent';
import { cellId } from './cell-id';
import { HEAD_HEIGHT, ROW_HEIGHT } from './grid-styles';
import type { ShownColumn } from './table-choice';

export interface LineProps {
  readonly at: number;
  readonly line: TableLine | null;
  readonly columns: readonly ShownColumn[];
  readonly width: number;
  readonly viewWidth: number;
  readonly isSelected: boolean;
  /** The column of the cursor when it is on this line; −1 else. */
  readonly cursor: number;
  readonly idPrefix: string;
  /** What stands in the cell under the cursor instead of its value, while it is edited. */
  readonly editor: ReactNode;
}

/** A line of the grid: a heading of a group, or a record. Events are handled by the grid. */
export const GridLine = memo(function GridLine(props: LineProps) {
  const { at, line, columns, width, viewWidth, isSelected, cursor, idPrefix, editor } = props;
  const place = { top: HEAD_HEIGHT + at * ROW_HEIGHT, width: Math.max(width, viewWidth) };
  if (line?.line === 'group') {
    return (
      <div role="row" aria-rowindex={at + 2} className="line group" style={place} data-line={at}>
        <div
          role="gridcell"
          id={cellId(idPrefix, { row: at, column: 0 })}
          aria-colindex={1}
          aria-colspan={columns.length}
          aria-expanded={line.isOpen}
          data-column={0}
          className={cursor >= 0 ? 'cell at' : 'cell'}
          style={{ width: viewWidth }}
        >
          {line.isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          <bdi className="text">{line.text}</bdi>
          <span className="count">{formatNumber(line.count)}</span>
        </div>
      </div>
    );
  }
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      className={isSelected ? 'line selected' : 'line'}
      style={place}
      data-line={at}
    >
      {columns.map(({ spec, widthPixels }, column) => {
        const cell = line?.cells[column];
        return (
          <div
            key={spec.id}
            role={column === 0 ? 'rowheader' : 'gridcell'}
            id={cellId(idPrefix, { row: at, column })}
            aria-colindex={column + 1}
            data-column={column}
            className={[
              'cell',
              column === 0 ? 'first' : '',
              spec.shape === 'number' ? 'number' : '',
              column === cursor ? 'at' : '',
            ].join(' ')}
            style={{ width: widthPixels }}
          >
            {column === cursor && editor !== null ? (
              editor
            ) : cell === undefined ? (
              <span className="quiet">…</span>
            ) : (
              <CellContent cell={cell} isFirst={column === 0} />
            )}
          </div>
        );
      })}
    </div>
  );
});
