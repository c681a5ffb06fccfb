/**
 * The values that one fact takes over an estate, numbered, so that rules can be asked once for all
 * who share them. Two facts share a number only when no rule can tell them apart.
 */
import { type Fact, type UnknownReason, unknown } from '../../../shared/fact';

export class FactValues {
  /** By number: some fact with that value. */
  readonly facts: Fact<unknown>[] = [];
  readonly #plain = new Map<unknown, number>();
  readonly #unknowns = new Map<UnknownReason, number>();
  readonly #texts = new Map<string, number>();
  /** Lists are often shared between records. */
  readonly #seen = new WeakMap<object, number>();
  #last: Fact<unknown> | null = null;
  #lastNumber = 0;

  /** @param fact  `undefined` when the record itself is missing: nobody collected it */
  numberOf(fact: Fact<unknown> = NOT_COLLECTED): number {
    // Records often share the very fact with the one before.
    if (fact !== this.#last) {
      this.#lastNumber = this.#find(fact);
      this.#last = fact;
    }
    return this.#lastNumber;
  }

  #find(fact: Fact<unknown>): number {
    if (fact.state === 'unknown') return this.#numbered(this.#unknowns, fact.reason, fact);
    const { value } = fact;
    if (typeof value !== 'object' || value === null) {
      return this.#numbered(this.#plain, value, fact);
    }
    let number = this.#seen.get(value);
    if (number === undefined) {
      number = this.#numbered(this.#texts, JSON.stringify(value), fact);
      this.#seen.set(value, number);
    }
    return number;
  }

  #numbered<K>(numbers: Map<K, number>, key: K, fact: Fact<unknown>): number {
    let number = numbers.get(key);
    if (number === undefined) {
      number = this.facts.length;
      this.facts.push(fact);
      numbers.set(key, number);
    }
    return number;
  }
}

const NOT_COLLECTED = unknown('not-collected');
