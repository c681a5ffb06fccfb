import type { Fact } from '../../../shared/fact';
import type { Estate, RecordKind } from '../../../shared/model/estate';

export type Facts = Readonly<Record<string, Fact<unknown>>>;

/** Under which `factsById` has the facts of a record. */
export function recordKey(kind: RecordKind, id: string): string {
  return `${kind}\n${id}`;
}

/** The facts of all records of an estate. */
export function factsById(estate: Estate): ReadonlyMap<string, Facts> {
  const facts = new Map<string, Facts>();
  const note = (
    kind: RecordKind,
    list: readonly { readonly id: string; readonly facts: object }[],
  ) => {
    for (const one of list) facts.set(recordKey(kind, one.id), one.facts as Facts);
  };
  note('cluster', estate.clusters);
  note('host', estate.hosts);
  note('vm', estate.vms);
  for (const host of estate.hosts) {
    note('adapter', host.adapters);
    note('switch', host.switches);
  }
  for (const vm of estate.vms) note('vnic', vm.vnics);
  return facts;
}
