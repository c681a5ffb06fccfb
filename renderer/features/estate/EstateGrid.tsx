import Box from '@mui/material/Box';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { TableChoice } from '../../../shared/contract/estate-tables';
import type { TableLine } from '../../../shared/model/estate-table';
import { cellId } from './cell-id';
import { GridHeads } from './GridHeads';
import { GridLine } from './GridLine';
import { gridStyles, HEAD_HEIGHT, ROW_HEIGHT } from './grid-styles';
import { keyMeaning, type Place, within } from './keys';
import type { ShownColumn } from './table-choice';
import type { LoadedTable } from './use-table';

/** Keys whose meaning is the table's business. */
export type GridKey = 'select-all' | 'copy' | 'toggle' | 'clear' | 'unknown';

export interface GridProps {
  readonly label: string;
  readonly columns: readonly ShownColumn[];
  readonly sort: TableChoice['sort'];
  readonly filtered: ReadonlySet<string>;
  readonly table: LoadedTable;
  readonly cursor: Place;
  readonly selectedIds: ReadonlySet<string>;
  /** The cell that is edited gets this instead of its value. */
  readonly editor: (line: TableLine, anchor: HTMLElement) => ReactNode;
  readonly isEditing: boolean;
  readonly onCursor: (
    to: Place,
    how: { readonly extends: boolean; readonly toggles: boolean; readonly isWalk: boolean },
  ) => void;
  readonly onEnter: (at: Place, way: 'enter' | 'edit') => void;
  readonly onKey: (does: GridKey) => void;
  readonly onMenu: (at: Place, anchor: HTMLElement | { left: number; top: number }) => void;
  readonly onHeadMenu: (column: number, anchor: HTMLElement) => void;
  readonly onFilter: (column: number, anchor: HTMLElement) => void;
  readonly onSort: (id: string) => void;
  readonly onWidth: (id: string, widthPixels: number, isFinal: boolean) => void;
}

/** Lines beyond the edges, so that scrolling a little shows no gap. */
const SPARE = 6;
const RESIZE_STEP = 16;

