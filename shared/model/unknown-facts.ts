import { type Fact, unknown } from '../fact';
import type { FieldSpecs } from './field';

/** One per table of fields; they are constants of the program. */
const templates = new WeakMap<FieldSpecs, Readonly<Record<string, Fact<unknown>>>>();

/**
 * Facts of all fields of a table, none of them known, to set those that are.
 *
 * A copy of one template: an object that grows key by key to some fifty facts becomes a hash table
 * inside the engine and takes eight times the memory; a copy has all its fields from the beginning.
 */
export function unknownFacts(specs: FieldSpecs): Record<string, Fact<unknown>> {
  let template = templates.get(specs);
  if (template === undefined) {
    const none: Fact<unknown> = unknown('not-collected');
    template = Object.fromEntries(Object.keys(specs).map((field) => [field, none]));
    templates.set(specs, template);
  }
  return { ...template };
}
