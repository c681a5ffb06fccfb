/**
 * Tables that say which property of which command a fact comes from, and how it is read.
 * Several rows for one fact: the first that gives a value counts.
 */
import { type Fact, known, type Origin, type Unknown, unknown } from '../../../../shared/fact';
import type { FactsOf, FieldSpecs, FieldValue, PartialFacts } from '../../../../shared/model/field';
import { unknownFacts } from '../../../../shared/model/unknown-facts';
import { isJsonObject, type JsonValue, shortText } from '../json-value';
import type { ProblemLog } from '../problems';
import type { Decoder } from './decoders';
import { memberOf, type RecordView, unwrap } from './record-view';

export type MappingRow<S extends FieldSpecs> = {
  [K in keyof S & string]: readonly [
    field: K,
    cmdlet: string,
    /** With a dot: a member of an embedded object. */
    property: string,
    decoder: Decoder<FieldValue<S[K]>>,
  ];
}[keyof S & string];

export type RecordsByCmdlet = ReadonlyMap<string, RecordView>;

/** Reads one record's facts from the records that speak of it. Bad values become problems. */
export function readMapped<S extends FieldSpecs>(
  rows: readonly MappingRow<S>[],
  records: RecordsByCmdlet,
  log: ProblemLog,
): PartialFacts<S> {
  const facts: Record<string, Fact<unknown>> = {};
  for (const [field, cmdlet, property, decoder] of rows) {
    const before = facts[field];
    if (before?.state === 'known') continue;
    const record = records.get(cmdlet);
    if (record === undefined) continue;
    const fact = readProperty<unknown>(record, property, decoder, log);
    if (fact !== null && (fact.state === 'known' || before === undefined)) facts[field] = fact;
  }
  return facts as PartialFacts<S>;
}

/** @returns `null` when the record has no such property */
export function readProperty<T>(
  record: RecordView,
  property: string,
  decoder: Decoder<T>,
  log: ProblemLog,
): Fact<T> | null {
  const raw = valueAt(record, property);
  if (raw === undefined) return null;
  const origin: Origin = { kind: 'import', file: record.place.file, field: record.field(property) };
  if (raw === CUT) return cutFact(record, property, record.get(property.split('.')[0] ?? ''), log);
  const decoded = decoder.decode(raw);
  if (decoded.ok) return known(decoded.value, origin);
  if (decoded.reason === 'cut-off') return cutFact(record, property, raw, log);
  if (decoded.reason !== 'not-understood') return unknown(decoded.reason, undefined, origin);
  const found = shortText(raw);
  log.add(
    record.place.file,
    {
      place: record.field(property),
      found,
      expected: decoder.expects,
      severity: 'lost',
      message: `The value “${found}” of ${property} has no known meaning, so it counts as unknown; correct it in the plan if you know it.`,
    },
    `${record.place.cmdlet}.${property}`,
  );
  return unknown('not-understood', found, origin);
}

/** Says that a value was cut off by the depth of the export, and what to do. */
export function cutFact(
  record: RecordView,
  property: string,
  raw: JsonValue | undefined,
  log: ProblemLog,
): Unknown {
  const found = shortText(raw);
  log.add(
    record.place.file,
    {
      place: record.field(property),
      found,
      expected: 'the object itself',
      severity: 'doubt',
      message: isNameOfType(raw)
        ? `${property} is a list of which the export wrote only the type, so what it holds is unknown; export with Export-Clixml or ConvertTo-Json -Depth 4.`
        : `${property} was cut to a text by the depth of the export, so what it holds is unknown; export again with ConvertTo-Json -Depth 4.`,
    },
    `${record.place.cmdlet}.${property}`,
  );
  return unknown('cut-off', found, {
    kind: 'import',
    file: record.place.file,
    field: record.field(property),
  });
}

/** Export-Csv writes `System.String[]` for any list of texts. */
function isNameOfType(raw: JsonValue | undefined): boolean {
  return typeof raw === 'string' && /(?:\[\]|`\d\[.*\])$/.test(raw);
}

/** All facts of a record; those that no source gave are unknown. */
export function completeFacts<S extends FieldSpecs>(specs: S, given: PartialFacts<S>): FactsOf<S> {
  const facts = unknownFacts(specs);
  for (const field of Object.keys(facts)) {
    const fact = given[field];
    if (fact !== undefined) facts[field] = fact;
  }
  return facts as FactsOf<S>;
}

/** Facts of `first`, and those of `second` where the first has none or does not know. */
export function preferFacts<S extends FieldSpecs>(
  first: PartialFacts<S>,
  second: PartialFacts<S>,
): PartialFacts<S> {
  const facts: Record<string, Fact<unknown> | undefined> = { ...second };
  for (const [field, fact] of Object.entries(first) as [string, Fact<unknown> | undefined][]) {
    if (fact !== undefined && (fact.state === 'known' || facts[field]?.state !== 'known')) {
      facts[field] = fact;
    }
  }
  return facts as PartialFacts<S>;
}

const CUT = Symbol('cut');

function valueAt(record: RecordView, property: string): JsonValue | undefined | typeof CUT {
  const [first = '', member] = property.split('.');
  const value = record.get(first);
  if (member === undefined || value === undefined || value === null) return value;
  const inner = unwrap(value);
  if (typeof inner === 'string' && inner !== '') return CUT;
  return isJsonObject(inner) ? memberOf(inner, member) : undefined;
}
