/**
 * The side of the hosts in a matrix: every fact that rules read there as a column of numbered
 * values, per switch name and member of a team where it depends on them. Hosts are known by their
 * place in the estate.
 */
import type { Fact } from '../../../shared/fact';
import type { Estate, Host, Vm, Vnic } from '../../../shared/model/estate';
import { moveFacts, moveKeys } from '../capability/move-facts';
import { pairKey, placeFacts, placeKey } from '../capability/place-facts';
import { type PoolFacts, poolFacts } from '../capability/pool-facts';
import { allBits, type Bits, clearBit, noBits, setBit } from './bits';
import { FactColumn, NOBODY } from './fact-column';
import { FactValues } from './fact-values';
import type { Judge } from './judge';
import { type Place, sameName } from './place';
import type { Read } from './reads';

/** What vNICs with one switch name find on all hosts. */
export interface Site {
  /** Its own, counted from 0. */
  readonly id: number;
  readonly switchName: string | null;
  readonly places: Place[];
  readonly columns: Map<string, Column>;
  /** By member of the team: the columns of its adapter, and the hosts that have such a member. */
  readonly slots: Slot[];
}

interface Slot {
  readonly columns: Map<string, Column>;
  readonly hosts: Bits;
}

interface Column {
  readonly column: FactColumn;
  readonly numberAt: (host: number) => number;
}

/** vNICs that find the same, at every place, in the facts that stand with both sides. */
export interface PairClass {
  readonly factsAt: (place: Place) => Facts;
  /** By field: which variant of the fact they find. */
  readonly variants: Map<string, number>;
}

export type Facts = { readonly [field: string]: Fact<unknown> };

export class Targets {
  readonly hosts: Host[];
  readonly all: Bits;
  readonly words: number;
  readonly values = new ValuesByPath();
  /** How often hosts have changed. */
  changes = 0;
  #judge: Judge;
  readonly #someone: Someone;
  #rowIds = 0;
  readonly #indexes = new Map<string, number>();
  readonly #sites = new Map<string, Site>();
  /** By the name as it is written. */
  readonly #siteOfName = new Map<string | null, Site>();
  readonly #hostColumns = new Map<string, Column>();
  /** Places that no fact standing with both sides can tell apart. */
  readonly #placeClasses = new Map<string, number>();
  /** One of each class, on no host in the plan, so that no VM is there now. */
  readonly #placeOfClass: Place[] = [];
  readonly #classOfPlace = new Map<Place, number>();
  readonly #pools = new Map<Place, PoolFacts>();
  readonly #pairClasses = new Map<string, PairClass>();
  readonly #placeVariants = new Map<string, number>();
  /** By variant, then by class of place: the number of the fact's value. */
  readonly #numbersOfVariant: (readonly number[])[] = [];
  /** By field of the move: what its fact goes by of a host. */
  readonly #hostKeys = new Map<string, HostKeys>();

  constructor(judge: Judge) {
    this.#judge = judge;
    this.#someone = someoneOf(judge.estate);
    this.hosts = [...judge.estate.hosts];
    this.all = allBits(this.hosts.length);
    this.words = this.all.length;
    for (const [at, host] of this.hosts.entries()) {
      this.#indexes.set(host.id, at);
      for (const place of this.#placesOn(host)) this.#placeClass(place);
    }
  }

  nextRowId(): number {
    this.#rowIds += 1;
    return this.#rowIds;
  }

  /** -1 for a host that is not in the estate. */
  indexOf(hostId: string | null): number {
    return hostId === null ? -1 : (this.#indexes.get(hostId) ?? -1);
  }

  site(switchName: string | null): Site {
    let site = this.#siteOfName.get(switchName);
    if (site === undefined) {
      site = this.#siteFor(switchName);
      this.#siteOfName.set(switchName, site);
    }
    return site;
  }

  #siteFor(switchName: string | null): Site {
    const key = switchName?.toLowerCase() ?? '';
    let site = this.#sites.get(key);
    if (site === undefined) {
      site = {
        id: this.#sites.size,
        switchName,
        places: this.hosts.map((host) => this.#placeOn(host, switchName)),
        columns: new Map(),
        slots: [],
      };
      for (const at of this.hosts.keys()) this.#putMembers(site, at);
      this.#sites.set(key, site);
    }
    return site;
  }

  /** The column of a fact that stands with the target alone. */
  column(read: Read, site: Site | null, slot: number): FactColumn {
    return this.#kept(this.#columnsFor(read, site, slot), read.path, () => {
      const values = this.values.of(read.path);
      const factAt = this.#factsOf(read, site, slot);
      return (host) => {
        const fact = factAt(host);
        return fact === null ? NOBODY : values.numberOf(fact);
      };
    });
  }

  /** What a vNIC finds in the facts that stand with both sides of a place. */
  pairClassOf(vm: Vm, vnic: Vnic, present: Place | null): PairClass {
    const key = pairKey(vm, vnic, present);
    let found = this.#pairClasses.get(key);
    if (found === undefined) {
      found = { factsAt: (place) => placeFacts(place, vm, vnic, present), variants: new Map() };
      this.#pairClasses.set(key, found);
    }
    return found;
  }

