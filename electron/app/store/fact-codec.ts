/**
 * Facts as compact JSON: origins are listed once per record, and facts that no source speaks of are
 * left out, since that is what a missing entry means.
 */
import { type Fact, known, type Origin, type UnknownReason, unknown } from '../../../shared/fact';
import type { FactsOf, FieldSpecs } from '../../../shared/model/field';
import { unknownFacts } from '../../../shared/model/unknown-facts';

interface Stored {
  /** File names, and sentences of derivation. */
  readonly origins: readonly string[];
  /** value, index into `origins`, and the field of the file (absent: derived). */
  readonly known: Readonly<Record<string, readonly [unknown, number, string?]>>;
  readonly unknown?: Readonly<Record<string, readonly [UnknownReason, string?, number?, string?]>>;
}

export function encodeFacts(facts: Readonly<Record<string, Fact<unknown>>>): string {
  const origins: string[] = [];
  const indexOf = (text: string) => {
    const at = origins.indexOf(text);
    return at === -1 ? origins.push(text) - 1 : at;
  };
  const knownFacts: Record<string, [unknown, number, string?]> = {};
  const unknownFacts: Record<string, [UnknownReason, string?, number?, string?]> = {};
  for (const [field, fact] of Object.entries(facts)) {
    if (fact.state === 'known') {
      const { origin } = fact;
      if (origin.kind === 'import') {
        knownFacts[field] = [fact.value, indexOf(origin.file), origin.field];
      } else if (origin.kind === 'derived') knownFacts[field] = [fact.value, indexOf(origin.from)];
      else throw new Error(`an edited fact is not stored with its record: ${field}`);
    } else if (fact.reason !== 'not-collected' || fact.found !== undefined) {
      const { origin } = fact;
      unknownFacts[field] =
        origin?.kind === 'import'
          ? [fact.reason, fact.found ?? '', indexOf(origin.file), origin.field]
          : [fact.reason, fact.found ?? ''];
    }
  }
  const stored: Stored =
    Object.keys(unknownFacts).length === 0
      ? { origins, known: knownFacts }
      : { origins, known: knownFacts, unknown: unknownFacts };
  return JSON.stringify(stored);
}

/**
 * Facts of all fields of the table; what is not stored is `not-collected`.
 * @throws SyntaxError, TypeError  when the text is not what `encodeFacts` wrote
 */
export function decodeFacts<S extends FieldSpecs>(specs: S, text: string): FactsOf<S> {
  const stored = JSON.parse(text) as Stored;
  if (!Array.isArray(stored.origins)) throw new TypeError('facts without their origins');
  const facts = unknownFacts(specs);
  for (const field of Object.keys(facts)) {
    const value = stored.known[field];
    if (value !== undefined) {
      facts[field] = known(value[0], originOf(stored, value[1], value[2]));
      continue;
    }
    const unclear = stored.unknown?.[field];
    if (unclear !== undefined) {
      const [reason, found, index, path] = unclear;
      facts[field] = unknown(
        reason,
        found === '' ? undefined : found,
        index === undefined ? undefined : originOf(stored, index, path),
      );
    }
  }
  return facts as FactsOf<S>;
}

function originOf(stored: Stored, index: number, field: string | undefined): Origin {
  const text = stored.origins[index] ?? '';
  return field === undefined
    ? { kind: 'derived', from: text }
    : { kind: 'import', file: text, field };
}
