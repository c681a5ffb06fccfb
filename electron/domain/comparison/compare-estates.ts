/** What two states of an estate say differently: records by id, facts by value. */
import { describeOrigin, type Fact } from '../../../shared/fact';
import { UNKNOWN_WORDS } from '../../../shared/format/verdict-words';
import {
  type ComparedRecord,
  DIFFERENCES_LISTED,
  type FactDifference,
  type FactDifferences,
  type FactSide,
  type RecordDifference,
  type RecordDifferences,
} from '../../../shared/model/comparison';
import {
  type Estate,
  fieldTables,
  type Host,
  type Platform,
  type RecordKind,
  type Vm,
} from '../../../shared/model/estate';
import type { FieldSpecs } from '../../../shared/model/field';
import { fieldText } from '../../../shared/model/field-text';
import { matchVms } from './match-vms';

export interface EstateDifferences {
  readonly records: RecordDifferences;
  readonly facts: FactDifferences;
  /**
   * The records whose facts or parts differ in any way, also where nobody would call it a change
   * (a newer time of collection): verdicts of all others are the same in both states.
   */
  readonly touched: {
    readonly clusters: ReadonlySet<string>;
    readonly hosts: ReadonlySet<string>;
    readonly vms: ReadonlySet<string>;
  };
}

/** The time of collection says when somebody looked, and nothing about the estate. */
const NOT_A_CHANGE: readonly string[] = ['collectedAt'];

/** Step by step; yields how much of it is done, 0…1. */
export function* compareEstates(
  before: Estate,
  after: Estate,
): Generator<number, EstateDifferences> {
  const comparing = new Comparing(before, after);
  const all = after.clusters.length + after.hosts.length + after.vms.length;
  let done = 0;
  for (const cluster of after.clusters) comparing.cluster(cluster);
  for (const host of after.hosts) {
    comparing.host(host);
    if (++done % 50 === 0) yield done / all;
  }
  for (const vm of after.vms) {
    comparing.vm(vm);
    if (++done % 200 === 0) yield done / all;
  }
  comparing.gone();
  return comparing.result();
}

interface AnyRecord {
  readonly id: string;
  readonly name: string;
  readonly facts: object;
}

type Owner = ComparedRecord['owner'];

