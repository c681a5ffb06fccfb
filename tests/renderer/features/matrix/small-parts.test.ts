import { describe, expect, it } from 'vitest';
import { PENDING } from '../../../../renderer/features/matrix/cell-store';
import { cellText } from '../../../../renderer/features/matrix/cell-text';
import { keyMeaning } from '../../../../renderer/features/matrix/key-meaning';
import { spanWith } from '../../../../renderer/features/matrix/MatrixTwin';
import { fitText, isRightToLeft } from '../../../../renderer/features/matrix/text-fit';
import { packCell } from '../../../../shared/model/cell';

describe('cutting texts', () => {
  // One unit per UTF-16 code unit, as if every one were equally wide.
  const measure = (text: string) => text.length;

  it('leaves what fits', () => {
    expect(fitText('sql-03', 6, measure)).toBe('sql-03');
  });

  it('cuts at whole graphemes and says so', () => {
    expect(fitText('sql-0345', 6, measure)).toBe('sql-0…');
    // The family is one grapheme of 8 code units: it stays whole or goes.
    expect(fitText('a👨‍👩‍👧bcd', 5, measure)).toBe('a…');
  });

  it('shows nothing where not even an ellipsis fits', () => {
    expect(fitText('sql-03', 1, measure)).toBe('');
  });

  it('tells scripts that run from right to left by their first letter', () => {
    expect(isRightToLeft('خادم-01')).toBe(true);
    expect(isRightToLeft('01 שרת')).toBe(true);
    expect(isRightToLeft('HV خادم')).toBe(false);
    expect(isRightToLeft('123')).toBe(false);
  });
});

describe('a cell as text', () => {
  it('names outcome, path and warning', () => {
    expect(cellText(packCell({ outcome: 'falls-back', path: 'vmdq', warned: true }))).toBe(
      'Falls back: VMDq (warning)',
    );
    expect(cellText(packCell({ outcome: 'blocked', path: 'sriov', warned: false }))).toBe(
      'Blocked',
    );
    expect(
      cellText(packCell({ outcome: 'keeps', path: 'sriov', warned: false, waived: true })),
    ).toBe('Keeps: SR-IOV (reasons set aside)');
    expect(cellText(PENDING)).toBe('not judged yet');
  });
});

describe('the twin', () => {
  it('holds what is in view and where the cursor is', () => {
    expect(spanWith(3, 6, undefined)).toEqual([3, 4, 5]);
    expect(spanWith(3, 6, 4)).toEqual([3, 4, 5]);
    expect(spanWith(3, 6, 0)).toEqual([0, 3, 4, 5]);
    expect(spanWith(3, 6, 9)).toEqual([3, 4, 5, 9]);
    expect(spanWith(3, 6, -1)).toEqual([3, 4, 5]);
    expect(spanWith(0, 500, undefined)).toHaveLength(48);
  });
});

describe('keys in the matrix', () => {
  const layout = {
    rowCount: 100,
    columnCount: 50,
    rowHeight: 20,
    columnWidth: 40,
    headWidth: 100,
    headHeight: 60,
  };
  const viewport = { scrollTop: 200, scrollLeft: 80, width: 300, height: 260 };
  const press = (
    key: string,
    held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', true>> = {},
  ) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...held,
  });
  const cursor = { row: 20, column: 3 };

  it('start where one is looking', () => {
    expect(keyMeaning(press('ArrowDown'), layout, viewport, null)).toEqual({
      kind: 'move',
      place: { row: 10, column: 2 },
    });
    expect(keyMeaning(press('End', { ctrlKey: true }), layout, viewport, null)).toBeNull();
    expect(keyMeaning(press('Enter'), layout, viewport, null)).toBeNull();
  });

  it('page by what fits, less one row to hold on to', () => {
    // (260 − 60) / 20 = 10 rows fit.
    expect(keyMeaning(press('PageDown'), layout, viewport, cursor)).toEqual({
      kind: 'move',
      place: { row: 29, column: 3 },
    });
  });

  it('open, and copy the selected or the table', () => {
    expect(keyMeaning(press('Enter'), layout, viewport, cursor)).toEqual({ kind: 'open' });
    const copy = (what: string) => ({ kind: 'copy', what });
    const held = { ctrlKey: true } as const;
    expect(keyMeaning(press('c', held), layout, viewport, cursor)).toEqual(copy('selected'));
    expect(keyMeaning(press('c', held), layout, viewport, null)).toEqual(copy('table'));
    expect(keyMeaning(press('C', { ...held, shiftKey: true }), layout, viewport, cursor)).toEqual(
      copy('table'),
    );
  });

  it('leave Alt with an arrow to the way back', () => {
    expect(keyMeaning(press('ArrowLeft', { altKey: true }), layout, viewport, cursor)).toBeNull();
  });
});