/** The grid itself: what is in view, the cursor, the mouse and the keys. */
export function EstateGrid(props: GridProps) {
  const { label, columns, sort, filtered, table, cursor, selectedIds, editor, isEditing } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, end: 30, most: 30, width: 800 });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const rows = table.counts?.lineCount ?? 0;
  const width = columns.reduce((sum, { widthPixels }) => sum + widthPixels, 0);
  const page = Math.max(view.end - view.first - 2, 1);
  const extent = { rows, columns: columns.length, page };
  const { look } = table;

  const follow = () => {
    const element = scroller.current;
    if (element === null) return;
    const room = element.clientHeight - HEAD_HEIGHT;
    const first = Math.floor(element.scrollTop / ROW_HEIGHT);
    const end = Math.ceil((element.scrollTop + room) / ROW_HEIGHT);
    const most = Math.ceil(room / ROW_HEIGHT) + 1;
    setView((now) =>
      now.first === first && now.end === end && now.width === element.clientWidth
        ? now
        : { first, end, most, width: element.clientWidth },
    );
    look(Math.max(first - SPARE, 0), end + SPARE);
  };
  const latestFollow = useRef(follow);
  latestFollow.current = follow;
  useEffect(() => {
    if (scroller.current === null) return;
    const observer = new ResizeObserver(() => latestFollow.current());
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  // A shorter table leaves the scroller somewhere else without anyone scrolling.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the number of rows
  useEffect(() => latestFollow.current(), [rows]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the element changes with the cursor
  useLayoutEffect(() => {
    setAnchor(isEditing ? document.getElementById(cellId(id, cursor)) : null);
  }, [isEditing, cursor.row, cursor.column, id, table.line(cursor.row)]);
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    if (wasEditing.current && !isEditing) scroller.current?.focus({ preventScroll: true });
    wasEditing.current = isEditing;
  }, [isEditing]);

  const bringIntoView = ({ row, column }: Place) => {
    const element = scroller.current;
    if (element === null) return;
    if (row >= 0) {
      const top = row * ROW_HEIGHT;
      const room = element.clientHeight - HEAD_HEIGHT;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (element.scrollTop + room < top + ROW_HEIGHT) {
        element.scrollTop = top + ROW_HEIGHT - room;
      }
    }
    if (column > 0) {
      const firstWidth = columns[0]?.widthPixels ?? 0;
      const left = columns.slice(0, column).reduce((sum, one) => sum + one.widthPixels, 0);
      const right = left + (columns[column]?.widthPixels ?? 0);
      if (left - firstWidth < element.scrollLeft) element.scrollLeft = left - firstWidth;
      else if (element.scrollLeft + element.clientWidth < right) {
        element.scrollLeft = right - element.clientWidth;
      }
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    const meaning = keyMeaning(event, cursor, extent);
    if (meaning === null) return;
    event.preventDefault();
    const spec = columns[cursor.column]?.spec;
    switch (meaning.does) {
      case 'go': {
        const to = within(meaning.to, extent);
        bringIntoView(to);
        props.onCursor(to, { extends: meaning.extends, toggles: false, isWalk: true });
        return;
      }
      case 'resize': {
        const now = columns[cursor.column];
        if (now !== undefined) {
          props.onWidth(now.spec.id, now.widthPixels + meaning.step * RESIZE_STEP, true);
        }
        return;
      }
      case 'enter':
      case 'edit':
        if (cursor.row < 0) {
          if (spec !== undefined) props.onSort(spec.id);
        } else props.onEnter(cursor, meaning.does);
        return;
      case 'menu': {
        const element = document.getElementById(cellId(id, cursor));
        if (element === null) return;
        if (cursor.row < 0) props.onHeadMenu(cursor.column, element);
        else props.onMenu(cursor, element);
        return;
      }
      default:
        props.onKey(meaning.does);
    }
  };

  const onPoint = (event: MouseEvent, button: 'main' | 'menu' | 'double') => {
    const place = placeOf(event.target);
    if (place === null) return;
    if (isEditing && place.row === cursor.row && place.column === cursor.column) return;
    if (button === 'menu') {
      event.preventDefault();
      props.onMenu(place, { left: event.clientX, top: event.clientY });
    } else if (button === 'double') props.onEnter(place, 'edit');
    else {
      props.onCursor(place, {
        extends: event.shiftKey,
        toggles: event.ctrlKey || event.metaKey,
        isWalk: false,
      });
    }
  };

  const first = Math.max(Math.min(view.first, rows) - SPARE, 0);
  const end = Math.min(view.end + SPARE, rows);
  const shown = Array.from({ length: Math.max(end - first, 0) }, (_, step) => first + step);
  // The line of the cursor stays in the page, so that its cell can be named and edited.
  if (cursor.row >= 0 && cursor.row < rows && (cursor.row < first || end <= cursor.row)) {
    shown.push(cursor.row);
  }
  return (
    <Box
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-busy={table.isOld}
      aria-activedescendant={rows === 0 ? undefined : cellId(id, cursor)}
      onScroll={follow}
      onKeyDown={onKeyDown}
      onClick={(event) => onPoint(event, 'main')}
      onDoubleClick={(event) => onPoint(event, 'double')}
      onContextMenu={(event) => onPoint(event, 'menu')}
      sx={gridStyles}
    >
      <div
        role="presentation"
        style={{ width: Math.max(width, view.width), height: HEAD_HEIGHT + rows * ROW_HEIGHT }}
      >
        <GridHeads
          columns={columns}
          sort={sort}
          filtered={filtered}
          at={cursor.row < 0 ? cursor.column : -1}
          idPrefix={id}
          onSort={props.onSort}
          onWidth={props.onWidth}
          onMenu={props.onHeadMenu}
          onFilter={props.onFilter}
        />
        {shown.map((at) => {
          const line = table.line(at);
          const isAt = at === cursor.row;
          return (
            <GridLine
              // A line that scrolls out at one end comes in at the other in the same elements. The
              // one of the cursor keeps its own: something may be typed in it.
              key={isAt ? 'cursor' : at % (view.most + 2 * SPARE)}
              at={at}
              line={line}
              columns={columns}
              width={width}
              viewWidth={view.width}
              isSelected={line?.line === 'record' && selectedIds.has(line.id)}
              cursor={isAt ? cursor.column : -1}
              idPrefix={id}
              editor={
                isAt && isEditing && line !== null && anchor !== null ? editor(line, anchor) : null
              }
            />
          );
        })}
      </div>
    </Box>
  );
}

/** The cell that an event came from; `null` for one from outside the lines. */
function placeOf(target: EventTarget): Place | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest<HTMLElement>('[data-line]')?.dataset.line;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column;
  return line === undefined ? null : { row: Number(line), column: Number(column ?? 0) };
}
