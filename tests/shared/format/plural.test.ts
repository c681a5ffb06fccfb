import { expect, it } from 'vitest';
import { chosen, counted, joined } from '../../../shared/format/plural';

it('gives a count its noun', () => {
  expect(counted(0, 'host')).toBe('0 hosts');
  expect(counted(1, 'host')).toBe('1 host');
  expect(counted(1200, 'VM')).toBe('1,200 VMs');
  expect(counted(2, 'switch', 'switches')).toBe('2 switches');
});

it('picks the verb that fits a count', () => {
  expect(chosen(1, 'falls', 'fall')).toBe('falls');
  expect(chosen(9, 'falls', 'fall')).toBe('fall');
});

it('joins words as a sentence does', () => {
  expect(joined([])).toBe('');
  expect(joined(['a'])).toBe('a');
  expect(joined(['a', 'b'])).toBe('a and b');
  expect(joined(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
