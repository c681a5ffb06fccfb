import { describe, expect, it } from 'vitest';
import {
  AS_IT_COMES,
  arrangeRows,
  sortedBy,
} from '../../../../renderer/features/catalogue/arrange-rows';
import type { CatalogueColumn, CatalogueRow } from '../../../../shared/model/catalogue';

const column = (key: string): CatalogueColumn => ({
  key,
  title: key,
  kind: 'text',
  unit: null,
  choices: [],
  isRequired: false,
  hint: '',
});
const row = (key: string, cells: string[], uses: number, own = false): CatalogueRow => ({
  key,
  cells,
  own,
  uses,
  hides: null,
  rivals: [],
});
const table = {
  columns: [column('name'), column('vfs')],
  rows: [
    row('own:a', ['Acme 25', '9'], 0, true),
    row('b', ['Intel X710', '64'], 3),
    row('c', ['Intel I350', ''], 1),
    row('d', ['Broadcom', '128'], 0),
  ],
};
const keys = (change: Partial<typeof AS_IT_COMES>) =>
  arrangeRows(table, { ...AS_IT_COMES, ...change }).map(({ key }) => key);

describe('rows of the catalogue', () => {
  it('stand as they come, own rows first', () => {
    expect(keys({})).toEqual(['own:a', 'b', 'c', 'd']);
  });

  it('are found by every word, in any column and letter case', () => {
    expect(keys({ search: 'INTEL 64' })).toEqual(['b']);
  });

  it('are sorted as numbers, with what is not known last in both directions', () => {
    expect(keys({ sortBy: 'vfs' })).toEqual(['own:a', 'b', 'd', 'c']);
    expect(keys({ sortBy: 'vfs', isDescending: true })).toEqual(['d', 'b', 'own:a', 'c']);
  });

  it('are filtered by use and by whose they are', () => {
    expect(keys({ only: 'used' })).toEqual(['b', 'c']);
    expect(keys({ only: 'own' })).toEqual(['own:a']);
  });

  it('go up, down and back to their order by one head', () => {
    const up = sortedBy(AS_IT_COMES, 'vfs');
    const down = sortedBy(up, 'vfs');
    expect([up.isDescending, down.isDescending, sortedBy(down, 'vfs').sortBy]).toEqual([
      false,
      true,
      null,
    ]);
  });
});
