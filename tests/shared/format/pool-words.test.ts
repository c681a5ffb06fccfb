import { expect, it } from 'vitest';
import { poolWords } from '../../../shared/format/pool-words';

it.each([
  [{ capacity: 32, used: 31 }, '31 of 32, 1 free'],
  [{ capacity: 32, used: 32 }, '32 of 32, none free'],
  [{ capacity: 32, used: 31, idle: 2 }, '31 of 32, 1 free, 2 idle'],
  [{ capacity: 32, used: 31, idle: 0 }, '31 of 32, 1 free'],
  [{ capacity: 0, used: 0 }, 'none here'],
  [{ capacity: 1024, used: null }, '1,024, use not known'],
  [{ capacity: null, used: 3 }, '3 of an unknown number'],
  [{ capacity: null, used: null }, 'not known'],
])('%o', (pool, words) => {
  expect(poolWords(pool)).toBe(words);
});