class Comparing {
  readonly #before: Estate;
  readonly #after: Estate;
  readonly #clusters: ReadonlyMap<string, Estate['clusters'][number]>;
  readonly #hosts: ReadonlyMap<string, Host>;
  readonly #vms: ReadonlyMap<string, Vm>;
  readonly #names: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
  readonly #records: RecordDifference[] = [];
  readonly #facts: FactDifference[] = [];
  readonly #counts = { added: 0, gone: 0, moved: 0, facts: 0 };
  readonly #touched = {
    clusters: new Set<string>(),
    hosts: new Set<string>(),
    vms: new Set<string>(),
  };

  constructor(before: Estate, after: Estate) {
    this.#before = before;
    this.#after = after;
    this.#clusters = byId(before.clusters);
    this.#hosts = byId(before.hosts);
    this.#vms = matchVms(before, after);
    this.#names = [namesIn(before), namesIn(after)];
  }

  cluster(after: Estate['clusters'][number]): void {
    const before = this.#clusters.get(after.id);
    if (before === after) return;
    if (before === undefined) {
      this.#touched.clusters.add(after.id);
      this.#note('added', 'cluster', after, null);
    } else if (this.#compareFacts('cluster', after.platform, before, after, null)) {
      this.#touched.clusters.add(after.id);
    }
  }

  host(after: Host): void {
    const before = this.#hosts.get(after.id);
    if (before === after) return;
    if (before === undefined) {
      this.#touched.hosts.add(after.id);
      this.#note('added', 'host', after, null, null, this.#nameAfter(after.clusterId));
      return;
    }
    const { platform } = after;
    const owner = ownerOf('host', after);
    let differs = this.#compareFacts('host', platform, before, after, null);
    if (before.clusterId !== after.clusterId) {
      differs = true;
      const from = this.#nameBefore(before.clusterId);
      this.#note('moved', 'host', after, null, from, this.#nameAfter(after.clusterId));
    }
    if (before.switchesKnown !== after.switchesKnown) differs = true;
    if (this.#compareParts('adapter', platform, before.adapters, after.adapters, owner)) {
      differs = true;
    }
    if (this.#compareParts('switch', platform, before.switches, after.switches, owner)) {
      differs = true;
    }
    if (differs) this.#touched.hosts.add(after.id);
  }

  vm(after: Vm): void {
    const before = this.#vms.get(after.id);
    if (before === after) return;
    if (before === undefined) {
      this.#touchVm(after);
      this.#note('added', 'vm', after, null, null, this.#nameAfter(after.hostId));
      return;
    }
    let differs = this.#compareFacts('vm', after.platform, before, after, null);
    if (before.hostId !== after.hostId) {
      differs = true;
      const from = this.#nameBefore(before.hostId);
      this.#note('moved', 'vm', after, null, from, this.#nameAfter(after.hostId));
    }
    if (before.vnicsKnown !== after.vnicsKnown) differs = true;
    const owner = ownerOf('vm', after);
    if (this.#compareParts('vnic', after.platform, before.vnics, after.vnics, owner)) {
      differs = true;
    }
    if (!differs) return;
    this.#touchVm(before);
    this.#touchVm(after);
  }

  /** Notes what only the state before has. */
  gone(): void {
    const clusters = byId(this.#after.clusters);
    const hosts = byId(this.#after.hosts);
    const vms = new Set(this.#vms.values());
    for (const one of this.#before.clusters) {
      if (!clusters.has(one.id)) this.#note('gone', 'cluster', one, null);
    }
    for (const one of this.#before.hosts) {
      if (hosts.has(one.id)) continue;
      this.#note('gone', 'host', one, null, this.#nameBefore(one.clusterId));
    }
    for (const one of this.#before.vms) {
      if (vms.has(one)) continue;
      this.#touchVm(one);
      this.#note('gone', 'vm', one, null, this.#nameBefore(one.hostId));
    }
  }

  result(): EstateDifferences {
    const { added, gone, moved, facts } = this.#counts;
    return {
      records: { added, gone, moved, entries: this.#records },
      facts: { total: facts, entries: this.#facts },
      touched: this.#touched,
    };
  }

  /** A VM that comes, goes or changes takes part in what its host has left. */
  #touchVm(vm: Vm): void {
    this.#touched.vms.add(vm.id);
    if (vm.hostId !== null) this.#touched.hosts.add(vm.hostId);
  }

  #compareParts(
    kind: 'adapter' | 'switch' | 'vnic',
    platform: Platform,
    before: readonly AnyRecord[],
    after: readonly AnyRecord[],
    owner: Owner,
  ): boolean {
    if (before === after) return false;
    const former = byId(before);
    const formerNames = new Map(before.map((one) => [one.name, one]));
    const matched = new Set<AnyRecord>();
    let differs = before.some((one, index) => one.id !== after[index]?.id);
    for (const one of after) {
      // The parts of a VM that moved may carry its former host in their ids.
      const was = former.get(one.id) ?? formerNames.get(one.name);
      if (was === undefined || matched.has(was)) {
        differs = true;
        this.#note('added', kind, one, owner);
        continue;
      }
      matched.add(was);
      if (this.#compareFacts(kind, platform, was, one, owner)) differs = true;
    }
    for (const one of before) {
      if (matched.has(one)) continue;
      differs = true;
      this.#note('gone', kind, one, owner);
    }
    return differs;
  }

  /** @returns whether a verdict could tell the two apart */
  #compareFacts(
    kind: RecordKind,
    platform: Platform,
    before: AnyRecord,
    after: AnyRecord,
    owner: Owner,
  ): boolean {
    if (before === after) return false;
    const specs: FieldSpecs = fieldTables[platform][kind];
    let differs = before.name !== after.name;
    for (const field in specs) {
      const was = (before.facts as Record<string, Fact<unknown>>)[field];
      const is = (after.facts as Record<string, Fact<unknown>>)[field];
      if (was === undefined || is === undefined || was === is || sameValue(was, is)) continue;
      differs = true;
      if (NOT_A_CHANGE.includes(field)) continue;
      this.#counts.facts += 1;
      if (DIFFERENCES_LISTED <= this.#facts.length) continue;
      const spec = specs[field] as FieldSpecs[string];
      const side = (fact: Fact<unknown>): FactSide => ({
        value: fact.state === 'known' ? fieldText(spec, fact.value) : null,
        origin: originText(fact),
      });
      this.#facts.push({
        record: comparedRecord(kind, after, owner, true),
        field,
        title: spec.title,
        before: side(was),
        after: side(is),
      });
    }
    return differs;
  }

  #note(
    change: RecordDifference['change'],
    kind: RecordKind,
    record: AnyRecord,
    owner: Owner,
    from: string | null = null,
    to: string | null = null,
  ): void {
    this.#counts[change] += 1;
    if (DIFFERENCES_LISTED <= this.#records.length) return;
    const isThere = change !== 'gone';
    this.#records.push({ change, record: comparedRecord(kind, record, owner, isThere), from, to });
  }

  #nameBefore(id: string | null): string | null {
    return id === null ? null : (this.#names[0].get(id) ?? id);
  }

  #nameAfter(id: string | null): string | null {
    return id === null ? null : (this.#names[1].get(id) ?? id);
  }
}

function comparedRecord(
  kind: RecordKind,
  { id, name }: AnyRecord,
  owner: Owner,
  isThere: boolean,
): ComparedRecord {
  return { kind, id, name, owner, isThere };
}

function ownerOf(kind: 'host' | 'vm', { id, name }: AnyRecord): Owner {
  return { kind, id, name };
}

/** Equal in state and value; where a value came from makes no difference. */
function sameValue(a: Fact<unknown>, b: Fact<unknown>): boolean {
  if (a.state === 'unknown' || b.state === 'unknown') {
    return a.state === b.state && (a.state === 'known' || a.reason === (b as typeof a).reason);
  }
  if (a.value === b.value) return true;
  return (
    typeof a.value === 'object' &&
    typeof b.value === 'object' &&
    JSON.stringify(a.value) === JSON.stringify(b.value)
  );
}

function originText(fact: Fact<unknown>): string {
  if (fact.state === 'known') return describeOrigin(fact.origin);
  const found = fact.found === undefined ? '' : ` (found: ${fact.found})`;
  return `${UNKNOWN_WORDS[fact.reason]}${found}`;
}

function byId<R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((one) => [one.id, one]));
}

/** Names of hosts and clusters by id. */
function namesIn({ hosts, clusters }: Estate): ReadonlyMap<string, string> {
  return new Map([...clusters, ...hosts].map(({ id, name }) => [id, name]));
}
