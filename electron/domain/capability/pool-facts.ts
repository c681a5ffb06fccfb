/**
 * What the pools behind a switch still hold for an arriving VM.
 *
 * The counts start from what the host reports, so that holders outside the plan count as well; a
 * ledger adds what planned moves took and gave back.
 */
import { type Fact, known, type Origin, unknown, valueOr } from '../../../shared/fact';
import type { Assumptions } from '../../../shared/model/assumptions';
import type { Vm, Vnic } from '../../../shared/model/estate';
import type { FactsOf } from '../../../shared/model/field';
import { type Place, sameName, switchNameOf } from '../verdict/place';
import type { poolFields } from './derived-fields';

export type PoolFacts = FactsOf<typeof poolFields>;

/**
 * @param isPresent  the VM is there now: what it holds itself is not in its own way
 * @returns the free entries at `place` and how many of them `vm` wants up to and with `vnic`
 */
export function poolFacts(
  place: Place,
  vm: Vm,
  vnic: Vnic,
  isPresent: boolean,
  assumptions: Assumptions,
): PoolFacts {
  const facts = place.switch?.facts;
  const own = isPresent ? held(place, vm) : { vfs: 0, queues: 0 };
  return {
    freeVfs: facts ? difference(facts.vfCapacity, facts.vfsInUse, 'VFs', own.vfs) : NOT_COLLECTED,
    vfRank: rank(vm, vnic, 'iovWeight', () => true),
    freeVmqs: freeQueues(place, own.queues),
    vmqRank: rank(
      vm,
      vnic,
      'vmqWeight',
      // Whether an adapter that gets a VF holds a queue as well is an open question.
      (other) => assumptions.vfHolderQueue === 'yes' || valueOr(other.facts.iovWeight, 0) === 0,
    ),
    freeQueuePairs: facts
      ? difference(facts.queuePairCapacity, facts.queuePairsInUse, 'queue pairs')
      : NOT_COLLECTED,
  };
}

const NOT_COLLECTED = unknown('not-collected');

/**
 * VM queues left. In SR-IOV mode a driver reports no queues, because VPorts do their work: there
 * the free VPorts of the members count.
 * @see Hyper-V facts: "Determining Receive Filtering Capabilities" (driver documentation)
 */
function freeQueues(place: Place, own: number): Fact<number> {
  const facts = place.switch?.facts;
  if (!facts) return NOT_COLLECTED;
  const { vmqCapacity, vmqsInUse, iovEnabled } = facts;
  const queuesReported = vmqCapacity.state === 'known' && vmqCapacity.value > 0;
  if (queuesReported || (iovEnabled.state === 'known' && !iovEnabled.value)) {
    return difference(vmqCapacity, vmqsInUse, 'VM queues', own);
  }
  if (vmqCapacity.state === 'unknown') return vmqCapacity;
  let free = own;
  for (const { adapter } of place.members) {
    const left = adapter
      ? difference(adapter.facts.vportCount, adapter.facts.vportsActive, 'VPorts')
      : NOT_COLLECTED;
    if (left.state === 'unknown') return left;
    free += left.value;
  }
  return known(free, { kind: 'derived', from: 'VPorts of the adapters less active VPorts' });
}

/** How many entries the VM's adapters on the same switch want, counted up to this vNIC. */
function rank(
  vm: Vm,
  vnic: Vnic,
  weight: 'iovWeight' | 'vmqWeight',
  competes: (other: Vnic) => boolean,
): Fact<number> {
  const own = vnic.facts[weight];
  // An unknown weight is counted as wanting: if it is 0, the rule about the weight settles the path.
  if (own.state === 'known' && own.value === 0) return known(0, FROM_WEIGHTS);
  const switchName = switchNameOf(vnic);
  let wanted = 0;
  for (const other of vm.vnics) {
    const sameSwitch = sameName(switchNameOf(other) ?? '', switchName);
    const theirs = other.facts[weight];
    if (other.id === vnic.id) break;
    if (sameSwitch && theirs.state === 'known' && theirs.value > 0 && competes(other)) wanted += 1;
  }
  return known(wanted + 1, FROM_WEIGHTS);
}

const FROM_WEIGHTS: Origin = { kind: 'derived', from: 'weights of the VM’s adapters, in order' };

/** What the VM's adapters on this switch hold now, as the host reports it. */
function held(place: Place, vm: Vm): { readonly vfs: number; readonly queues: number } {
  let vfs = 0;
  let queues = 0;
  for (const { facts } of vm.vnics) {
    const switchName = facts.switchName.state === 'known' ? facts.switchName.value : null;
    if (!sameName(place.switch?.name ?? '', switchName)) continue;
    if (0 < valueOr(facts.iovUsage, 0)) vfs += 1;
    if (0 < valueOr(facts.vmqUsage, 0)) queues += 1;
  }
  return { vfs, queues };
}

function difference(
  capacity: Fact<number>,
  inUse: Fact<number>,
  what: string,
  own = 0,
): Fact<number> {
  if (capacity.state === 'unknown') return capacity;
  if (inUse.state === 'unknown') return capacity.value === 0 ? known(0, capacity.origin) : inUse;
  const others = Math.max(0, inUse.value - own);
  return known(Math.max(0, capacity.value - others), {
    kind: 'derived',
    from: `${capacity.value} ${what} less ${others} in use${0 < own ? ' by others' : ''}`,
  });
}
