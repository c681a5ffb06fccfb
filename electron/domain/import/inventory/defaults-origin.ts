import type { Fact, Origin } from '../../../../shared/fact';

const PREFIX = 'default of the inventory format';

/** Where a value comes from that nobody wrote down. */
export function defaultOrigin(what: string): Origin {
  return { kind: 'derived', from: `${PREFIX}: ${what}` };
}

/** Whether a fact is such a default: it gives way to anything that a source says. */
export function isDefault(fact: Fact<unknown>): boolean {
  return (
    fact.state === 'known' && fact.origin.kind === 'derived' && fact.origin.from.startsWith(PREFIX)
  );
}
