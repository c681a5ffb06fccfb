/** One fact on the side of the targets: the number of its value at each host, and who shares it. */
import { type Bits, clearBit, noBits, setBit } from './bits';

/** From this many values on, going from host to host is quicker than going from value to value. */
const MANY_VALUES = 48;

interface ValueClass {
  readonly number: number;
  readonly hosts: Bits;
}

export class FactColumn {
  /** By host; `NOBODY` where the record does not exist. */
  readonly numbers: Int32Array;
  /** With which change of the hosts it was the last time that a value became another one. */
  changedAt = 0;
  /** Made when first asked for; `null` when there are too many. */
  #classes: Map<number, ValueClass> | null | undefined;
  #list: readonly ValueClass[] | null = null;

  constructor(hosts: number, numberAt: (host: number) => number) {
    this.numbers = new Int32Array(hosts);
    for (let host = 0; host < hosts; host += 1) this.numbers[host] = numberAt(host);
  }

  /** Who shares a value; `null` when nearly every host has one of its own. */
  get classes(): readonly ValueClass[] | null {
    if (this.#classes === undefined) this.#classes = classesOf(this.numbers);
    if (this.#classes === null) return null;
    this.#list ??= [...this.#classes.values()];
    return this.#list;
  }

  /** @param change  the how-manieth of the hosts this is */
  set(host: number, number: number, change: number): void {
    const before = this.numbers[host] as number;
    if (before === number) return;
    this.changedAt = change;
    this.numbers[host] = number;
    const classes = this.#classes;
    if (!classes) return;
    if (before !== NOBODY) clearBit((classes.get(before) as ValueClass).hosts, host);
    if (number !== NOBODY) {
      if (!classes.has(number)) this.#list = null;
      put(classes, number, host, this.numbers.length);
      if (MANY_VALUES < classes.size) this.#classes = null;
    }
  }
}

export const NOBODY = -1;

function classesOf(numbers: Int32Array): Map<number, ValueClass> | null {
  const classes = new Map<number, ValueClass>();
  for (let host = 0; host < numbers.length; host += 1) {
    const number = numbers[host] as number;
    if (number === NOBODY) continue;
    put(classes, number, host, numbers.length);
    if (MANY_VALUES < classes.size) return null;
  }
  return classes;
}

function put(classes: Map<number, ValueClass>, number: number, host: number, hosts: number): void {
  let found = classes.get(number);
  if (found === undefined) {
    found = { number, hosts: noBits(hosts) };
    classes.set(number, found);
  }
  setBit(found.hosts, host);
}
