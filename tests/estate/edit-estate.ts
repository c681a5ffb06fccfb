/** Edits of single records, as people and imports make them: everything else stays the very same. */
import type { Estate, Host, Vm } from '../../shared/model/estate';
import type { Random } from './random';

export type Edit =
  | 'host-fact'
  | 'host'
  | 'switch-fact'
  | 'adapter-fact'
  | 'cluster'
  | 'vm'
  | 'move';

export const EDITS: readonly Edit[] = [
  'host-fact',
  'host',
  'switch-fact',
  'adapter-fact',
  'cluster',
  'vm',
  'move',
];

/**
 * The estate after an edit.
 * @param donors  whose records the new values come from; the estate itself unless told
 */
export function editEstate(
  estate: Estate,
  edit: Edit,
  random: Random,
  donors: Estate = estate,
): Estate {
  if (edit === 'vm' || edit === 'move') {
    return {
      ...estate,
      vms: replaced(estate.vms, random, (vm) =>
        edit === 'move'
          ? { ...vm, hostId: random.pick(estate.hosts).id }
          : editVm(vm, random.pick(donors.vms), random),
      ),
    };
  }
  if (edit === 'cluster') {
    if (estate.clusters.length === 0 || donors.clusters.length === 0) return estate;
    const clusters = replaced(estate.clusters, random, (cluster) => ({
      ...cluster,
      facts: withFactOf(cluster.facts, random.pick(donors.clusters).facts, random),
    }));
    return { ...estate, clusters };
  }
  return {
    ...estate,
    hosts: replaced(estate.hosts, random, (host) =>
      editHost(host, random.pick(donors.hosts), edit, random),
    ),
  };
}

function editHost(host: Host, other: Host, edit: Edit, random: Random): Host {
  if (edit === 'host-fact') return { ...host, facts: withFactOf(host.facts, other.facts, random) };
  if (edit === 'switch-fact') {
    const [donor] = other.switches;
    if (donor === undefined || host.switches.length === 0) return host;
    const switches = replaced(host.switches, random, (one) => ({
      ...one,
      facts: withFactOf(one.facts, donor.facts, random),
    }));
    return { ...host, switches };
  }
  if (edit === 'adapter-fact') {
    const [donor] = other.adapters;
    if (donor === undefined || host.adapters.length === 0) return host;
    const adapters = replaced(host.adapters, random, (one) => ({
      ...one,
      facts: withFactOf(one.facts, donor.facts, random),
    }));
    return { ...host, adapters };
  }
  // As if it had been set up anew like the other one.
  return {
    ...host,
    facts: other.facts,
    adapters: other.adapters,
    switches: other.switches,
    switchesKnown: other.switchesKnown,
  };
}

function editVm(vm: Vm, other: Vm, random: Random): Vm {
  const [donor] = other.vnics;
  if (donor === undefined || vm.vnics.length === 0 || random.chance(0.5)) {
    return { ...vm, facts: withFactOf(vm.facts, other.facts, random) };
  }
  const vnics = replaced(vm.vnics, random, (vnic) => ({
    ...vnic,
    facts: withFactOf(vnic.facts, donor.facts, random),
  }));
  return { ...vm, vnics };
}

function replaced<T>(list: readonly T[], random: Random, change: (one: T) => T): T[] {
  const at = random.below(list.length);
  return list.map((one, index) => (index === at ? change(one) : one));
}

/** Some of the facts as they are of the other one. */
function withFactOf<F extends object>(facts: F, others: F, random: Random): F {
  const names = Object.keys(facts) as (keyof F)[];
  const next = { ...facts };
  for (let count = random.between(1, 4); 0 < count; count -= 1) {
    const name = random.pick(names);
    next[name] = others[name];
  }
  return next;
}