  placeVariant(read: Read, pair: PairClass): number {
    let variant = pair.variants.get(read.field);
    if (variant === undefined) {
      const values = this.values.of(read.path);
      const numbers = this.#placeOfClass.map((place) =>
        values.numberOf(pair.factsAt(place)[read.field]),
      );
      const key = `${read.path}\n${numbers.join()}`;
      variant = this.#placeVariants.get(key);
      if (variant === undefined) {
        variant = this.#numbersOfVariant.length;
        this.#placeVariants.set(key, variant);
        this.#numbersOfVariant.push(numbers);
      }
      pair.variants.set(read.field, variant);
    }
    return variant;
  }

  placeColumn(read: Read, variant: number, site: Site): FactColumn {
    return this.#kept(site.columns, `${read.path}/${variant}`, () => (host) => {
      const place = this.#placeClass(site.places[host] as Place);
      // Classes of places may have come since.
      return (this.#numbersOfVariant[variant] as readonly number[])[place] as number;
    });
  }

  /** Sources with one variant find the same in the fact on every target. */
  moveVariant(read: Read, source: Host | null): number {
    if (source === null) return NO_SOURCE;
    const { numberOf, byHost } = this.#keysFor(read);
    return byHost[this.indexOf(source.id)] ?? numberOf(source);
  }

  /** The column of a fact that stands with both hosts of a move. */
  moveColumn(read: Read, source: Host | null): FactColumn {
    const key = `${read.path}/${this.moveVariant(read, source)}`;
    return this.#kept(this.#hostColumns, key, () => {
      const values = this.values.of(read.path);
      const { byHost } = this.#keysFor(read);
      // Hosts of one key find the same, so the fact is made once for each.
      const numbers: number[] = [];
      return (at) => {
        const targetKey = byHost[at] as number;
        let number = numbers[targetKey];
        if (number === undefined) {
          const { vm } = this.#someone;
          const target = this.hosts[at] as Host;
          const facts: Facts = moveFacts(vm, source, target, this.#judge.platformOf);
          number = values.numberOf(facts[read.field]);
          numbers[targetKey] = number;
        }
        return number;
      };
    });
  }

  #keysFor(read: Read): HostKeys {
    let keys = this.#hostKeys.get(read.field);
    if (keys === undefined) {
      keys = hostKeys(read);
      for (const host of this.hosts) keys.byHost.push(keys.numberOf(host));
      this.#hostKeys.set(read.field, keys);
    }
    return keys;
  }

  /**
   * Takes over changed hosts.
   * @param changed  places of the hosts, which keep their ids and their order
   * @returns whether the classes still hold; if not, everything has to be made anew
   */
  replace(judge: Judge, changed: readonly number[]): boolean {
    this.#judge = judge;
    this.changes += 1;
    const classes = this.#placeOfClass.length;
    for (const at of changed) {
      const host = judge.estate.hosts[at] as Host;
      this.hosts[at] = host;
      for (const { byHost, numberOf } of this.#hostKeys.values()) byHost[at] = numberOf(host);
      for (const place of this.#placesOn(host)) this.#placeClass(place);
    }
    if (classes < this.#placeOfClass.length && !this.#variantsStillHold(classes)) return false;
    for (const site of this.#sites.values()) {
      for (const at of changed) {
        const before = site.places[at] as Place;
        this.#classOfPlace.delete(before);
        this.#pools.delete(before);
        site.places[at] = this.#placeOn(this.hosts[at] as Host, site.switchName);
        const slots = site.slots.length;
        this.#putMembers(site, at);
        if (slots < site.slots.length) return false;
        this.#renew(site.columns, at);
        for (const slot of site.slots) this.#renew(slot.columns, at);
      }
    }
    for (const at of changed) this.#renew(this.#hostColumns, at);
    return true;
  }

  #renew(columns: ReadonlyMap<string, Column>, at: number): void {
    for (const { column, numberAt } of columns.values()) {
      column.set(at, numberAt(at), this.changes);
    }
  }

  /** Whether all vNICs of each variant find the same in the new classes of places too. */
  #variantsStillHold(known: number): boolean {
    const found = new Map<string, string>();
    for (const pair of this.#pairClasses.values()) {
      const facts = this.#placeOfClass.slice(known).map((place) => pair.factsAt(place));
      for (const [field, variant] of pair.variants) {
        const values = this.values.of(`place.${field}`);
        const numbers = facts.map((one) => values.numberOf(one[field]));
        const key = `${field}/${variant}`;
        const others = found.get(key);
        if (others === undefined) {
          found.set(key, numbers.join());
          const all = this.#numbersOfVariant[variant] as number[];
          this.#numbersOfVariant[variant] = [...all.slice(0, known), ...numbers];
        } else if (others !== numbers.join()) return false;
      }
    }
    return true;
  }

  #kept(
    columns: Map<string, Column>,
    key: string,
    numbers: () => (host: number) => number,
  ): FactColumn {
    let kept = columns.get(key);
    if (kept === undefined) {
      const numberAt = numbers();
      kept = { numberAt, column: new FactColumn(this.hosts.length, numberAt) };
      columns.set(key, kept);
    }
    return kept.column;
  }

  #columnsFor({ subject }: Read, site: Site | null, slot: number): Map<string, Column> {
    if (OF_HOSTS.has(subject)) return this.#hostColumns;
    if (site === null) throw new Error(`no place to read ${subject} at`);
    return subject === 'adapter' ? (site.slots[slot] as Slot).columns : site.columns;
  }

  /** By host: the fact, `undefined` where nobody collected the record, `null` where there is none. */
  #factsOf(
    { subject, field }: Read,
    site: Site | null,
    slot: number,
  ): (host: number) => Fact<unknown> | undefined | null {
    const { hosts } = this;
    const placeAt = (at: number) => site?.places[at] as Place;
    const of = (facts: Facts | undefined) => facts?.[field];
    switch (subject) {
      case 'host':
      case 'target':
        return (at) => of((hosts[at] as Host).facts);
      case 'cluster':
        return (at) => of(this.#judge.clusterOf(hosts[at] as Host)?.facts);
      case 'move': {
        const { vm } = this.#someone;
        return (at) => of(moveFacts(vm, null, hosts[at] as Host, this.#judge.platformOf));
      }
      case 'switch':
        return (at) => of(placeAt(at).switch?.facts);
      case 'adapter':
        return (at) => {
          const member = placeAt(at).members[slot];
          return member === undefined ? null : of(member.facts);
        };
      case 'pool':
        return (at) => of(this.poolAt(placeAt(at)));
      default: {
        const { vm, vnic } = this.#someone;
        return (at) => of(placeFacts(placeAt(at), vm, vnic, null));
      }
    }
  }

  /** What the pools of a place hold for whoever comes. */
  poolAt(place: Place): PoolFacts {
    let pool = this.#pools.get(place);
    if (pool === undefined) {
      const { vm, vnic } = this.#someone;
      pool = poolFacts(place, vm, vnic, false, this.#judge);
      this.#pools.set(place, pool);
    }
    return pool;
  }

  #putMembers(site: Site, at: number): void {
    const { length } = (site.places[at] as Place).members;
    while (site.slots.length < length) {
      site.slots.push({ columns: new Map(), hosts: noBits(this.hosts.length) });
    }
    for (const [slot, { hosts }] of site.slots.entries()) {
      if (slot < length) setBit(hosts, at);
      else clearBit(hosts, at);
    }
  }

  /** All vNICs whose switch a host does not have find the same place there. */
  #placeOn(host: Host, switchName: string | null): Place {
    const isThere = host.switches.some(({ name }) => sameName(name, switchName));
    return this.#judge.placeNamed(host, isThere ? switchName : null);
  }

  #placesOn(host: Host): Place[] {
    return [null, ...host.switches.map(({ name }) => name)].map((name) =>
      this.#judge.placeNamed(host, name),
    );
  }

  #placeClass(place: Place): number {
    let found = this.#classOfPlace.get(place);
    if (found !== undefined) return found;
    const key = placeKey(place);
    found = this.#placeClasses.get(key);
    if (found === undefined) {
      found = this.#placeOfClass.length;
      this.#placeClasses.set(key, found);
      this.#placeOfClass.push({ ...place, host: { ...place.host, id: NO_HOST } });
    }
    this.#classOfPlace.set(place, found);
    return found;
  }
}

