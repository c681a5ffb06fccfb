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

/** Both at once. */
export function mergeEstates(
  older: Estate,
  newer: Estate,
  conflicts = new ConflictLog(),
): MergedEstate {
  const merger = new EstateMerger(conflicts);
  for (const estate of [older, newer]) for (const _ of merger.add(estate));
  const merging = merger.finish();
  let next = merging.next();
  while (!next.done) next = merging.next();
  return { ...next.value, conflicts: conflicts.all };
}

/** Records between two steps at most. */
const RECORDS_PER_STEP = 200;

/** The estate so far, and what each addition makes of it. Steps often, so that work can stop. */
export class EstateMerger {
  readonly #conflicts: ConflictLog;
  readonly #problems: ImportProblem[] = [];
  readonly #clusters = new Map<string, Cluster>();
  readonly #hosts = new Map<string, Host>();
  readonly #vms = new Map<string, Vm>();
  readonly #vmIdsByName = new Map<string, Vm['id'][]>();
  readonly #hostIdsOfCluster = new Map<ClusterId, Set<string>>();
  #additions = 0;
  /** The last addition that held the VM. */
  readonly #lastSeen = new Map<string, number>();
  /** The last addition in which VMs were on the host, and the host as it was there. */
  readonly #lastListed = new Map<string, { readonly addition: number; readonly host: Host }>();

  constructor(conflicts: ConflictLog) {
    this.#conflicts = conflicts;
  }

