import type { Distribution } from '../draws/distribution';
import { type Drawer, drawerOf } from '../draws/drawer';
import { streamOf } from '../draws/xoshiro';

/** Draws from a distribution; what never changes costs no draw. */
export class Draw {
  /** What every draw gives, if that is always the same. */
  readonly constant: number | null;
  readonly #drawer: Drawer;
  readonly #constant: number;
  #block: Float64Array;
  #at: number;

  /** @param distribution  nothing means always 0 */
  constructor(distribution: Distribution | null, seed: number, ...labels: number[]) {
    this.#drawer = drawerOf(distribution ?? NOTHING, streamOf(seed, ...labels));
    const isConstant = distribution === null || distribution.kind === 'constant';
    this.#constant = isConstant ? this.#drawer.next() : Number.NaN;
    this.constant = isConstant ? this.#constant : null;
    this.#block = new Float64Array(isConstant ? 0 : 1);
    this.#at = this.#block.length;
  }

  next(): number {
    if (this.#at === this.#block.length) {
      if (this.#at === 0) return this.#constant;
      this.#block = this.#drawer.nextBlock();
      this.#at = 0;
    }
    const value = this.#block[this.#at] as number;
    this.#at += 1;
    return value;
  }
}

const NOTHING = { kind: 'constant', value: 0 } as const;
