import type { Estate, Vm } from '../../../shared/model/estate';

/**
 * Which VM of the state before is which of the state after. By id; and where a source gave no id
 * of its own, so that the id names the host, by a name that only one VM on either side has.
 * @returns  by the id after
 */
export function matchVms(before: Estate, after: Estate): ReadonlyMap<string, Vm> {
  const former = new Map(before.vms.map((vm) => [vm.id as string, vm]));
  const pairs = new Map<string, Vm>();
  const unmatched: Vm[] = [];
  for (const vm of after.vms) {
    const was = former.get(vm.id);
    if (was === undefined) unmatched.push(vm);
    else {
      pairs.set(vm.id, was);
      former.delete(vm.id);
    }
  }
  if (former.size === 0 || unmatched.length === 0) return pairs;
  const left = byUniqueName([...former.values()]);
  for (const [name, vm] of byUniqueName(unmatched)) {
    const was = left.get(name);
    if (was !== undefined) pairs.set(vm.id, was);
  }
  return pairs;
}

function byUniqueName(vms: readonly Vm[]): ReadonlyMap<string, Vm> {
  const found = new Map<string, Vm>();
  const twice = new Set<string>();
  for (const vm of vms) {
    const name = vm.name.toLowerCase();
    if (found.has(name)) twice.add(name);
    else found.set(name, vm);
  }
  for (const name of twice) found.delete(name);
  return found;
}
