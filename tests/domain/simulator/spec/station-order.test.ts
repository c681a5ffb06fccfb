import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stationOrder } from '../../../../electron/domain/simulator/spec/station-order';

describe('stations', () => {
  it.each([
    ['keep their order where no route parts them', ['c', 'a', 'b'], [], ['c', 'a', 'b']],
    ['stand upstream before downstream', ['c', 'a', 'b'], [['a', 'b', 'c']], ['a', 'b', 'c']],
    [
      'stand behind a circle that leads to them',
      ['end', 'b', 'a'],
      [
        ['a', 'b', 'a'],
        ['b', 'end'],
      ],
      ['a', 'b', 'end'],
    ],
  ])('%s', (_name, names, routes, expected) => {
    expect(stationOrder(names, routes)).toEqual(expected);
  });

  it('come before all that cannot lead back to them', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 4 }), {
          maxLength: 6,
        }),
        (routes) => {
          const order = stationOrder(names, routes);
          expect(order.toSorted()).toEqual(names);
          const steps = routes.flatMap((route) =>
            route.slice(1).map((to, at) => [route[at] ?? '', to] as const),
          );
          const leadsTo = (from: string, to: string, seen = new Set<string>()): boolean =>
            from === to ||
            steps.some(([a, b]) => {
              if (a !== from || seen.has(b)) return false;
              seen.add(b);
              return leadsTo(b, to, seen);
            });
          for (const [from, to] of steps) {
            if (!leadsTo(to, from)) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
          }
        },
      ),
    );
  });
});
