/** Where the facts stand, on the side of the targets, that a rule finds at some places. */
import type { FactColumn } from './fact-column';

/** Shared by all rows of a rule that find the same there. */
export class RowColumns {
  /** By read; `null` for what stands with the VM. */
  readonly list: readonly (FactColumn | null)[];
  readonly #numbers: Int32Array;
  #host = -1;
  #numbersOf = -1;
  #lookedAt = -1;
  #isOther = false;

  constructor(list: readonly (FactColumn | null)[]) {
    this.list = list;
    this.#numbers = new Int32Array(list.length);
  }

  /** Whether some fact is another one since the hosts changed for the so-manieth time. */
  isOther(change: number): boolean {
    if (this.#lookedAt !== change) {
      this.#lookedAt = change;
      this.#isOther = this.list.some((column) => column?.changedAt === change);
    }
    return this.#isOther;
  }

  /** By read, the numbers of the facts at a host; those of the VM's side are of no meaning. */
  numbersAt(host: number, change: number): Int32Array {
    if (this.#host !== host || this.#numbersOf !== change) {
      this.#host = host;
      this.#numbersOf = change;
      for (const [read, column] of this.list.entries()) {
        if (column !== null) this.#numbers[read] = column.numbers[host] as number;
      }
    }
    return this.#numbers;
  }
}
