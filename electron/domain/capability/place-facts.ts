/** What a place offers a vNIC beyond the records' own facts. */
import { type Fact, known, type Origin, unknown, valueOr } from '../../../shared/fact';
import type { Vm, Vnic } from '../../../shared/model/estate';
import type { FactsOf } from '../../../shared/model/field';
import type { Place } from '../verdict/place';
import type { placeFields } from './derived-fields';
import type { VfDriver } from './member-facts';

export type PlaceFacts = FactsOf<typeof placeFields>;

/** @param present  where the vNIC is now; `null` when no source says */
export function placeFacts(place: Place, vm: Vm, vnic: Vnic, present: Place | null): PlaceFacts {
  const isPresent = present !== null && present.host.id === place.host.id;
  return {
    isPresent: known(isPresent, PLAN),
    switchFound: switchFound(place, vnic),
    canGiveVfs: place.canGiveVfs,
    memberDifferences: place.memberDifferences,
    vmqProcessorSets: place.vmqProcessorSets,
    vfDriver: vfDriver(place, vm, vnic, present),
  };
}

/** A text that two vNICs share only when `placeFacts` cannot tell them apart, but at their own place. */
export function pairKey(vm: Vm, vnic: Vnic, present: Place | null): string {
  const { switchName, vfDataPathActive, iovUsage, vfBindFailure } = vnic.facts;
  const drivers = vm.facts.guestVfDrivers;
  return JSON.stringify([
    switchName.state === 'known' ? null : switchName.reason,
    valueOr(vfDataPathActive, null),
    valueOr(iovUsage, 0) > 0,
    valueOr(vfBindFailure, null) !== null,
    drivers.state === 'known' ? drivers.value : null,
    present?.vfDrivers ?? null,
  ]);
}

/** A text that two places share only when the facts that stand with both sides cannot tell them apart. */
export function placeKey(place: Place): string {
  return JSON.stringify([place.switch !== null, place.host.switchesKnown, place.vfDrivers]);
}

const PLAN: Origin = { kind: 'derived', from: 'where the VM is in the plan' };
const SWITCHES: Origin = { kind: 'derived', from: 'the switches of the host' };

function switchFound(place: Place, vnic: Vnic): Fact<boolean> {
  if (place.switch !== null) return known(true, SWITCHES);
  if (vnic.facts.switchName.state === 'unknown') return vnic.facts.switchName;
  return place.host.switchesKnown ? known(false, SWITCHES) : unknown('not-collected');
}

/**
 * Whether the guest has the VF driver that the adapters of the place need. A VF that works now
 * proves it for adapters with the same driver; one that is assigned and idle speaks against it, unless
 * the guest gave a reason of its own for leaving it: then its driver was there. For another driver
 * only the list of drivers in the guest tells. Where no VF is assigned, the drivers
 * for the present adapters are taken to be there.
 */
function vfDriver(
  place: Place,
  vm: Vm,
  vnic: Vnic,
  present: Place | null,
): Fact<'proven' | 'failed' | 'untested'> {
  const needed = place.vfDrivers;
  const installed = vm.facts.guestVfDrivers;
  if (installed.state === 'known' && needed !== null) {
    const names = installed.value.map(plainName);
    const all = needed.every(({ make, driver }) =>
      names.some((name) => name === make || driver?.split('/').includes(name)),
    );
    return known(all ? 'proven' : 'failed', {
      kind: 'derived',
      from: `VF drivers in the guest: ${installed.value.join(', ') || 'none'}`,
    });
  }
  const active = valueOr(vnic.facts.vfDataPathActive, null);
  const assigned = valueOr(vnic.facts.iovUsage, 0) > 0;
  const gaveReason = valueOr(vnic.facts.vfBindFailure, null) !== null;
  const isTested = active === true || (assigned && active === false && !gaveReason);
  if (present?.host.id !== place.host.id) {
    const inUse = present === null ? null : present.vfDrivers;
    if (inUse === null || needed === null) {
      return known('untested', { kind: 'derived', from: 'the make of an adapter is not known' });
    }
    const other = needed.filter((one) => !inUse.some((used) => isSameDriver(one, used)));
    if (other.length > 0) {
      return unknown('not-collected', other.map(({ make, driver }) => driver ?? make).join(', '));
    }
  }
  if (!isTested) {
    const from = gaveReason ? 'the guest tried a VF, and gave a reason' : 'no VF is assigned now';
    return known('untested', { kind: 'derived', from });
  }
  return known(active ? 'proven' : 'failed', {
    kind: 'derived',
    from: active ? 'a VF with this driver is in use now' : 'a VF is assigned now and not in use',
  });
}

/** People still call the adapters of NVIDIA by the name of the company that made them first. */
function plainName(name: string): string {
  const plain = name.trim().toLowerCase();
  return plain === 'mellanox' ? 'nvidia' : plain;
}

function isSameDriver(a: VfDriver, b: VfDriver): boolean {
  return a.driver !== null && b.driver !== null ? a.driver === b.driver : a.make === b.make;
}
