import type { ReadFact } from './rule';

/**
 * True only when the fact is known and is `value`. For short-cuts that spare a question; a `false`
 * says nothing, so never turn it round.
 */
export function knownAs<T>({ fact }: ReadFact<T>, value: NoInfer<T>): boolean {
  return fact.state === 'known' && fact.value === value;
}
