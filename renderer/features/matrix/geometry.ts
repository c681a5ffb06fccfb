/** Where things lie in the matrix: plain arithmetic, all lengths in CSS pixels. */

export interface Layout {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowHeight: number;
  readonly columnWidth: number;
  /** Width of the row heads, height of the column heads; both stay in place while scrolling. */
  readonly headWidth: number;
  readonly headHeight: number;
}

export interface Viewport {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly width: number;
  readonly height: number;
}

/** Rows and columns from `first` up to and without `end`. */
export interface Range {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** Row −1 is the column heads, column −1 the row heads. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function contentSize(layout: Layout): { readonly width: number; readonly height: number } {
  return {
    width: layout.headWidth + layout.columnCount * layout.columnWidth,
    height: layout.headHeight + layout.rowCount * layout.rowHeight,
  };
}

/** The rows and columns of which something can be seen. */
export function visibleRange(layout: Layout, viewport: Viewport): Range {
  const bodyHeight = Math.max(viewport.height - layout.headHeight, 0);
  const bodyWidth = Math.max(viewport.width - layout.headWidth, 0);
  return {
    firstRow: clamp(Math.floor(viewport.scrollTop / layout.rowHeight), 0, layout.rowCount),
    endRow: clamp(
      Math.ceil((viewport.scrollTop + bodyHeight) / layout.rowHeight),
      0,
      layout.rowCount,
    ),
    firstColumn: clamp(Math.floor(viewport.scrollLeft / layout.columnWidth), 0, layout.columnCount),
    endColumn: clamp(
      Math.ceil((viewport.scrollLeft + bodyWidth) / layout.columnWidth),
      0,
      layout.columnCount,
    ),
  };
}

/** Where a cell or head lies, measured from the corner of the viewport. */
export function rectOf(layout: Layout, viewport: Viewport, { row, column }: Place): Rect {
  const isRowHead = column < 0;
  const isColumnHead = row < 0;
  return {
    x: isRowHead ? 0 : layout.headWidth + column * layout.columnWidth - viewport.scrollLeft,
    y: isColumnHead ? 0 : layout.headHeight + row * layout.rowHeight - viewport.scrollTop,
    width: isRowHead ? layout.headWidth : layout.columnWidth,
    height: isColumnHead ? layout.headHeight : layout.rowHeight,
  };
}

/** What lies under a point of the viewport; `null` for the corner and for beside the matrix. */
export function placeAt(layout: Layout, viewport: Viewport, x: number, y: number): Place | null {
  if (x < 0 || y < 0 || x >= viewport.width || y >= viewport.height) return null;
  const column =
    x < layout.headWidth
      ? -1
      : Math.floor((x - layout.headWidth + viewport.scrollLeft) / layout.columnWidth);
  const row =
    y < layout.headHeight
      ? -1
      : Math.floor((y - layout.headHeight + viewport.scrollTop) / layout.rowHeight);
  if (row === -1 && column === -1) return null;
  return row < layout.rowCount && column < layout.columnCount ? { row, column } : null;
}

/** The least scrolling that brings a place into full view. */
export function scrollTo(
  layout: Layout,
  viewport: Viewport,
  { row, column }: Place,
): { readonly scrollTop: number; readonly scrollLeft: number } {
  return {
    scrollTop:
      row < 0
        ? viewport.scrollTop
        : nearest(
            viewport.scrollTop,
            row * layout.rowHeight,
            layout.rowHeight,
            viewport.height - layout.headHeight,
          ),
    scrollLeft:
      column < 0
        ? viewport.scrollLeft
        : nearest(
            viewport.scrollLeft,
            column * layout.columnWidth,
            layout.columnWidth,
            viewport.width - layout.headWidth,
          ),
  };
}

export interface Step {
  readonly key: string;
  readonly withControl: boolean;
  readonly rowsPerPage: number;
}

/** Where a key leads from a place; `null` when the key does not move. */
export function placeAfter(
  layout: Layout,
  from: Place,
  { key, withControl, rowsPerPage }: Step,
): Place | null {
  const lastRow = layout.rowCount - 1;
  const lastColumn = layout.columnCount - 1;
  const to = (row: number, column: number): Place => {
    const place = { row: clamp(row, -1, lastRow), column: clamp(column, -1, lastColumn) };
    // The corner is no place; the way into it ends before it.
    return place.row === -1 && place.column === -1 ? from : place;
  };
  switch (key) {
    case 'ArrowUp':
      return withControl ? to(0, from.column) : to(from.row - 1, from.column);
    case 'ArrowDown':
      return withControl ? to(lastRow, from.column) : to(from.row + 1, from.column);
    case 'ArrowLeft':
      return withControl ? to(from.row, 0) : to(from.row, from.column - 1);
    case 'ArrowRight':
      return withControl ? to(from.row, lastColumn) : to(from.row, from.column + 1);
    case 'PageUp':
      return to(Math.max(from.row - rowsPerPage, 0), from.column);
    case 'PageDown':
      return to(from.row + rowsPerPage, from.column);
    case 'Home':
      return withControl ? to(0, 0) : to(from.row, 0);
    case 'End':
      return withControl ? to(lastRow, lastColumn) : to(from.row, lastColumn);
    default:
      return null;
  }
}

/** Cuts a range into blocks of at most `size` rows and columns, aligned to multiples of `size`. */
export function tilesOf(range: Range, size: number): Range[] {
  const tiles: Range[] = [];
  for (let row = range.firstRow; row < range.endRow; row = nextMultiple(row, size)) {
    for (
      let column = range.firstColumn;
      column < range.endColumn;
      column = nextMultiple(column, size)
    ) {
      tiles.push({
        firstRow: row,
        endRow: Math.min(nextMultiple(row, size), range.endRow),
        firstColumn: column,
        endColumn: Math.min(nextMultiple(column, size), range.endColumn),
      });
    }
  }
  return tiles;
}

/** Grows a range to whole blocks, so that a little scrolling finds its cells there already. */
export function wholeTiles(range: Range, size: number, layout: Layout): Range {
  if (range.firstRow >= range.endRow || range.firstColumn >= range.endColumn) return range;
  return {
    firstRow: range.firstRow - (range.firstRow % size),
    endRow: Math.min(nextMultiple(range.endRow - 1, size), layout.rowCount),
    firstColumn: range.firstColumn - (range.firstColumn % size),
    endColumn: Math.min(nextMultiple(range.endColumn - 1, size), layout.columnCount),
  };
}

function nearest(scroll: number, start: number, length: number, room: number): number {
  if (start < scroll) return start;
  if (start + length > scroll + room) return Math.min(start, start + length - room);
  return scroll;
}

function nextMultiple(value: number, size: number): number {
  return value - (value % size) + size;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
