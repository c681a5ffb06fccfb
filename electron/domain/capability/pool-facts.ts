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
import type { GuestFacts } from './guest-facts';
import { type Taking, takesVf } from './vf-takers';

export type PoolFacts = FactsOf<typeof poolFields>;

/** Who asks: the answers to open questions, and what guests can use. */
export interface PoolAsking {
  readonly assumptions: Assumptions;
  guest(vm: Vm): GuestFacts;
}

/**
 * @param isPresent  the VM is there now: what it holds itself is not in its own way
 * @returns the free entries at `place` and how many of them `vm` wants up to and with `vnic`
 */
export function poolFacts(
  place: Place,
  vm: Vm,
  vnic: Vnic,
  isPresent: boolean,
  asking: PoolAsking,
): PoolFacts {
  return { ...poolFactsAt(place, vm, isPresent, asking), ...poolWishes(vm, vnic, asking) };
}

/** What does not depend on the vNIC. */
export function poolFactsAt(
  place: Place,
  vm: Vm,
  isPresent: boolean,
  { assumptions }: PoolAsking,
): Omit<PoolFacts, Wish> {
  const facts = place.switch?.facts;
  const own = isPresent ? held(place, vm) : NOTHING_HELD;
  return {
    ...freeVfs(place, own, assumptions),
    heldVfs: known(own.vfs, HELD),
    freeVmqs: freeQueues(place, own),
    freeQueuePairs: facts
      ? difference(facts.queuePairCapacity, facts.queuePairsInUse, 'queue pairs', own.queuePairs)
      : NOT_COLLECTED,
  };
}

const NOT_COLLECTED = unknown('not-collected');
const HELD: Origin = { kind: 'derived', from: 'what the host reports of the VM’s adapters' };

interface Held {
  readonly vfs: number;
  readonly queues: number;
  readonly queuePairs: number;
}

const NOTHING_HELD: Held = { vfs: 0, queues: 0, queuePairs: 0 };

/**
 * VFs left. On a SET team it is open whether the count is that of all members, so they are a span.
 * @see Hyper-V facts, open questions: whether IovVirtualFunctionCount is the sum over the members
 */
function freeVfs(
  place: Place,
  own: Held,
  { setVfCount }: Assumptions,
): Pick<PoolFacts, 'freeVfs' | 'freeVfsMost'> {
  const facts = place.switch?.facts;
  if (!facts) return { freeVfs: NOT_COLLECTED, freeVfsMost: NOT_COLLECTED };
  const isSet = facts.teaming.state === 'known' && facts.teaming.value === 'set';
  const members = isSet ? Math.max(1, place.members.length) : 1;
  const one = difference(facts.vfCapacity, facts.vfsInUse, 'VFs', own.vfs);
  const all =
    members === 1
      ? one
      : difference(times(facts.vfCapacity, members), facts.vfsInUse, 'VFs', own.vfs);
  return {
    freeVfs: setVfCount === 'one-member' ? all : one,
    freeVfsMost: setVfCount === 'all-members' ? one : all,
  };
}

function times(count: Fact<number>, members: number): Fact<number> {
  return count.state === 'unknown' ? count : known(count.value * members, count.origin);
}

/**
 * VM queues left. In SR-IOV mode a driver reports no queues, because VPorts do their work: there
 * the free VPorts of the members count. Without one pool for both, as many of them as there are VFs
 * are kept for VFs.
 * @see Hyper-V facts: "Determining Receive Filtering Capabilities" and "Nondefault Virtual Ports
 *      and VMQ" (driver documentation)
 */
function freeQueues(place: Place, own: Held): Fact<number> {
  const facts = place.switch?.facts;
  if (!facts) return NOT_COLLECTED;
  const { vmqCapacity, vmqsInUse, iovEnabled } = facts;
  const queuesReported = vmqCapacity.state === 'known' && vmqCapacity.value > 0;
  if (queuesReported || (iovEnabled.state === 'known' && !iovEnabled.value)) {
    return difference(vmqCapacity, vmqsInUse, 'VM queues', own.queues);
  }
  if (vmqCapacity.state === 'unknown') return vmqCapacity;
  let free = own.queues;
  for (const { adapter } of place.members) {
    if (adapter === null) return NOT_COLLECTED;
    const { vportCount, vportsActive, vfCount, vfsAllocated, singleVportPool } = adapter.facts;
    const left = difference(vportCount, vportsActive, 'VPorts');
    if (left.state === 'unknown') return left;
    const isSplit = singleVportPool.state === 'known' && !singleVportPool.value;
    // Kept for VFs that nobody has yet.
    const kept = isSplit ? Math.max(0, valueOr(vfCount, 0) - valueOr(vfsAllocated, 0)) : 0;
    free += Math.max(0, left.value - kept);
  }
  return known(free, { kind: 'derived', from: 'VPorts of the adapters less active VPorts' });
}