  /** Adds what is newer than all before. */
  *add(newer: Estate): Generator<void, void> {
    this.#additions += 1;
    const isClear = new Map(
      newer.clusters.map(({ id }) => [
        id,
        isDated(this.#nodeOf(id), latestOf(newer.hosts.filter((host) => host.clusterId === id))),
      ]),
    );
    const hostsBefore = new Map<string, Host | undefined>();
    const hostsNow = new Map(newer.hosts.map((host) => [host.id, host]));
    for (const host of hostsNow.values()) {
      const before = this.#hosts.get(host.id);
      hostsBefore.set(host.id, before);
      this.#addHost(before, host);
    }
    yield;
    const hostBefore = (id: string) =>
      hostsBefore.has(id) ? hostsBefore.get(id) : this.#hosts.get(id);
    const vms = yield* this.#withKnownIds(newer.vms);
    let done = 0;
    for (const vm of vms.values()) {
      this.#addVm(vm, hostBefore, hostsNow);
      done += 1;
      if (done % RECORDS_PER_STEP === 0) yield;
    }
    for (const cluster of new Map(newer.clusters.map((one) => [one.id, one])).values()) {
      const before = this.#clusters.get(cluster.id);
      if (before !== undefined && isClear.get(cluster.id) !== true) {
        compareRecords('cluster', before, cluster, this.#conflicts);
      }
      this.#clusters.set(
        cluster.id,
        before === undefined ? cluster : mergeCluster(before, cluster),
      );
    }
  }

  /** Hosts so far, for those who build what is added next. */
  hosts(): readonly Host[] {
    return [...this.#hosts.values()];
  }

  *finish(): Generator<void, { readonly estate: Estate; readonly problems: ImportProblem[] }> {
    let done = 0;
    for (const vm of this.#vms.values()) {
      const listed = vm.hostId === null ? undefined : this.#lastListed.get(vm.hostId);
      const seen = this.#lastSeen.get(vm.id) ?? 0;
      if (listed !== undefined && seen < listed.addition) {
        this.#problems.push(missingVm(vm, listed.host));
      }
      done += 1;
      if (done % (10 * RECORDS_PER_STEP) === 0) yield;
    }
    const estate = {
      clusters: [...this.#clusters.values()],
      hosts: this.hosts(),
      vms: [...this.#vms.values()],
    };
    return { estate, problems: this.#problems };
  }

  #addHost(before: Host | undefined, host: Host): void {
    let merged = host;
    if (before !== undefined) {
      noteOlderCollection(before, host, this.#problems);
      if (!isDated(before, host)) compareHosts(before, host, this.#conflicts);
      merged = mergeHost(before, host);
      if (before.clusterId !== null) this.#hostIdsOfCluster.get(before.clusterId)?.delete(host.id);
    }
    this.#hosts.set(host.id, merged);
    if (merged.clusterId === null) return;
    const ids = this.#hostIdsOfCluster.get(merged.clusterId);
    if (ids) ids.add(host.id);
    else this.#hostIdsOfCluster.set(merged.clusterId, new Set([host.id]));
  }

  #addVm(
    vm: Vm,
    hostBefore: (id: string) => Host | undefined,
    hostsNow: ReadonlyMap<string, Host>,
  ): void {
    const before = this.#vms.get(vm.id);
    const to = vm.hostId === null ? undefined : hostsNow.get(vm.hostId);
    let merged = vm;
    if (before !== undefined) {
      const from = before.hostId === null ? undefined : hostBefore(before.hostId);
      if (before.hostId !== null && vm.hostId !== null && before.hostId !== vm.hostId) {
        this.#problems.push(movedVm(before, vm, from, to));
      }
      if (!isDated(from, to)) compareVms(before, vm, this.#conflicts);
      merged = mergeVm(before, vm);
    }
    if (before?.name !== merged.name) this.#nameVm(before, merged);
    this.#vms.set(vm.id, merged);
    this.#lastSeen.set(vm.id, this.#additions);
    if (to !== undefined) this.#lastListed.set(to.id, { addition: this.#additions, host: to });
  }

  #nameVm(before: Vm | undefined, now: Vm): void {
    if (before !== undefined) {
      const name = before.name.toLowerCase();
      const others = (this.#vmIdsByName.get(name) ?? []).filter((id) => id !== before.id);
      this.#vmIdsByName.set(name, others);
    }
    const ids = this.#vmIdsByName.get(now.name.toLowerCase());
    if (ids) ids.push(now.id);
    else this.#vmIdsByName.set(now.name.toLowerCase(), [now.id]);
  }

  /** A VM that one source knows by its GUID and the other only by name keeps the id it has. */
  *#withKnownIds(newer: readonly Vm[]): Generator<void, ReadonlyMap<string, Vm>> {
    const newerIds = new Set<string>(newer.map((vm) => vm.id));
    const vms = new Map<string, Vm>();
    for (const [index, vm] of newer.entries()) {
      const id = this.#knownIdOf(vm, newerIds);
      vms.set(id, id === vm.id ? vm : { ...vm, id });
      if (index % (10 * RECORDS_PER_STEP) === 0) yield;
    }
    return vms;
  }

  #knownIdOf(vm: Vm, newerIds: ReadonlySet<string>): Vm['id'] {
    if (this.#vms.has(vm.id)) return vm.id;
    let candidate: Vm['id'] | null = null;
    for (const id of this.#vmIdsByName.get(vm.name.toLowerCase()) ?? []) {
      if (newerIds.has(id)) continue;
      if (candidate !== null) return vm.id;
      candidate = id;
    }
    return candidate !== null && isNameId(vm.id) !== isNameId(candidate) ? candidate : vm.id;
  }

  /** A node of the cluster that tells its time, the latest: the cluster's facts are as new. */
  #nodeOf(id: ClusterId): Host | undefined {
    const ids = [...(this.#hostIdsOfCluster.get(id) ?? [])];
    return latestOf(ids.flatMap((one) => this.#hosts.get(one) ?? []));
  }
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

/** The host that was collected last, of those that tell their time. */
function latestOf(hosts: readonly Host[]): Host | undefined {
  let latest: Host | undefined;
  for (const host of hosts) {
    const time = collectedAt(host);
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

function isNameId(id: string): boolean {
  return id.includes('/vm/');
}

function movedVm(
  before: Vm,
  after: Vm,
  from: Host | undefined,
  to: Host | undefined,
): ImportProblem {
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

/** A VM that its host no longer lists, and no other host either. */
function missingVm(vm: Vm, host: Host): ImportProblem {
  return {
    file: fileOf(host),
    place: vm.name,
    found: `no ${vm.name} on ${host.name}`,
    expected: `${vm.name} on ${host.name}`,
    severity: 'doubt',
    message: `${vm.name} was on ${host.name} before and is in none of the new files; it stays in the plan where it was.`,
  };
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
