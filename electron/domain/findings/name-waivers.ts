/** Waivers with the names that people know their rules and records by. */
import type { Estate } from '../../../shared/model/estate';
import type { NamedWaiver, Waiver, WaiverKind } from '../../../shared/model/waiver';
import { rules } from '../rules/catalogue';

export function nameWaivers(estate: Estate, waivers: readonly Waiver[]): NamedWaiver[] {
  return waivers.map((waiver) => ({
    ...waiver,
    ruleTitle: rules.find(({ id }) => id === waiver.ruleId)?.title ?? waiver.ruleId,
    recordName:
      waiver.recordKind === null || waiver.recordId === null
        ? null
        : nameOfRecord(estate, { kind: waiver.recordKind, id: waiver.recordId }),
  }));
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** `null` when the record is not, or no longer, in the estate. */
export function nameOfRecord(
  { hosts, vms }: Estate,
  { kind, id }: { readonly kind: WaiverKind; readonly id: string },
): string | null {
  const find = (records: readonly Named[]) => records.find((record) => record.id === id)?.name;
  const findInside = (lists: readonly (readonly Named[])[]) => {
    for (const records of lists) {
      const name = find(records);
      if (name !== undefined) return name;
    }
    return undefined;
  };
  switch (kind) {
    case 'host':
      return find(hosts) ?? null;
    case 'vm':
      return find(vms) ?? null;
    case 'adapter':
      return findInside(hosts.map(({ adapters }) => adapters)) ?? null;
    case 'switch':
      return findInside(hosts.map(({ switches }) => switches)) ?? null;
    case 'vnic':
      return findInside(vms.map(({ vnics }) => vnics)) ?? null;
  }
}
