import { type Fact, type Known, known } from '../../../../shared/fact';

/** A fact that was concluded, with the sentence that says from what. */
export function derived<T>(value: T, from: string): Known<T> {
  return known(value, { kind: 'derived', from });
}

/** The value of a fact that is known; `null` otherwise. */
export function factValue<T>(fact: Fact<T> | undefined): T | null {
  return fact?.state === 'known' ? fact.value : null;
}

/** Windows compares names of adapters, switches and VMs without regard to case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
