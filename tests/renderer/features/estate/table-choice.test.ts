import { describe, expect, it } from 'vitest';
import {
  movedColumn,
  nextSort,
  shownColumns,
  tableChoice,
  toggledColumn,
  withWidth,
} from '../../../../renderer/features/estate/table-choice';
import {
  columnOf,
  FIRST_COLUMNS,
  NAME_COLUMN,
  TABLE_KINDS,
} from '../../../../shared/model/estate-table';

const ids = (choice: ReturnType<typeof tableChoice>) => choice.columns.map(({ id }) => id);

describe('the columns of a table', () => {
  it.each(TABLE_KINDS)('begin with the name and what matters of a %s', (kind) => {
    expect(ids(tableChoice(kind, undefined))).toEqual([NAME_COLUMN, ...FIRST_COLUMNS[kind]]);
    expect(shownColumns(kind, tableChoice(kind, undefined))).toHaveLength(
      FIRST_COLUMNS[kind].length + 1,
    );
  });

  it('forget columns that no longer exist, and an order by them', () => {
    const choice = tableChoice('host', {
      columns: [
        { id: 'osName', widthPixels: 99 },
        { id: 'gone', widthPixels: 99 },
      ],
      sort: { column: 'gone', isDescending: true },
      groupBy: 'gone',
    });
    expect(ids(choice)).toEqual([NAME_COLUMN, 'osName']);
    expect(choice).toMatchObject({ sort: null, groupBy: null });
  });

  it('come, go and move, but for the name', () => {
    const first = tableChoice('cluster', undefined);
    const spec = columnOf('cluster', '@vms');
    const name = columnOf('cluster', NAME_COLUMN);
    if (spec === undefined || name === undefined) throw new Error('no such column');
    const without = toggledColumn(first, spec);
    expect(ids(without)).not.toContain('@vms');
    expect(ids(toggledColumn(without, spec)).at(-1)).toBe('@vms');
    expect(toggledColumn(first, name)).toBe(first);
    expect(ids(movedColumn(first, '@vms', -1)).slice(0, 3)).toEqual([
      NAME_COLUMN,
      '@vms',
      '@hosts',
    ]);
    expect(movedColumn(first, '@hosts', -1)).toBe(first);
  });

  it('stay within sensible widths', () => {
    const widthOf = (wish: number) =>
      withWidth(tableChoice('host', undefined), NAME_COLUMN, wish).columns[0]?.widthPixels;
    expect([widthOf(-5), widthOf(300.4), widthOf(9999)]).toEqual([56, 300, 800]);
  });

  it('sort up, down, and by name again', () => {
    const up = nextSort(null, 'osName');
    const down = nextSort(up, 'osName');
    expect([up, down, nextSort(down, 'osName')]).toEqual([
      { column: 'osName', isDescending: false },
      { column: 'osName', isDescending: true },
      null,
    ]);
  });
});
