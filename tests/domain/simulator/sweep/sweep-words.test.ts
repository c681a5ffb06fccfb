import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../../../electron/domain/simulator/sweep/conditions';
import {
  stepsOf,
  valueAt,
  withValueAt,
} from '../../../../electron/domain/simulator/sweep/json-pointer';
import {
  combinations,
  parseMost,
  parseVary,
} from '../../../../electron/domain/simulator/sweep/vary';

describe('a condition', () => {
  it.each([
    ['p99 <= 100us', null, 'p99', '<=', 100_000],
    ['in: mean<1.5 ms', 'in', 'mean', '<', 1.5e6],
    ['loss <= 0.1 %', null, 'loss', '<=', 0.001],
    ['my flow : delivered >= 1e6', 'my flow', 'delivered', '>=', 1e6],
    ['max > 5', null, 'max', '>', 5],
  ])('%s', (text, flow, figure, relation, bound) => {
    expect(parseCondition(text)).toEqual({ text, flow, figure, relation, bound });
  });

  it.each([
    ['p99', 'is not FIGURE <= BOUND'],
    ['p98 <= 5', 'there is no figure “p98”'],
    ['p99 <= 5 min', '“min” is no unit of p99; it takes ns, us, µs, ms, s'],
    ['offered > 5 k', '“k” is no unit of offered; it has none'],
  ])('%s is none', (text, reason) => {
    expect(parseCondition(text)).toContain(reason);
  });
});

describe('what is varied', () => {
  it.each([
    ['/a=1..2/3', '/a', [1, 1.5, 2]],
    ['/a=0..1/4', '/a', [0, 0.333333333333, 0.666666666667, 1]],
    ['/x=y/b=64,imix,null', '/x=y/b', [64, 'imix', null]],
    ['/a=[{"exponential":5},[1,2]]', '/a', [{ exponential: 5 }, [1, 2]]],
  ])('%s', (text, pointer, values) => {
    expect(parseVary(text)).toMatchObject({ pointer, values });
  });

  it.each(['a=1', '/a', '/a=', '/a=1..2', '/a=1..2/1', '/a~2=1', '/a=[]'])(
    '%s is nothing',
    (text) => {
      expect(typeof parseVary(text)).toBe('string');
    },
  );

  it('may be looked for in a range', () => {
    expect(parseMost('/a/b=1..2e3')).toMatchObject({
      pointer: '/a/b',
      range: { from: 1, to: 2000 },
    });
    expect(parseMost('/a/b')).toMatchObject({ pointer: '/a/b', range: null });
    expect(['/a=2..1', '/a=5', '/a=1..2/3'].map((text) => typeof parseMost(text))).toEqual(
      Array(3).fill('string'),
    );
  });

  it('is every value with every other', () => {
    const of = (values: number[]) => ({ pointer: '', steps: [], values });
    expect(combinations([of([1, 2]), of([3, 4])])).toEqual([
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
    ]);
    expect(combinations([])).toEqual([[]]);
  });
});

describe('a pointer', () => {
  const document = { flows: { 'a/b': { route: ['x', { to: 'y' }] } }, seed: 1 };
  const at = (pointer: string) => stepsOf(pointer) ?? [];

  it('reads and writes a place, and leaves the order of keys', () => {
    expect(valueAt(document, at('/flows/a~1b/route/1/to'))).toBe('y');
    const changed = withValueAt(document, at('/flows/a~1b/route/0'), 'z');
    expect(JSON.stringify(changed)).toBe('{"flows":{"a/b":{"route":["z",{"to":"y"}]}},"seed":1}');
    expect(document.flows['a/b'].route[0]).toBe('x');
  });

  it('may name a key that is not there yet, and no more', () => {
    expect(withValueAt({ a: {} }, at('/a/b'), 5)).toEqual({ a: { b: 5 } });
    expect(withValueAt({ a: {} }, at('/b/c'), 5)).toBeUndefined();
    expect(withValueAt({ a: [1] }, at('/a/1'), 5)).toBeUndefined();
    expect(withValueAt({ a: 1 }, at('/a/b'), 5)).toBeUndefined();
  });
});
