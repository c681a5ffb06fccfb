/**
 * What causes come to in numbers, over the moves of many VMs. VMs come one after the other, so that
 * counting each once needs no memory of them. A thing on every host has a stretch of numbers in one
 * array; only the first names are kept.
 */
import {
  type AfterFix,
  CAUSE_EFFECTS,
  type CauseCount,
  type CauseEffect,
} from '../../../shared/model/cause';
import type { PlacedRecord } from '../../../shared/model/report';
import { DATAPATHS, OUTCOMES, type Outcome } from '../../../shared/model/verdict';
import { type Bits, countOf, lowestOf } from '../verdict/bits';
import type { After } from './after-fix';
import { isEmpty } from './host-sets';

const EFFECTS = CAUSE_EFFECTS.length;
/** Where each number stands in a stretch. */
const AT = {
  vms: 0,
  moves: EFFECTS,
  alone: 2 * EFFECTS,
  after: 3 * EFFECTS,
  fallsTo: 3 * EFFECTS + OUTCOMES.length,
  vmsAfter: 3 * EFFECTS + OUTCOMES.length + DATAPATHS.length,
  vmCount: 3 * EFFECTS + 2 * OUTCOMES.length + DATAPATHS.length,
} as const;
const STRIDE = AT.vmCount + 1;

/** The worst first: what a VM is counted as when its moves differ. */
const WORST_FIRST: readonly Outcome[] = ['blocked', 'falls-back', 'undecided', 'keeps', 'improves'];
const BLOCKED = OUTCOMES.indexOf('blocked');
const RANK = OUTCOMES.map((outcome) => WORST_FIRST.indexOf(outcome));

/** By effect: hosts where a cause has it, and of those where nothing else has. */
export interface EffectHosts {
  readonly moves: readonly Bits[];
  readonly alone: readonly Bits[];
}

/** Numbers of as many things as there are places. */
export class Counts {
  readonly #numbers: Int32Array;
  readonly #names: Int32Array;
  readonly #nameLimit: number;
  readonly #symptoms: Uint8Array;
  /** Of the VM under way: by place the worst outcome after the fix; only for single things. */
  #worst = -1;

  constructor(places: number, nameLimit: number) {
    this.#numbers = new Int32Array(places * STRIDE);
    this.#names = new Int32Array(places * nameLimit);
    this.#nameLimit = nameLimit;
    this.#symptoms = new Uint8Array(places);
  }

  /** A VM's moves to each host, whose place is its own: each host is another thing. */
  addByHost(vm: number, told: Bits, { moves, alone }: EffectHosts): void {
    const numbers = this.#numbers;
    for (let effect = 0; effect < EFFECTS; effect += 1) {
      addOnes(numbers, moves[effect] as Bits, AT.vms + effect, AT.moves + effect);
      addOnes(numbers, alone[effect] as Bits, AT.alone + effect, -1);
    }
    for (let word = 0; word < told.length; word += 1) {
      for (let left = told[word] as number; left !== 0; left &= left - 1) {
        this.#addVm(word * 32 + lowestOf(left), vm);
      }
    }
  }

  /** A VM's moves, all for the same thing. */
  addAll(vm: number, { moves, alone }: EffectHosts): void {
    for (let effect = 0; effect < EFFECTS; effect += 1) {
      const some = moves[effect] as Bits;
      if (isEmpty(some)) continue;
      this.#add(AT.vms + effect, 1);
      this.#add(AT.moves + effect, sizeOf(some));
      this.#add(AT.alone + effect, sizeOf(alone[effect] as Bits));
    }
    this.#addVm(0, vm);
  }

  /** What one move would come to without the thing at that place. */
  addAfter(place: number, { outcome, path }: After): void {
    const numbers = this.#numbers;
    const first = place * STRIDE;
    const code = OUTCOMES.indexOf(outcome);
    numbers[first + AT.after + code] = (numbers[first + AT.after + code] as number) + 1;
    if (outcome === 'falls-back' && 0 <= path) {
      numbers[first + AT.fallsTo + path] = (numbers[first + AT.fallsTo + path] as number) + 1;
    }
  }

  /** As `addAfter`, for the only move of the VM that the thing concerns. */
  addAfterByHost(host: number, after: After): void {
    this.addAfter(host, after);
    const at = host * STRIDE + AT.vmsAfter + OUTCOMES.indexOf(after.outcome);
    this.#numbers[at] = (this.#numbers[at] as number) + 1;
  }

  /** As `addAfter`, for one of several moves of the VM; `endVm` counts the VM. */
  addAfterOfAll(after: After): void {
    this.addAfter(0, after);
    const code = OUTCOMES.indexOf(after.outcome);
    if (this.#worst < 0 || (RANK[code] as number) < (RANK[this.#worst] as number)) {
      this.#worst = code;
    }
  }

