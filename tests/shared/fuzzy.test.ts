import { describe, expect, it } from 'vitest';
import { fuzzyScore } from '../../shared/fuzzy';

/** Names that fit, best first. */
const best = (typed: string, names: readonly string[]) =>
  names
    .flatMap((name) => {
      const score = fuzzyScore(typed, name);
      return score === null ? [] : [{ name, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);

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

  it('minds no case', () => {
    expect(best('hv', ['HV01'])).toEqual(['HV01']);
  });
});
