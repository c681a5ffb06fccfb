/** The side of the VMs in a matrix: the facts that rules read of a VM and its vNICs, numbered. */
import type { Host, Vm, Vnic } from '../../../shared/model/estate';
import { moveFacts } from '../capability/move-facts';
import { placeFacts } from '../capability/place-facts';
import { poolFactsAt, poolWishes } from '../capability/pool-facts';
import type { FactValues } from './fact-values';
import type { Judge } from './judge';
import type { Facts, PairClass, Site, Targets } from './matrix-targets';
import type { Place } from './place';
import type { Read } from './reads';

/**
 * A VM, or one of its vNICs, as rules see it. There is only one at a time: the next one takes over
 * its numbers.
 */
export interface Subject {
  readonly vm: Vm;
  readonly vnic: Vnic | null;
  readonly source: Host | null;
  /** Numbers of all facts on the VM's side, by place in `VmSide.reads`. */
  readonly numbers: Int32Array;
  /** What it finds in facts that stand with both sides of a place. */
  readonly pair: PairClass | null;
}

/** Where the numbers of some facts stand, by the order in which rules named them. */
export class ReadPlaces {
  readonly list: Read[] = [];
  readonly #places = new Map<string, number>();

  placeOf(read: Read): number {
    let place = this.#places.get(read.path);
    if (place === undefined) {
      place = this.list.length;
      this.list.push(read);
      this.#places.set(read.path, place);
    }
    return place;
  }

  /** @throws Error when no rule named it */
  placeFor(path: string): number {
    const place = this.#places.get(path);
    if (place === undefined) throw new Error(`no rule reads ${path}`);
    return place;
  }
}

/** Facts of one record, to be numbered. */
type Reader = readonly {
  readonly place: number;
  readonly path: string;
  readonly field: string;
  readonly values: FactValues;
}[];

export class VmSide {
  readonly reads = new ReadPlaces();
  /** Facts at a place that are other ones where the VM is now. */
  readonly readsHere = new ReadPlaces();
  readonly #targets: Targets;
  readonly #judge: () => Judge;
  #readers: ReadonlyMap<string, Reader> | null = null;
  #readersHere: ReadonlyMap<string, Reader> | null = null;
  #numbers = new Int32Array(0);
  #numbersHere = new Int32Array(0);

  constructor(targets: Targets, judge: () => Judge) {
    this.#targets = targets;
    this.#judge = judge;
  }

  subjectOf(vm: Vm, source: Host | null): Subject {
    this.#readers ??= this.#readersOf(this.reads);
    if (this.#numbers.length !== this.reads.list.length) {
      this.#numbers = new Int32Array(this.reads.list.length);
    }
    const numbers = this.#numbers;
    const judge = this.#judge();
    this.#put(numbers, 'vm', vm.facts);
    this.#put(numbers, 'guest', judge.guest(vm));
    this.#put(numbers, 'source', source?.facts);
    const [host] = this.#targets.hosts;
    // Which host it is, and where the VM is now, makes no difference to what stands with the VM.
    if (this.#readers.has('move') && host !== undefined) {
      this.#put(numbers, 'move', moveFacts(vm, null, host, judge.platformOf));
    }
    return { vm, vnic: null, source, numbers, pair: null };
  }

  /** @param present  where the vNIC is now; `null` when no source says */
  withVnic(ofVm: Subject, vnic: Vnic, site: Site, present: Place | null): Subject {
    const { vm, source, numbers } = ofVm;
    const judge = this.#judge();
    const [somewhere] = site.places;
    this.#put(numbers, 'vnic', vnic.facts);
    if (somewhere !== undefined && this.#readers?.has('pool')) {
      this.#put(numbers, 'pool', {
        ...poolFactsAt(somewhere, vm, false, judge),
        ...poolWishes(vm, vnic, judge),
      });
    }
    return { vm, vnic, source, numbers, pair: this.#targets.pairClassOf(vm, vnic, present) };
  }

  /** Numbers of the facts that are other ones where the vNIC is, by place in `readsHere`. */
  numbersHere(place: Place, { vm, numbers }: Subject, vnic: Vnic): Int32Array {
    this.#readersHere ??= this.#readersOf(this.readsHere);
    if (this.#numbersHere.length !== this.readsHere.list.length) {
      this.#numbersHere = new Int32Array(this.readsHere.list.length);
    }
    const here = this.#numbersHere;
    read(here, this.#readersHere.get('place'), placeFacts(place, vm, vnic, place));
    const pool: Facts = poolFactsAt(place, vm, true, this.#judge());
    for (const { place: at, path, field, values } of this.#readersHere.get('pool') ?? NO_READER) {
      const fact = pool[field];
      // What it wants is the same here as anywhere.
      here[at] =
        fact === undefined ? (numbers[this.reads.placeFor(path)] as number) : values.numberOf(fact);
    }
    return here;
  }

  #put(numbers: Int32Array, subject: string, facts: Facts | undefined): void {
    read(numbers, this.#readers?.get(subject), facts);
  }

  #readersOf({ list }: ReadPlaces): ReadonlyMap<string, Reader> {
    const readers = new Map<string, Reader>();
    for (const [place, { path, subject, field }] of list.entries()) {
      const one = { place, path, field, values: this.#targets.values.of(path) };
      readers.set(subject, [...(readers.get(subject) ?? []), one]);
    }
    return readers;
  }
}

const NO_READER: Reader = [];

function read(numbers: Int32Array, reader: Reader | undefined, facts: Facts | undefined): void {
  if (reader === undefined) return;
  for (let nth = 0; nth < reader.length; nth += 1) {
    const { place, field, values } = reader[nth] as Reader[number];
    numbers[place] = values.numberOf(facts?.[field]);
  }
}