/** Numbered values of all facts, by path. */
export class ValuesByPath {
  readonly #values = new Map<string, FactValues>();

  of(path: string): FactValues {
    let values = this.#values.get(path);
    if (values === undefined) {
      values = new FactValues();
      this.#values.set(path, values);
    }
    return values;
  }
}

/** Whoever asks, where the answer stands with the target alone. */
interface Someone {
  readonly vm: Vm;
  readonly vnic: Vnic;
}

const NO_HOST = '' as Host['id'];
const OF_HOSTS: ReadonlySet<string> = new Set(['host', 'target', 'cluster', 'move']);

function someoneOf({ vms }: Estate): Someone {
  const vm = vms.find(({ vnics }) => 0 < vnics.length) ?? vms[0];
  // Without a VM or a vNIC nobody asks.
  return { vm: vm as Vm, vnic: vm?.vnics[0] as Vnic };
}

const NO_SOURCE = -1;

/** What a fact that stands with both hosts of a move goes by, numbered. */
interface HostKeys {
  readonly numberOf: (host: Host) => number;
  /** By place of the host. */
  readonly byHost: number[];
}

function hostKeys(read: Read): HostKeys {
  const keyOf = moveKeys[read.field];
  if (keyOf === undefined) throw new Error(`nobody says what ${read.path} depends on`);
  const numbers = new Map<string, number>();
  const numberOf = (host: Host) => {
    const key = keyOf(host);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return { numberOf, byHost: [] };
}
