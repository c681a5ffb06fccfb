/**
 * Two estates of the same world at different times become one. Records are matched by id; known
 * facts of the newer win, and what the newer does not know stays as the older knew it.
 */
import type { Fact } from '../../../shared/fact';
import type { ClusterId } from '../../../shared/ids';
import type { Cluster, Estate, Host, RecordKind, Vm, Vnic } from '../../../shared/model/estate';
import type { FactsOf, FieldSpecs } from '../../../shared/model/field';
import type { ImportConflict, ImportProblem } from '../../../shared/model/import';
import { ConflictLog } from './conflicts';
import { isDefault } from './inventory/defaults-origin';

export interface MergedEstate {
  readonly estate: Estate;
  readonly problems: ImportProblem[];
  /** What the two say differently, and nothing tells which is newer; the newer estate's counts. */
  readonly conflicts: readonly ImportConflict[];
}

export function mergeEstates(older: Estate, newer: Estate): MergedEstate {
  const problems: ImportProblem[] = [];
  const conflicts = new ConflictLog();
  const hostsBefore = new Map(older.hosts.map((host) => [host.id, host]));
  const hosts = mergeLists(older.hosts, newer.hosts, (before, after) => {
    noteOlderCollection(before, after, problems);
    if (!isDated(before, after)) compareHosts(before, after, conflicts);
    return mergeHost(before, after);
  });
  const hostsNow = new Map(newer.hosts.map((host) => [host.id, host]));
  const renamed = vmsWithNewIds(older.vms, newer.vms);
  const newVms = newer.vms.map((vm) => {
    const before = renamed.get(vm.id);
    return before === undefined ? vm : { ...vm, id: before };
  });
  const vms = mergeLists(older.vms, newVms, (before, after) => {
    if (before.hostId !== null && after.hostId !== null && before.hostId !== after.hostId) {
      problems.push(movedVm(before, after, hostsBefore, hostsNow));
    }
    const from = before.hostId === null ? undefined : hostsBefore.get(before.hostId);
    const to = after.hostId === null ? undefined : hostsNow.get(after.hostId);
    if (!isDated(from, to)) compareVms(before, after, conflicts);
    return mergeVm(before, after);
  });
  for (const problem of missingVms(older.vms, newVms, hostsNow)) problems.push(problem);
  return {
    estate: {
      clusters: mergeLists(older.clusters, newer.clusters, (before, after) => {
        const isClear = isDated(nodeOf(before, older.hosts), nodeOf(after, newer.hosts));
        if (!isClear) compareRecords('cluster', before, after, conflicts);
        return mergeCluster(before, after);
      }),
      hosts,
      vms,
    },
    problems,
    conflicts: conflicts.all,
  };
}

/** The older order, then what is new. */
function mergeLists<T extends { readonly id: string }>(
  older: readonly T[],
  newer: readonly T[],
  merge: (before: T, after: T) => T,
): T[] {
  const after = new Map(newer.map((one) => [one.id, one]));
  const known = new Set(older.map((one) => one.id));
  return [
    ...older.map((before) => {
      const now = after.get(before.id);
      return now === undefined ? before : merge(before, now);
    }),
    ...[...after.values()].filter((one) => !known.has(one.id)),
  ];
}

function mergeFacts<S extends FieldSpecs>(older: FactsOf<S>, newer: FactsOf<S>): FactsOf<S> {
  const facts: Record<string, Fact<unknown>> = { ...older };
  for (const [field, after] of Object.entries(newer) as [string, Fact<unknown>][]) {
    const before = facts[field];
    if (before === undefined || isBetter(before, after)) facts[field] = after;
  }
  return facts as FactsOf<S>;
}

function isBetter(before: Fact<unknown>, after: Fact<unknown>): boolean {
  if (after.state === 'known')
    return !isDefault(after) || before.state !== 'known' || isDefault(before);
  return before.state !== 'known' && after.reason !== 'not-collected';
}

/** Whether both sides tell their time, and not the same: then one of them is newer. */
function isDated(before: Host | undefined, after: Host | undefined): boolean {
  const [was, is] = [collectedAt(before), collectedAt(after)];
  return was !== null && is !== null && was !== is;
}

