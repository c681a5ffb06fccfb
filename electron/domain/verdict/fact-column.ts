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
  readonly #classes = new Map<number, ValueClass>();
  #list: readonly ValueClass[] | null = null;

  constructor(hosts: number, numberAt: (host: number) => number) {
    this.numbers = new Int32Array(hosts);
    for (let host = 0; host < hosts; host += 1) {
      const number = numberAt(host);
      this.numbers[host] = number;
      if (number !== NOBODY) setBit(this.#class(number).hosts, host);
    }
  }

  get classes(): readonly ValueClass[] {
    this.#list ??= [...this.#classes.values()];
    return this.#list;
  }

  get isVaried(): boolean {
    return MANY_VALUES < this.#classes.size;
  }

  /** @returns whether the value is another one than before */
  set(host: number, number: number): boolean {
    const before = this.numbers[host] as number;
    if (before === number) return false;
    if (before !== NOBODY) clearBit(this.#class(before).hosts, host);
    if (number !== NOBODY) setBit(this.#class(number).hosts, host);
    this.numbers[host] = number;
    return true;
  }

  #class(number: number): ValueClass {
    let found = this.#classes.get(number);
    if (found === undefined) {
      found = { number, hosts: noBits(this.numbers.length) };
      this.#classes.set(number, found);
      this.#list = null;
    }
    return found;
  }
}

export const NOBODY = -1;
