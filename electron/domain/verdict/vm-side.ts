/** The side of the VMs in a matrix: the facts that rules read of a VM and its vNICs, numbered. */
import type { Host, Vm, Vnic } from '../../../shared/model/estate';
import { moveFacts } from '../capability/move-facts';
import { placeFacts } from '../capability/place-facts';
import { poolFactsAt, poolWishes } from '../capability/pool-facts';
import type { FactValues } from './fact-values';
import type { Judge } from './judge';
import type { Facts, Site, Targets } from './matrix-targets';
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
  /**
   * By place in `VmSide.reads`: the numbers of all facts on the VM's side, and which variant it finds
   * of those that stand with both sides.
   */
  readonly numbers: Int32Array;
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
}

/** Facts of one record, to be numbered. */
type Reader = readonly ReaderField[];

interface ReaderField {
  readonly place: number;
  readonly read: Read;
  readonly field: string;
  readonly values: FactValues;
}

/** What to read of each subject, by the side on which it stands. */
interface Readers {
  readonly vm: ReadonlyMap<string, Reader>;
  readonly pair: ReadonlyMap<string, Reader>;
}

export class VmSide {
  readonly reads = new ReadPlaces();
  /** Facts at a place that are other ones where the VM is now. */
  readonly readsHere = new ReadPlaces();
  readonly #targets: Targets;
  readonly #judge: () => Judge;
  #readers: Readers | null = null;
  #readersHere: ReadonlyMap<string, Reader> | null = null;
  #numbers = new Int32Array(0);
  #numbersHere = new Int32Array(0);
  /** By source: what stands with it, in the order of the readers. */
  readonly #ofSources = new Map<Host | null, Int32Array>();

  constructor(targets: Targets, judge: () => Judge) {
    this.#targets = targets;
    this.#judge = judge;
  }

  subjectOf(vm: Vm, source: Host | null): Subject {
    if (this.#readers === null) {
      this.#readers = readersOf(this.reads, this.#targets);
      this.#numbers = new Int32Array(this.reads.list.length);
    }
    const numbers = this.#numbers;
    const judge = this.#judge();
    const { vm: own } = this.#readers;
    read(numbers, own.get('vm'), vm.facts);
    read(numbers, own.get('guest'), judge.guest(vm));
    this.#putSource(numbers, source, this.#readers);
    const [host] = this.#targets.hosts;
    // Which host it is, and where the VM is now, makes no difference to what stands with the VM.
    if (own.has('move') && host !== undefined) {
      read(numbers, own.get('move'), moveFacts(vm, null, host, judge.platformOf));
    }
    return { vm, vnic: null, source, numbers };
  }

  /** @param present  where the vNIC is now; `null` when no source says */
  withVnic(
    { vm, source, numbers }: Subject,
    vnic: Vnic,
    site: Site,
    present: Place | null,
  ): Subject {
    const { vm: own, pair } = this.#readers as Readers;
    read(numbers, own.get('vnic'), vnic.facts);
    const [somewhere] = site.places;
    const ofPool = own.get('pool');
    if (somewhere !== undefined && ofPool !== undefined) {
      const arriving: Facts = this.#targets.poolAt(somewhere);
      const wishes: Facts = poolWishes(vm, vnic, this.#judge());
      for (const { place, field, values } of ofPool) {
        numbers[place] = values.numberOf(wishes[field] ?? arriving[field]);
      }
    }
    const ofPair = pair.get('place');
    if (ofPair !== undefined) {
      const found = this.#targets.pairClassOf(vm, vnic, present);
      for (const { place, read } of ofPair)
        numbers[place] = this.#targets.placeVariant(read, found);
    }
    return { vm, vnic, source, numbers };
  }

  /** Forgets what stood with hosts that are other ones now. */
  forgetSources(): void {
    this.#ofSources.clear();
  }

  /** Many VMs have one source. */
  #putSource(numbers: Int32Array, source: Host | null, { vm, pair }: Readers): void {
    const facts = vm.get('source') ?? NO_READER;
    const variants = pair.get('move') ?? NO_READER;
    let kept = this.#ofSources.get(source);
    if (kept === undefined) {
      kept = new Int32Array(facts.length + variants.length);
      for (const [nth, { field, values }] of facts.entries()) {
        const ofHost: Facts | undefined = source?.facts;
        kept[nth] = values.numberOf(ofHost?.[field]);
      }
      for (const [nth, { read }] of variants.entries()) {
        kept[facts.length + nth] = this.#targets.moveVariant(read, source);
      }
      this.#ofSources.set(source, kept);
    }
    for (let nth = 0; nth < facts.length; nth += 1) {
      numbers[(facts[nth] as ReaderField).place] = kept[nth] as number;
    }
    for (let nth = 0; nth < variants.length; nth += 1) {
      numbers[(variants[nth] as ReaderField).place] = kept[facts.length + nth] as number;
    }
  }

  /** Numbers of the facts that are other ones where the vNIC is, by place in `readsHere`. */
  numbersHere(place: Place, { vm, numbers }: Subject, vnic: Vnic): Int32Array {
    if (this.#readersHere === null) {
      this.#readersHere = bySubject(this.readsHere, this.#targets, () => true);
      this.#numbersHere = new Int32Array(this.readsHere.list.length);
    }
    const here = this.#numbersHere;
    read(here, this.#readersHere.get('place'), placeFacts(place, vm, vnic, place));
    const pool: Facts = poolFactsAt(place, vm, true, this.#judge());
    for (const { place: at, read, field, values } of this.#readersHere.get('pool') ?? NO_READER) {
      const fact = pool[field];
      // What it wants is the same here as anywhere.
      here[at] =
        fact === undefined ? (numbers[this.reads.placeOf(read)] as number) : values.numberOf(fact);
    }
    return here;
  }
}

const NO_READER: Reader = [];

function readersOf(reads: ReadPlaces, targets: Targets): Readers {
  return {
    vm: bySubject(reads, targets, ({ side }) => side === 'vm'),
    pair: bySubject(reads, targets, ({ side }) => side === 'pair'),
  };
}

function bySubject(
  { list }: ReadPlaces,
  targets: Targets,
  isWanted: (read: Read) => boolean,
): ReadonlyMap<string, Reader> {
  const readers = new Map<string, ReaderField[]>();
  for (const [place, read] of list.entries()) {
    if (!isWanted(read)) continue;
    const field = { place, read, field: read.field, values: targets.values.of(read.path) };
    const others = readers.get(read.subject);
    if (others === undefined) readers.set(read.subject, [field]);
    else others.push(field);
  }
  return readers;
}

function read(numbers: Int32Array, reader: Reader | undefined, facts: Facts): void {
  if (reader === undefined) return;
  for (let nth = 0; nth < reader.length; nth += 1) {
    const { place, field, values } = reader[nth] as ReaderField;
    numbers[place] = values.numberOf(facts[field]);
  }
}
