import { type Fact, type Known, known } from '../../../../shared/fact';
import type { FieldSpecs, PartialFacts } from '../../../../shared/model/field';
import type { DefaultRow } from './constant-defaults';
import { defaultOrigin } from './defaults-origin';

export type LooseFacts = Readonly<Record<string, Fact<unknown> | undefined>>;

/** The constant defaults of a kind of record; made once, shared by all its records. */
export function factsOfDefaults<S extends FieldSpecs>(
  rows: readonly DefaultRow<S>[],
): PartialFacts<S> {
  const facts: Record<string, Fact<unknown>> = {};
  for (const [field, value, why] of rows)
    facts[field] = known(value as unknown, defaultOrigin(why));
  return facts as PartialFacts<S>;
}

/** A default that depends on other facts. */
export function assumed<T>(value: T, why: string): Known<T> {
  return known(value, defaultOrigin(why));
}

/** The known value of a fact; `undefined` otherwise. */
export function knownValue<T>(fact: Fact<unknown> | undefined): T | undefined {
  return fact?.state === 'known' ? (fact.value as T) : undefined;
}
