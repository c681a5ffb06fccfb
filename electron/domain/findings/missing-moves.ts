/** Facts that would have decided moves, gathered over sets of hosts. */
import type { Vm } from '../../../shared/model/estate';
import type { Listed, MissingGroup, NamedRecord, PlacedRecord } from '../../../shared/model/report';
import { byName } from '../report/by-name';
import { listed } from '../report/limits';
import {
  groupOfMissing,
  type Missing,
  type MissingLimits,
  placeOf,
  recordAt,
  unnamed,
} from '../report/missing-facts';
import { type FactPath, type Subject, splitPath } from '../rules/rule';
import { type Bits, firstOf, lowestOf } from '../verdict/bits';
import { sizeOf } from './cause-counts';
import { addAll, isEmpty, keepOnly, takeAway } from './host-sets';
import type { Things } from './things';
import type { MoveSurvey, VmMoves, WayReason } from './vm-moves';

interface Gathered {
  readonly path: FactPath;
  readonly reason: Missing['reason'];
  readonly records: Map<string, PlacedRecord>;
  /** Things on targets, by where they stand: named at the end only. */
  readonly onTargets: Map<Things, Bits>;
  /** Hosts where no source describes the record. */
  readonly clusters: Bits;
  readonly ruleIds: Set<string>;
  /** The first one. */
  vm: Vm | null;
  vmCount: number;
  moveCount: number;
  /** Of the VM under way. */
  readonly now: Bits;
}

export class MissingMoves {
  readonly #survey: MoveSurvey;
  readonly #byKey = new Map<string, Gathered>();

  constructor(survey: MoveSurvey) {
    this.#survey = survey;
  }

  /** Only what leaves a move undecided: a gap that changes no answer needs no filling. */
  add(moves: VmMoves): void {
    const { outcomes, vm } = moves;
    if (isEmpty(outcomes.undecided)) return;
    const touched = new Set<Gathered>();
    const { sets } = this.#survey;
    for (const reason of moves.reasons) {
      if (reason.missing.length === 0) continue;
      const hosts = sets.copy(reason.hosts);
      keepOnly(hosts, outcomes.undecided);
      if (isEmpty(hosts)) continue;
      for (const missing of reason.missing) {
        const gathered = this.#gathered(missing);
        touched.add(gathered);
        gathered.ruleIds.add(reason.compiled.rule.id);
        addAll(gathered.now, hosts);
        this.#addRecords(gathered, missing.path, reason, hosts, moves);
      }
    }
    for (const reason of moves.doubtsHere) {
      for (const missing of reason.missing) {
        const gathered = this.#gathered(missing);
        touched.add(gathered);
        gathered.ruleIds.add(reason.rule.id);
        addAll(gathered.now, outcomes.undecided);
        const record = recordAt(missing.path, reason);
        gathered.records.set(record.id, record);
      }
    }
    for (const gathered of touched) {
      gathered.vm ??= vm;
      gathered.vmCount += 1;
      gathered.moveCount += sizeOf(gathered.now);
      gathered.now.fill(0);
    }
  }

  /** The most VMs first. */
  list(limits: MissingLimits): Listed<MissingGroup> {
    const all = [...this.#byKey.values()].sort(
      (a, b) =>
        b.vmCount - a.vmCount || b.moveCount - a.moveCount || placeOf(a).localeCompare(placeOf(b)),
    );
    const { items, total } = listed(all, limits.missing);
    return { total, items: items.map((one) => this.#groupOf(one, limits)) };
  }

  #groupOf(gathered: Gathered, limits: MissingLimits): MissingGroup {
    const { path, reason, vm, vmCount, moveCount, ruleIds } = gathered;
    const { things } = this.#survey;
    const records = new Map(gathered.records);
    for (const [of, hosts] of gathered.onTargets) {
      for (const host of hostsOf(hosts)) {
        const record = things.recordAt(of, host);
        records.set(record.id, record);
      }
    }
    for (const host of hostsOf(gathered.clusters)) {
      const id = things.hostAt(host).clusterId;
      const record: PlacedRecord =
        id === null ? unnamed('cluster') : { kind: 'cluster', id, name: id, host: null };
      records.set(record.id, record);
    }
    return groupOfMissing(
      {
        path,
        reason,
        records: [...records.values()].sort(byName),
        vm: vmCount === 1 ? vm : null,
        vmCount,
        moveCount,
        ruleIds,
      },
      limits,
    );
  }

  #addRecords(
    { records, onTargets, clusters }: Gathered,
    path: FactPath,
    reason: WayReason,
    hosts: Bits,
    { vm, source, vnics }: VmMoves,
  ): void {
    const put = (record: PlacedRecord) => records.set(record.id, record);
    if (reason.here !== null) {
      put(recordAt(path, reason.here));
      return;
    }
    const { things } = this.#survey;
    const [subject] = splitPath(path);
    const { site, slot, at } = reason;
    const named = (kind: PlacedRecord['kind'], one: NamedRecord | null | undefined) =>
      put(one ? { kind, id: one.id, name: one.name, host: null } : unnamed(subject));
    const onTarget = (of: Things) => {
      const left = hosts.slice();
      keepOnly(left, of.hosts);
      addTo(onTargets, of, left);
      // What no source describes has no record of its own.
      takeAway(hosts, of.hosts);
      if (!isEmpty(hosts)) put(unnamed(subject));
      addAll(hosts, left);
    };
    if (ON_VM.includes(subject)) named('vm', vm);
    else if (subject === 'vnic') named('vnic', vnics[reason.vnic]?.vnic);
    else if (subject === 'source') named('host', source);
    else if (subject === 'target') onTarget(things.ofHosts);
    else if (subject === 'cluster') addAll(clusters, hosts);
    else if (at !== 'target' || site === null) put(unnamed(subject));
    else if (subject === 'adapter') onTarget(things.adaptersAt(site, slot));
    else if (ON_SWITCH.includes(subject)) onTarget(things.switchesAt(site));
    else onTarget(things.ofHosts);
  }

  #gathered({ path, reason }: Missing): Gathered {
    const key = `${path}\n${reason}`;
    let gathered = this.#byKey.get(key);
    if (gathered === undefined) {
      const none = () => new Int32Array(this.#survey.sets.words);
      gathered = {
        path,
        reason,
        records: new Map(),
        onTargets: new Map(),
        clusters: none(),
        ruleIds: new Set(),
        vm: null,
        vmCount: 0,
        moveCount: 0,
        now: none(),
      };
      this.#byKey.set(key, gathered);
    }
    return gathered;
  }
}

const ON_VM: readonly Subject[] = ['vm', 'guest', 'move'];
const ON_SWITCH: readonly Subject[] = ['switch', 'pool'];

function addTo(map: Map<Things, Bits>, of: Things, hosts: Bits): void {
  const known = map.get(of);
  if (known === undefined) map.set(of, hosts);
  else addAll(known, hosts);
}

function hostsOf(hosts: Bits): number[] {
  if (firstOf(hosts) < 0) return [];
  const list: number[] = [];
  for (let word = 0; word < hosts.length; word += 1) {
    for (let left = hosts[word] as number; left !== 0; left &= left - 1) {
      list.push(word * 32 + lowestOf(left));
    }
  }
  return list;
}
