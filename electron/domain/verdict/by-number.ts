/** Looks things up by small whole numbers: most by place in an array, rare high ones in a map. */
export class ByNumber<T> {
  readonly #low: (T | undefined)[] = [];
  #high: Map<number, T> | null = null;

  get(number: number): T | undefined {
    return number < LOW ? this.#low[number] : this.#high?.get(number);
  }

  set(number: number, value: T): void {
    if (number < LOW) this.#low[number] = value;
    else {
      this.#high ??= new Map();
      this.#high.set(number, value);
    }
  }
}

/** An array this long is no waste even with one entry. */
const LOW = 16;
