import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonDocument } from '../../../../electron/domain/simulator/spec/json-document';

describe('a JSON text', () => {
  it('is read as JSON.parse reads it, or has a mistake where that throws', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', ':', ',', ' ', '\n', '"a"', '"b\\u0041"', '"\\x"', '"'],
      ...['1', '-0.5e3', '01', '1.', 'true', 'nul', '\u00a0'],
    );
    const text = fc.oneof(
      fc.json(),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(fc.json(), fc.nat(), pieces).map(([json, at, piece]) => {
        const place = at % (json.length + 1);
        return `${json.slice(0, place)}${piece}${json.slice(place)}`;
      }),
    );
    fc.assert(
      fc.property(text, (json) => {
        let expected: unknown;
        try {
          expected = JSON.parse(json);
        } catch {
          // Not JSON: the reader has to say so as well.
          expected = undefined;
        }
        expect(readJsonDocument(json).value).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells every key that stands twice, with its place', () => {
    const { problems } = readJsonDocument('{"a":[{"b":1},{"b":1,"c":{},"b":2}],"a/":0,"a/":1}');
    expect(problems.map(({ path }) => path)).toEqual(['/a/1/b', '/a~1']);
  });
});