/** A node of the cluster that tells its time, the latest: the cluster's facts are as new. */
function nodeOf(cluster: Cluster, hosts: readonly Host[]): Host | undefined {
  let latest: Host | undefined;
  for (const host of hosts) {
    const time = host.clusterId === cluster.id ? collectedAt(host) : null;
    if (time !== null && (collectedAt(latest) ?? '') < time) latest = host;
  }
  return latest;
}

function compareRecords(
  kind: RecordKind,
  before: { readonly facts: object },
  after: { readonly id: string; readonly name: string; readonly facts: object },
  conflicts: ConflictLog,
): void {
  conflicts.compare({
    kind,
    id: after.id,
    name: after.name,
    before: before.facts as Readonly<Record<string, Fact<unknown>>>,
    after: after.facts as Readonly<Record<string, Fact<unknown>>>,
  });
}

function compareHosts(before: Host, after: Host, conflicts: ConflictLog): void {
  compareRecords('host', before, after, conflicts);
  compareLists('adapter', before.adapters, after.adapters, after.name, conflicts);
  compareLists('switch', before.switches, after.switches, after.name, conflicts);
}

function compareVms(before: Vm, after: Vm, conflicts: ConflictLog): void {
  compareRecords('vm', before, after, conflicts);
  compareLists('vnic', before.vnics, after.vnics, after.name, conflicts);
}

/** @param owner  the host or VM that the records belong to: their names repeat from one to another */
function compareLists(
  kind: RecordKind,
  before: readonly { readonly id: string; readonly facts: object }[],
  after: readonly { readonly id: string; readonly name: string; readonly facts: object }[],
  owner: string,
  conflicts: ConflictLog,
): void {
  const earlier = new Map(before.map((one) => [one.id, one]));
  for (const one of after) {
    const was = earlier.get(one.id);
    if (was === undefined) continue;
    compareRecords(kind, was, { ...one, name: `${one.name} of ${owner}` }, conflicts);
  }
}

function mergeCluster(before: Cluster, after: Cluster): Cluster {
  return { ...after, facts: mergeFacts(before.facts, after.facts) };
}

function mergeHost(before: Host, after: Host): Host {
  const adapters = mergeLists(before.adapters, after.adapters, (one, other) => ({
    ...other,
    facts: mergeFacts(one.facts, other.facts),
  }));
  const switches = mergeLists(before.switches, after.switches, (one, other) => ({
    ...other,
    facts: mergeFacts(one.facts, other.facts),
  }));
  // Link states come with the list of adapters: then ports it lacks were taken out.
  const isAdapterListNew = after.adapters.some((one) => one.facts.linkUp.state === 'known');
  return {
    ...after,
    clusterId: clusterOf(before, after),
    facts: mergeFacts(before.facts, after.facts),
    adapters: isAdapterListNew ? onlyThose(adapters, after.adapters) : adapters,
    switches: after.switchesKnown ? onlyThose(switches, after.switches) : switches,
    switchesKnown: before.switchesKnown || after.switchesKnown,
  };
}

function clusterOf(before: Host, after: Host): ClusterId | null {
  if (after.clusterId !== null) return after.clusterId;
  const { clusterName } = after.facts;
  return clusterName.state === 'known' && !isDefault(clusterName) ? null : before.clusterId;
}

function mergeVm(before: Vm, after: Vm): Vm {
  const vnics = mergeLists<Vnic>(before.vnics, after.vnics, (one, other) => ({
    ...other,
    facts: mergeFacts(one.facts, other.facts),
  }));
  return {
    ...after,
    hostId: after.hostId ?? before.hostId,
    facts: mergeFacts(before.facts, after.facts),
    vnics: after.vnicsKnown ? onlyThose(vnics, after.vnics) : vnics,
    vnicsKnown: before.vnicsKnown || after.vnicsKnown,
  };
}

function onlyThose<T extends { readonly id: string }>(
  list: readonly T[],
  those: readonly T[],
): T[] {
  const ids = new Set(those.map((one) => one.id));
  return list.filter((one) => ids.has(one.id));
}

