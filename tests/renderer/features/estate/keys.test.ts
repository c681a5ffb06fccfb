import { describe, expect, it } from 'vitest';
import { keyMeaning } from '../../../../renderer/features/estate/keys';

const extent = { rows: 100, columns: 5, page: 10 };
const press = (key: string, at = { row: 50, column: 2 }, held: 'ctrlKey' | 'shiftKey' | '' = '') =>
  keyMeaning(
    {
      key,
      ctrlKey: held === 'ctrlKey',
      shiftKey: held === 'shiftKey',
      metaKey: false,
      altKey: false,
    },
    at,
    extent,
  );
const goal = (...args: Parameters<typeof press>) => {
  const meaning = press(...args);
  return meaning?.does === 'go' ? meaning.to : null;
};

describe('keys in a table', () => {
  it.each([
    ['ArrowDown', { row: 51, column: 2 }],
    ['ArrowUp', { row: 49, column: 2 }],
    ['ArrowLeft', { row: 50, column: 1 }],
    ['ArrowRight', { row: 50, column: 3 }],
    ['PageDown', { row: 60, column: 2 }],
    ['PageUp', { row: 40, column: 2 }],
    ['Home', { row: 50, column: 0 }],
    ['End', { row: 50, column: 4 }],
  ])('%s', (key, to) => {
    expect(goal(key)).toEqual(to);
  });

  it('lead no further than the edges, and up to the heads', () => {
    expect(goal('ArrowDown', { row: 99, column: 0 })).toEqual({ row: 99, column: 0 });
    expect(goal('PageDown', { row: 95, column: 0 })).toEqual({ row: 99, column: 0 });
    expect(goal('ArrowUp', { row: 0, column: 3 })).toEqual({ row: -1, column: 3 });
    expect(goal('ArrowUp', { row: -1, column: 3 })).toEqual({ row: -1, column: 3 });
    expect(goal('End', { row: 0, column: 0 }, 'ctrlKey')).toEqual({ row: 99, column: 4 });
  });

  it('extend with Shift, and widen a column at its head', () => {
    expect(press('ArrowDown', undefined, 'shiftKey')).toMatchObject({ does: 'go', extends: true });
    expect(press('ArrowRight', { row: -1, column: 1 }, 'shiftKey')).toEqual({
      does: 'resize',
      step: 1,
    });
  });

  it('leave letters alone that mean nothing', () => {
    expect(press('x')).toBeNull();
    expect(press('a')).toBeNull();
    expect(press('a', undefined, 'ctrlKey')).toEqual({ does: 'select-all' });
    expect(press('F2')).toEqual({ does: 'edit' });
    expect(press('Delete')).toEqual({ does: 'unknown' });
    expect(press('Delete', undefined, 'shiftKey')).toBeNull();
  });
});