  /** The moves to these hosts stay blocked; as `addAfterByHost`. */
  addBlockedByHost(hosts: Bits): void {
    addOnes(this.#numbers, hosts, AT.after + BLOCKED, AT.vmsAfter + BLOCKED);
  }

  /** The moves to these hosts stay blocked; as `addAfterOfAll`. */
  addBlockedOfAll(hosts: Bits): void {
    const size = sizeOf(hosts);
    if (size === 0) return;
    this.#add(AT.after + BLOCKED, size);
    this.#worst = BLOCKED;
  }

  endVm(): void {
    if (0 <= this.#worst) this.#add(AT.vmsAfter + this.#worst, 1);
    this.#worst = -1;
  }

  /**
   * @param symptom  its place among the rules that can be one
   * @param hosts    where it is told; `null` for a single thing
   */
  addSymptom(symptom: number, hosts: Bits | null): void {
    const symptoms = this.#symptoms;
    if (hosts === null) {
      symptoms[0] = (symptoms[0] as number) | (1 << symptom);
      return;
    }
    for (let word = 0; word < hosts.length; word += 1) {
      for (let left = hosts[word] as number; left !== 0; left &= left - 1) {
        const place = word * 32 + lowestOf(left);
        symptoms[place] = (symptoms[place] as number) | (1 << symptom);
      }
    }
  }

  /** Adds the numbers of one place to those at hand. */
  addTo(total: Total, place: number): void {
    const first = place * STRIDE;
    for (let at = 0; at < STRIDE; at += 1) {
      total.numbers[at] = (total.numbers[at] as number) + (this.#numbers[first + at] as number);
    }
    total.symptoms |= this.#symptoms[place] as number;
    const count = Math.min(this.vmCountAt(place), this.#nameLimit);
    for (let nth = 0; nth < count; nth += 1) {
      total.vms.push(this.#names[place * this.#nameLimit + nth] as number);
    }
  }

  vmCountAt(place: number): number {
    return this.#numbers[place * STRIDE + AT.vmCount] as number;
  }

  get places(): number {
    return this.#symptoms.length;
  }

  #addVm(place: number, vm: number): void {
    const at = place * STRIDE + AT.vmCount;
    const count = this.#numbers[at] as number;
    if (count < this.#nameLimit) this.#names[place * this.#nameLimit + count] = vm;
    this.#numbers[at] = count + 1;
  }

  #add(at: number, count: number): void {
    this.#numbers[at] = (this.#numbers[at] as number) + count;
  }
}

/** The numbers of one thing, ready to be told. */
export class Total {
  readonly record: PlacedRecord | null;
  readonly numbers = new Int32Array(STRIDE);
  /** Places of the first VMs, in their order. */
  readonly vms: number[] = [];
  symptoms = 0;

  constructor(record: PlacedRecord | null) {
    this.record = record;
  }

  get vmCount(): number {
    return this.numbers[AT.vmCount] as number;
  }

  get counts(): Readonly<Record<CauseEffect, CauseCount>> {
    return Object.fromEntries(
      CAUSE_EFFECTS.map((effect, at) => [
        effect,
        {
          vms: this.numbers[AT.vms + at] as number,
          moves: this.numbers[AT.moves + at] as number,
          aloneMoves: this.numbers[AT.alone + at] as number,
        },
      ]),
    ) as Record<CauseEffect, CauseCount>;
  }

  get after(): AfterFix {
    return {
      moves: this.#named(OUTCOMES, AT.after),
      fallsBackTo: this.#named(DATAPATHS, AT.fallsTo),
      vms: this.#named(OUTCOMES, AT.vmsAfter),
    };
  }

  #named<K extends string>(keys: readonly K[], first: number): Record<K, number> {
    return Object.fromEntries(
      keys.map((key, at) => [key, this.numbers[first + at] as number]),
    ) as Record<K, number>;
  }
}

/** Refused before lowered before left open; the most VMs, then the most moves, first. */
export function worstFirst(a: Total, b: Total): number {
  for (let effect = 0; effect < EFFECTS; effect += 1) {
    const difference =
      (b.numbers[AT.vms + effect] as number) - (a.numbers[AT.vms + effect] as number) ||
      (b.numbers[AT.moves + effect] as number) - (a.numbers[AT.moves + effect] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function sizeOf(hosts: Bits): number {
  let size = 0;
  for (let word = 0; word < hosts.length; word += 1) size += countOf(hosts[word] as number);
  return size;
}

function addOnes(numbers: Int32Array, hosts: Bits, at: number, other: number): void {
  for (let word = 0; word < hosts.length; word += 1) {
    for (let left = hosts[word] as number; left !== 0; left &= left - 1) {
      const first = (word * 32 + lowestOf(left)) * STRIDE;
      numbers[first + at] = (numbers[first + at] as number) + 1;
      if (0 <= other) numbers[first + other] = (numbers[first + other] as number) + 1;
    }
  }
}
