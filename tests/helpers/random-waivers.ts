/** Waivers for tests: seeded, over the records of an estate, some of them for the whole plan. */
import type { Estate } from '../../shared/model/estate';
import type { Waiver, WaiverSubject } from '../../shared/model/waiver';
import { seededRandom } from '../estate/random';

export function randomWaivers(
  estate: Estate,
  ruleIds: readonly string[],
  seed: number,
  count: number,
): Waiver[] {
  const random = seededRandom(seed);
  const records: Pick<WaiverSubject, 'recordKind' | 'recordId'>[] = [
    { recordKind: null, recordId: null },
    ...estate.hosts.flatMap(({ id, adapters, switches }) => [
      { recordKind: 'host' as const, recordId: id },
      ...adapters.map((one) => ({ recordKind: 'adapter' as const, recordId: one.id })),
      ...switches.map((one) => ({ recordKind: 'switch' as const, recordId: one.id })),
    ]),
    ...estate.vms.flatMap(({ id, vnics }) => [
      { recordKind: 'vm' as const, recordId: id },
      ...vnics.map((one) => ({ recordKind: 'vnic' as const, recordId: one.id })),
    ]),
  ];
  return Array.from({ length: count }, () => ({
    ruleId: random.pick(ruleIds),
    ...(random.chance(0.15) ? records[0] : random.pick(records)),
    note: 'known, and accepted',
    setAt: '2026-03-01T10:00:00.000Z',
  })) as Waiver[];
}
