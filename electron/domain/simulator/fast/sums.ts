const CARRY = 2 ** 50;

/** Exact sums of whole numbers below 2^50, side by side; see `measure/exact-sum.ts`. */
export class Sums {
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  constructor(count: number) {
    this.#low = new Float64Array(count);
    this.#high = new Float64Array(count);
  }

  add(sum: number, value: number): void {
    const low = (this.#low[sum] as number) + value;
    if (low < CARRY) {
      this.#low[sum] = low;
      return;
    }
    this.#low[sum] = low - CARRY;
    this.#high[sum] = (this.#high[sum] as number) + 1;
  }

  /** Rounded once. */
  valueOf(sum: number): number {
    return (this.#high[sum] as number) * CARRY + (this.#low[sum] as number);
  }
}
