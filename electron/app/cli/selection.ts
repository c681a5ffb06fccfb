/** Which VMs and hosts a command was asked about. */
import type { Host, Vm } from '../../../shared/model/estate';
import type { Judge } from '../../domain/verdict/judge';
import { targetsOf } from '../../domain/verdict/summary';
import { UsageError } from './io';

export interface Selection {
  readonly vms: readonly Vm[];
  /** `null`: the hosts that each VM is counted over. */
  readonly hosts: readonly Host[] | null;
  /** Named VMs or hosts are answered in full. */
  readonly isNarrow: boolean;
}

/** @throws UsageError for a name that nothing has, with the ones that come near */
export function select(
  judge: Judge,
  vmNames: readonly string[],
  hostNames: readonly string[],
): Selection {
  const { vms, hosts } = judge.estate;
  return {
    vms: vmNames.length === 0 ? vms : pick('VM', vms, vmNames),
    hosts: hostNames.length === 0 ? null : pick('host', hosts, hostNames),
    isNarrow: 0 < vmNames.length + hostNames.length,
  };
}

/** The targets that conditions and summaries speak of: never the VM's own host. */
export function targetsIn(selection: Selection, judge: Judge, vm: Vm): readonly Host[] {
  if (selection.hosts === null) return targetsOf(judge, vm);
  return selection.hosts.filter((host) => host.id !== vm.hostId);
}

interface Pickable {
  readonly id: string;
  readonly name: string;
}

function pick<R extends Pickable>(
  noun: string,
  records: readonly R[],
  wanted: readonly string[],
): R[] {
  const picked = new Set<R>();
  for (const text of wanted) {
    const found = records.filter((record) => matches(record, text));
    if (found.length === 0) {
      const near = records.filter(({ name }) => isNear(name, text)).slice(0, 5);
      throw new UsageError(
        `There is no ${noun} "${text}".`,
        near.length === 0
          ? `The names are those that the hosts themselves print; there are ${records.length}.`
          : `Did you mean ${near.map(({ name }) => name).join(', ')}?`,
      );
    }
    for (const record of found) picked.add(record);
  }
  return records.filter((record) => picked.has(record));
}

/** By id, by name, or by the name without its domain; case does not matter, as in Windows. */
function matches({ id, name }: Pickable, text: string): boolean {
  const wanted = text.toLowerCase();
  const full = name.toLowerCase();
  return id === text || full === wanted || full.split('.')[0] === wanted;
}

function isNear(name: string, text: string): boolean {
  const [a, b] = [name.toLowerCase(), text.toLowerCase()];
  return a.includes(b) || b.includes(a) || (2 < b.length && a.startsWith(b.slice(0, 3)));
}
