import { describe, expect, it } from 'vitest';
import {
  contentSize,
  type Layout,
  placeAfter,
  placeAt,
  rectOf,
  scrollTo,
  tilesOf,
  visibleRange,
  wholeTiles,
} from '../../../../renderer/features/matrix/geometry';

// 100 rows of 20 and 50 columns of 40 behind heads of 100 × 60.
const layout: Layout = {
  rowCount: 100,
  columnCount: 50,
  rowHeight: 20,
  columnWidth: 40,
  headWidth: 100,
  headHeight: 60,
};
// Room for 10 rows (200 / 20) and 5 columns (200 / 40).
const atTop = { scrollTop: 0, scrollLeft: 0, width: 300, height: 260 };

describe('what is in view', () => {
  it('is as many rows and columns as fit, from the scrolled place on', () => {
    expect(visibleRange(layout, atTop)).toEqual({
      firstRow: 0,
      endRow: 10,
      firstColumn: 0,
      endColumn: 5,
    });
  });

  it('counts rows and columns that are cut at the edges', () => {
    expect(visibleRange(layout, { ...atTop, scrollTop: 30, scrollLeft: 1 })).toEqual({
      firstRow: 1,
      endRow: 12,
      firstColumn: 0,
      endColumn: 6,
    });
  });

  it('ends with the last row, and is nothing where the heads take all the room', () => {
    expect(visibleRange(layout, { ...atTop, scrollTop: 1_950 }).endRow).toBe(100);
    const tiny = visibleRange(layout, { ...atTop, width: 80, height: 40 });
    expect(tiny.endRow - tiny.firstRow).toBe(0);
    expect(tiny.endColumn - tiny.firstColumn).toBe(0);
  });

  it('scrolls over heads and cells together', () => {
    // 100 + 50 × 40 and 60 + 100 × 20
    expect(contentSize(layout)).toEqual({ width: 2100, height: 2060 });
  });
});

describe('from points to places and back', () => {
  it('finds the place at the corner of its own rectangle', () => {
    const viewport = { ...atTop, scrollTop: 140, scrollLeft: 80 };
    for (const place of [
      { row: 7, column: 2 },
      { row: -1, column: 3 },
      { row: 9, column: -1 },
    ]) {
      const { x, y } = rectOf(layout, viewport, place);
      expect(placeAt(layout, viewport, x, y)).toEqual(place);
    }
  });

  it('knows no place in the corner, beside the window and behind the last cell', () => {
    expect(placeAt(layout, atTop, 50, 30)).toBeNull();
    expect(placeAt(layout, atTop, 300, 100)).toBeNull();
    expect(placeAt({ ...layout, rowCount: 2 }, atTop, 150, 60 + 2 * 20)).toBeNull();
  });
});

describe('scrolling to a place', () => {
  it('moves as little as needed', () => {
    expect(scrollTo(layout, atTop, { row: 9, column: 4 })).toEqual({ scrollTop: 0, scrollLeft: 0 });
    // Row 12 ends at 13 × 20 = 260, of which 200 fit; column 7 ends at 320, of which 200 fit.
    expect(scrollTo(layout, atTop, { row: 12, column: 7 })).toEqual({
      scrollTop: 60,
      scrollLeft: 120,
    });
    expect(scrollTo(layout, { ...atTop, scrollTop: 400 }, { row: 3, column: 0 }).scrollTop).toBe(
      60,
    );
  });

  it('leaves the other direction alone for a head', () => {
    const scrolled = { ...atTop, scrollTop: 400, scrollLeft: 400 };
    expect(scrollTo(layout, scrolled, { row: -1, column: 0 })).toEqual({
      scrollTop: 400,
      scrollLeft: 0,
    });
  });
});

describe('keys', () => {
  const at = (row: number, column: number) => ({ row, column });
  it.each([
    ['ArrowDown', false, at(5, 5), at(6, 5)],
    ['ArrowUp', false, at(0, 5), at(-1, 5)],
    ['ArrowLeft', false, at(5, 0), at(5, -1)],
    ['ArrowRight', false, at(5, 49), at(5, 49)],
    ['ArrowLeft', false, at(-1, 0), at(-1, 0)],
    ['ArrowDown', true, at(5, 5), at(99, 5)],
    ['PageDown', false, at(95, 5), at(99, 5)],
    ['PageUp', false, at(3, 5), at(0, 5)],
    ['Home', false, at(5, 5), at(5, 0)],
    ['End', false, at(5, 5), at(5, 49)],
    ['Home', true, at(5, 5), at(0, 0)],
    ['End', true, at(5, 5), at(99, 49)],
    ['x', false, at(5, 5), null],
  ])('%s (control: %s) leads from %o to %o', (key, withControl, from, to) => {
    expect(placeAfter(layout, from, { key, withControl, rowsPerPage: 9 })).toEqual(to);
  });
});

describe('blocks of cells', () => {
  it('cover a range without overlap and keep to multiples of their size', () => {
    const range = { firstRow: 60, endRow: 70, firstColumn: 0, endColumn: 50 };
    expect(tilesOf(range, 64)).toEqual([
      { firstRow: 60, endRow: 64, firstColumn: 0, endColumn: 50 },
      { firstRow: 64, endRow: 70, firstColumn: 0, endColumn: 50 },
    ]);
  });

  it('grow to whole blocks, but not beyond the matrix', () => {
    const range = { firstRow: 70, endRow: 80, firstColumn: 3, endColumn: 8 };
    expect(wholeTiles(range, 64, layout)).toEqual({
      firstRow: 64,
      endRow: 100,
      firstColumn: 0,
      endColumn: 50,
    });
  });

  it('are none for nothing', () => {
    const nothing = { firstRow: 5, endRow: 5, firstColumn: 0, endColumn: 0 };
    expect(tilesOf(wholeTiles(nothing, 64, layout), 64)).toEqual([]);
  });
});
