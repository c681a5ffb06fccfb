import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  type Most,
  type Search,
  searchMost,
} from '../../../../electron/domain/simulator/sweep/search-most';

function search(wish: Search, answer: (value: number) => Answer): Most & { tries: number[] } {
  const work = searchMost(wish);
  const tries: number[] = [];
  let next = work.next();
  while (!next.done) {
    tries.push(next.value);
    next = work.next(answer(next.value));
  }
  return { ...next.value, tries };
}

const upTo = (bound: number) => (value: number) => (value <= bound ? 'holds' : 'fails') as Answer;

describe('the greatest value that holds', () => {
  it.each<[string, Search, (value: number) => Answer, Most & { tries: number[] }]>([
    [
      'is found in a range by halving',
      { from: 0, to: 16, precision: 0.1 },
      upTo(10),
      { holds: 10, fails: 11, tries: [0, 16, 8, 12, 10, 11] },
    ],
    [
      'is the end of a range in which all holds',
      { from: 1, to: 4, precision: 0.1 },
      upTo(9),
      { holds: 4, fails: null, tries: [1, 4] },
    ],
    [
      'is none where the least of a range fails',
      { from: 5, to: 9, precision: 0.1 },
      upTo(4),
      { holds: null, fails: 5, tries: [5] },
    ],
    [
      'is looked for upwards from one that holds',
      { from: 3, to: null, precision: 0.2 },
      upTo(10),
      { holds: 10, fails: 12, tries: [3, 6, 12, 9, 10] },
    ],
    [
      'is looked for downwards from one that fails',
      { from: 40, to: null, precision: 0.2 },
      upTo(10),
      { holds: 10, fails: 12, tries: [40, 20, 10, 15, 12] },
    ],
    [
      'is the last before what cannot be run',
      { from: 1, to: null, precision: 0.1 },
      (value) => (value <= 4 ? 'holds' : 'impossible'),
      { holds: 4, fails: null, tries: [1, 2, 4, 8] },
    ],
    [
      'is none where nothing holds',
      { from: 4, to: null, precision: 0.1 },
      () => 'fails',
      { holds: null, fails: 1, tries: [4, 2, 1] },
    ],
  ])('%s', (_name, wish, answer, expected) => {
    expect(search(wish, answer)).toEqual(expected);
  });

  it('lies as close as it should, wherever it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        (from, bound) => {
          const { holds, fails } = search(
            { from: from + 0.5, to: null, precision: 0.01 },
            upTo(bound),
          );
          if (holds === null || fails === null) return;
          expect(holds).toBeLessThanOrEqual(bound);
          expect(fails).toBeGreaterThan(bound);
          if (!Number.isInteger(from + 0.5))
            expect((fails - holds) / fails).toBeLessThanOrEqual(0.01);
        },
      ),
    );
  });
});