/**
 * A VM that one source knows by its GUID and the other only by name keeps the id it has.
 * @returns newer id → older id
 */
function vmsWithNewIds(older: readonly Vm[], newer: readonly Vm[]): ReadonlyMap<string, Vm['id']> {
  const olderIds = new Set<string>(older.map((vm) => vm.id));
  const newerIds = new Set<string>(newer.map((vm) => vm.id));
  const byName = new Map<string, Vm[]>();
  for (const vm of older) {
    if (newerIds.has(vm.id)) continue;
    const name = vm.name.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), vm]);
  }
  const renamed = new Map<string, Vm['id']>();
  for (const vm of newer) {
    const [candidate, ...others] = byName.get(vm.name.toLowerCase()) ?? [];
    if (olderIds.has(vm.id) || candidate === undefined || others.length > 0) continue;
    if (isNameId(vm.id) !== isNameId(candidate.id)) renamed.set(vm.id, candidate.id);
  }
  return renamed;
}

function isNameId(id: string): boolean {
  return id.includes('/vm/');
}

function movedVm(
  before: Vm,
  after: Vm,
  hostsBefore: ReadonlyMap<string, Host>,
  hostsNow: ReadonlyMap<string, Host>,
): ImportProblem {
  const from = before.hostId === null ? undefined : hostsBefore.get(before.hostId);
  const to = after.hostId === null ? undefined : hostsNow.get(after.hostId);
  const fromTime = collectedAt(from);
  const toTime = collectedAt(to);
  const isClear = fromTime !== null && toTime !== null && fromTime < toTime;
  return {
    file: fileOf(to),
    place: after.name,
    found: `${after.name} on ${to?.name ?? after.hostId}`,
    expected: `${after.name} on ${from?.name ?? before.hostId}`,
    severity: isClear ? 'note' : 'doubt',
    message: isClear
      ? `${after.name} moved from ${from?.name} to ${to?.name} between the two collections.`
      : `${after.name} is on ${from?.name ?? before.hostId} and on ${to?.name ?? after.hostId}, and nothing says which is newer; it was put on ${to?.name ?? after.hostId}.`,
  };
}

/** VMs that a host no longer lists, and no other host either. */
function missingVms(
  older: readonly Vm[],
  newer: readonly Vm[],
  hostsNow: ReadonlyMap<string, Host>,
): ImportProblem[] {
  const newerIds = new Set(newer.map((vm) => vm.id));
  const hostsWithVms = new Set(newer.map((vm) => vm.hostId));
  return older.flatMap((vm) => {
    const host = vm.hostId === null ? undefined : hostsNow.get(vm.hostId);
    if (newerIds.has(vm.id) || host === undefined || !hostsWithVms.has(host.id)) return [];
    return [
      {
        file: fileOf(host),
        place: vm.name,
        found: `no ${vm.name} on ${host.name}`,
        expected: `${vm.name} on ${host.name}`,
        severity: 'doubt',
        message: `${vm.name} was on ${host.name} before and is in none of the new files; it stays in the plan where it was.`,
      } satisfies ImportProblem,
    ];
  });
}

function noteOlderCollection(before: Host, after: Host, problems: ImportProblem[]): void {
  const [was, is] = [collectedAt(before), collectedAt(after)];
  if (was === null || is === null || was <= is) return;
  problems.push({
    file: fileOf(after),
    place: 'collectedAt',
    found: is,
    expected: `later than ${was}`,
    severity: 'doubt',
    message: `${after.name} was collected earlier than what the plan already held, and its values now count; import the newer file again if that was not meant.`,
  });
}

function collectedAt(host: Host | undefined): string | null {
  const fact = host?.facts.collectedAt;
  return fact?.state === 'known' ? fact.value : null;
}

function fileOf(host: Host | undefined): string {
  const fact = host?.facts.collectedAt;
  if (fact?.state === 'known' && fact.origin.kind === 'import') return fact.origin.file;
  const facts = host === undefined ? [] : Object.values(host.facts);
  for (const one of facts) {
    if (one.state === 'known' && one.origin.kind === 'import') return one.origin.file;
  }
  return host?.name ?? '';
}