/** Where the vNIC stands among those of its VM: they are served in their order. */
export function poolWishes(vm: Vm, vnic: Vnic, asking: PoolAsking): Pick<PoolFacts, Wish> {
  const before = earlierOnSwitch(vm, vnic);
  const { assumptions } = asking;
  const vfSupport = before.length === 0 ? NOT_COLLECTED : asking.guest(vm).vfSupport;
  const takers = before.map((other) => ({
    facts: other.facts,
    vf: takesVf(vm, other, vfSupport, assumptions),
  }));
  const vfs = (...which: readonly Taking[]) => takers.filter(({ vf }) => which.includes(vf));
  // An unknown weight of its own counts as asking: if it is 0, the rule about the weight settles it.
  const asksVf = !(vnic.facts.iovWeight.state === 'known' && vnic.facts.iovWeight.value === 0);
  const asksQueue = !(vnic.facts.vmqWeight.state === 'known' && vnic.facts.vmqWeight.value === 0);
  const queuesOf = (list: typeof takers) =>
    list.filter(({ facts }) => valueOr(facts.vmqWeight, 0) > 0).length;
  const rank = (asks: boolean, others: number): Fact<number> =>
    known(asks ? others + 1 : 0, FROM_WEIGHTS);
  const { vfHolderQueue } = assumptions;
  return {
    vfRank: rank(asksVf, vfs('yes').length),
    vfRankMost: rank(asksVf, vfs('yes', 'maybe').length),
    vmqRank: rank(asksQueue, queuesOf(vfHolderQueue === 'yes' ? takers : vfs('no'))),
    vmqRankMost: rank(asksQueue, queuesOf(vfHolderQueue === 'no' ? vfs('no', 'maybe') : takers)),
    vmqRankWithoutVfs: rank(asksQueue, queuesOf(takers)),
    queuePairsWanted: asksVf ? queuePairs([...vfs('yes'), vnic]) : known(0, FROM_WEIGHTS),
  };
}

/** The facts of what the VM wants, wherever it goes. */
type Wish =
  | 'vfRank'
  | 'vfRankMost'
  | 'vmqRank'
  | 'vmqRankMost'
  | 'vmqRankWithoutVfs'
  | 'queuePairsWanted';

/** The connected vNICs of the VM on the same switch that come before this one. */
function earlierOnSwitch(vm: Vm, vnic: Vnic): readonly Vnic[] {
  if (vm.vnics[0]?.id === vnic.id) return [];
  const switchName = switchNameOf(vnic);
  const at = vm.vnics.findIndex(({ id }) => id === vnic.id);
  return vm.vnics
    .slice(0, Math.max(0, at))
    .filter(
      (other) =>
        sameName(switchNameOf(other) ?? '', switchName) &&
        valueOr(other.facts.connected, true) &&
        !valueOr(other.facts.isLegacy, false),
    );
}

function queuePairs(takers: readonly Pick<Vnic, 'facts'>[]): Fact<number> {
  let sum = 0;
  for (const { facts } of takers) {
    const { iovQueuePairsRequested: requested } = facts;
    if (requested.state === 'unknown') return requested;
    // Hyper-V gives one pair where none is asked for.
    sum += Math.max(1, requested.value);
  }
  return known(sum, FROM_WEIGHTS);
}

const FROM_WEIGHTS: Origin = { kind: 'derived', from: 'weights of the VM’s adapters, in order' };

/** What the VM's adapters on this switch hold now, as the host reports it. */
function held(place: Place, vm: Vm): Held {
  let vfs = 0;
  let queues = 0;
  let pairs = 0;
  for (const vnic of vm.vnics) {
    const { facts } = vnic;
    if (!sameName(place.switch?.name ?? '', switchNameOf(vnic))) continue;
    if (0 < valueOr(facts.iovUsage, 0) || valueOr(facts.vfDataPathActive, false)) {
      vfs += 1;
      pairs += Math.max(1, valueOr(facts.iovQueuePairsRequested, 1));
    }
    if (0 < valueOr(facts.vmqUsage, 0)) queues += 1;
  }
  return { vfs, queues, queuePairs: pairs };
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
