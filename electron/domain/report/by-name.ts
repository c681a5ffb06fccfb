/** Orders as people look for names: HV2 before HV10, without regard to case, the same everywhere. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return collator.compare(a.name, b.name);
}
