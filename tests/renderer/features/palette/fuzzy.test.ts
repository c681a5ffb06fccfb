import { describe, expect, it } from 'vitest';
import { bestOf, fuzzyScore } from '../../../../renderer/features/palette/fuzzy';

const best = (typed: string, names: readonly string[], most = 10) =>
  bestOf(names, typed, (name) => name, most);

describe('finding by a few letters', () => {
  it('needs the letters in their order', () => {
    expect(fuzzyScore('sql', 'mysql-1')).not.toBeNull();
    expect(fuzzyScore('lqs', 'sql-1')).toBeNull();
  });

  it('prefers the beginning, then the beginning of a word, then the middle, then scattered', () => {
    expect(best('sql', ['s-q-l', 'mysql', 'app-sql', 'sql-1'])).toEqual([
      'sql-1',
      'app-sql',
      'mysql',
      's-q-l',
    ]);
  });

  it('prefers the shorter of two equal ones', () => {
    expect(best('hv1', ['hv10-branch', 'hv1'])).toEqual(['hv1', 'hv10-branch']);
  });

  it('minds neither case nor spaces around', () => {
    expect(best('  HV ', ['hv01'])).toEqual(['hv01']);
  });

  it('keeps the order and cuts the list', () => {
    expect(best('', ['b', 'a', 'c'], 2)).toEqual(['b', 'a']);
  });
});
