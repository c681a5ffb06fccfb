// biome-ignore-all lint/a11y/useSemanticElements: columns of a grid that scrolls by itself
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys of the grid do the same
// biome-ignore-all lint/a11y/noStaticElementInteractions: grips and funnels have keys on their head
import { ArrowDown, ArrowUp, ListFilter } from 'lucide-react';
import { memo, type PointerEvent, useRef } from 'react';
import type { TableChoice } from '../../../shared/contract/estate-tables';
import { cellId } from './cell-id';
import type { ShownColumn } from './table-choice';

export interface HeadsProps {
  readonly columns: readonly ShownColumn[];
  readonly sort: TableChoice['sort'];
  readonly filtered: ReadonlySet<string>;
  /** The head under the cursor; −1 for none. */
  readonly at: number;
  readonly idPrefix: string;
  readonly onSort: (id: string) => void;
  readonly onWidth: (id: string, widthPixels: number, isFinal: boolean) => void;
  readonly onMenu: (column: number, anchor: HTMLElement) => void;
  readonly onFilter: (column: number, anchor: HTMLElement) => void;
}

/** The heads of the columns; they stay as they are while rows scroll under them. */
export const GridHeads = memo(function GridHeads(props: HeadsProps) {
  const { columns, sort, filtered, at, idPrefix, onSort, onWidth, onMenu, onFilter } = props;
  return (
    <div role="row" aria-rowindex={1} className="heads">
      {columns.map(({ spec, widthPixels }, column) => {
        const isSorted = sort?.column === spec.id;
        return (
          <div
            key={spec.id}
            id={cellId(idPrefix, { row: -1, column })}
            role="columnheader"
            aria-colindex={column + 1}
            aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
            title={spec.field === undefined ? spec.meaning : `Collected by ${spec.meaning}`}
            className={[
              'cell head',
              column === 0 ? 'first' : '',
              spec.shape === 'number' ? 'number' : '',
              isSorted ? 'sorted' : '',
              column === at ? 'at' : '',
            ].join(' ')}
            style={{ width: widthPixels }}
            onClick={() => onSort(spec.id)}
            onContextMenu={(event) => {
              event.preventDefault();
              onMenu(column, event.currentTarget);
            }}
          >
            <span className="text">{spec.title}</span>
            {isSorted ? (
              <span className="arrow">
                {sort.isDescending ? <ArrowDown size={13} /> : <ArrowUp size={13} />}
              </span>
            ) : null}
            <span
              className={filtered.has(spec.id) ? 'funnel on' : 'funnel'}
              title={filtered.has(spec.id) ? 'Filtered; change it' : 'Filter'}
              onClick={(event) => {
                event.stopPropagation();
                onFilter(column, event.currentTarget);
              }}
            >
              <ListFilter size={13} />
            </span>
            <Grip
              width={widthPixels}
              onWidth={(next, isFinal) => onWidth(spec.id, next, isFinal)}
            />
          </div>
        );
      })}
    </div>
  );
});

function Grip({
  width,
  onWidth,
}: {
  width: number;
  onWidth: (widthPixels: number, isFinal: boolean) => void;
}) {
  const held = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = (event: PointerEvent) =>
    held.current === null ? width : held.current.width + event.clientX - held.current.x;
  return (
    <span
      className="grip"
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (held.current !== null) onWidth(widthAt(event), false);
      }}
      onPointerUp={(event) => {
        if (held.current === null) return;
        onWidth(widthAt(event), true);
        held.current = null;
      }}
    />
  );
}
