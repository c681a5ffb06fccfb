import { describe, expect, it } from 'vitest';
import { TextPieces } from '../../../electron/domain/import/decode-text';
import {
  type JsonRules,
  type JsonStep,
  readJson,
} from '../../../electron/domain/import/json-stream';
import { bytesOf } from './import-of';

const rules: JsonRules = {
  isRecord: (path) =>
    (path.length === 1 && typeof path[0] === 'number') ||
    (path.length === 2 && path[0] === 'list' && typeof path[1] === 'number'),
  recordDepth: 2,
  dropped: new Set(['CimClass']),
  maxDepth: 10,
  maxStringLength: 100,
};

interface Outline {
  readonly records: unknown[];
  readonly documents: unknown[];
  readonly faults: string[];
  readonly stray: string[];
}

function outline(text: string): Outline {
  const found: Outline = { records: [], documents: [], faults: [], stray: [] };
  for (const step of readJson(new TextPieces([bytesOf(text)]), rules)) put(step, found);
  // Records have no prototype; a copy compares like any object.
  return JSON.parse(JSON.stringify(found)) as Outline;
}

function put(step: JsonStep, into: Outline): void {
  if (step.kind === 'record') into.records.push(step.value);
  if (step.kind === 'document')
    into.documents.push(step.isWhole ? step.value : { partial: step.value });
  if (step.kind === 'fault') into.faults.push(`${step.cost} at ${step.line}`);
  if (step.kind === 'stray') into.stray.push(step.text);
}

describe('sound JSON', () => {
  it('reads what JSON.parse reads', () => {
    const text = '{"a": [], "b": {"c": [1, -2.5e3, true, null, "\\u00fc\\n\\"\\\\\\/"]}, "d": ""}';
    expect(outline(text).documents).toEqual([JSON.parse(text)]);
  });

  it('hands out records one by one and leaves them out of their document', () => {
    expect(outline('{"x": 1, "list": [{"n": 1}, {"n": 2}]}')).toEqual({
      records: [{ n: 1 }, { n: 2 }],
      documents: [{ x: 1, list: [] }],
      faults: [],
      stray: [],
    });
  });

  it('reads documents that follow one another, with byte order marks and commas in between', () => {
    expect(outline('[{"n":1}]\uFEFF{"n":2},{"n":3}\n[]').documents).toEqual([
      [],
      { n: 2 },
      { n: 3 },
      [],
    ]);
  });

  it('keeps the digits of whole numbers beyond 2^53', () => {
    expect(outline('{"t": 18446744073709551615, "u": 9007199254740991}').documents).toEqual([
      { t: '18446744073709551615', u: 9007199254740991 },
    ]);
  });

  it('keeps keys that differ only in case', () => {
    expect(outline('{"value": 2, "Value": "External"}').documents).toEqual([
      { value: 2, Value: 'External' },
    ]);
  });

  it('gives a key named __proto__ no power', () => {
    const [document] = outline('{"__proto__": {"polluted": true}, "n": 1}').documents;
    expect(document).toEqual({ n: 1 });
    expect((document as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('leaves out properties that nobody reads', () => {
    expect(outline('{"CimClass": {"x": [1, {}]}, "n": 1}').documents).toEqual([{ n: 1 }]);
  });
});

describe('what people and consoles do to JSON', () => {
  it('joins strings, numbers and words that a console has wrapped', () => {
    expect(
      outline('{"text": "one tw\r\no", "n": 12\r\n34, "b": fal\nse, "u": "\\u00\nfc"}').documents,
    ).toEqual([{ text: 'one two', n: 1234, b: false, u: 'ü' }]);
  });

  it('accepts comments and a comma too many', () => {
    expect(outline('// hosts\n{"a": [1, /* two */ 2,], "b": 3,}')).toMatchObject({
      documents: [{ a: [1, 2], b: 3 }],
      faults: [],
    });
  });

  it('tells of a missing comma and goes on', () => {
    expect(outline('[{"n": 1} {"n": 2}]')).toMatchObject({
      records: [{ n: 1 }, { n: 2 }],
      faults: ['nothing at 1'],
    });
  });

  it('sets lines outside of documents aside', () => {
    expect(
      outline('PS C:\\> Get-VM | ConvertTo-Json\n{"n": 1}\nWARNING: truncated\n'),
    ).toMatchObject({
      documents: [{ n: 1 }],
      stray: ['PS C:\\> Get-VM | ConvertTo-Json', 'WARNING: truncated'],
    });
  });
});

describe('damage costs the record it is in', () => {
  it.each([
    ['a stray word', '[{"n": 1},\n{"n": 2, oops "m": [{}, "}"]},\n{"n": 3}]', 'record at 2'],
    ['a missing value', '[{"n": 1},\n{"n": },\n{"n": 3}]', 'record at 2'],
    ['a missing colon', '[{"n": 1},\n{"n" 2},\n{"n": 3}]', 'record at 2'],
    ['an unescaped quote', '[{"n": 1},\n{"n": "vs "prod" x", "m": 1},\n{"n": 3}]', 'record at 2'],
  ])('%s', (_name, text, fault) => {
    expect(outline(text)).toEqual({
      records: [{ n: 1 }, { n: 3 }],
      documents: [{ partial: [] }],
      faults: [fault],
      stray: [],
    });
  });

  it('keeps the properties around a bad one outside of records', () => {
    expect(outline('{"a" 1, "b": 2, "list": [{"n": 1}]}')).toMatchObject({
      records: [{ n: 1 }],
      documents: [{ partial: { b: 2, list: [] } }],
    });
  });

  it.each([
    ['between records', '[{"n": 1},\n{"n": 2},\n'],
    ['in a record', '[{"n": 1},\n{"n": 2},\n{"n": 3, "m": {"x'],
    ['in a string', '[{"n": 1},\n{"n": 2},\n{"name": "abc'],
    ['after a key', '[{"n": 1},\n{"n": 2},\n{"name"'],
  ])('gives the records before the end of a file that was cut %s', (_name, text) => {
    expect(outline(text)).toMatchObject({
      records: [{ n: 1 }, { n: 2 }],
      documents: [{ partial: [] }],
      faults: ['rest at 3'],
    });
  });

  it('leaves out what is nested deeper than the limit and reads on', () => {
    const deep = `${'['.repeat(50)}${']'.repeat(50)}`;
    expect(outline(`[{"deep": ${deep}, "n": 1}, {"n": 2}]`)).toMatchObject({
      records: [{ n: 1 }, { n: 2 }],
      faults: ['value at 1'],
    });
  });

  it('shortens texts beyond the limit', () => {
    const [document] = outline(`{"long": "${'x'.repeat(1000)}"}`).documents as [{ long: string }];
    expect(document.long).toHaveLength(100);
  });
});
