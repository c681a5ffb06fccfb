import type { Distribution } from '../draws/distribution';
import { type Drawer, drawerOf } from '../draws/drawer';
import { streamOf } from '../draws/xoshiro';

/** Draws from a distribution; what never changes costs no draw. */
export class Draw {
  readonly #drawer: Drawer | null;
  readonly #constant: number;

  /** @param distribution  nothing means always 0 */
  constructor(distribution: Distribution | null, seed: number, ...labels: number[]) {
    const drawer = distribution && drawerOf(distribution, streamOf(seed, ...labels));
    const isConstant = distribution === null || distribution.kind === 'constant';
    this.#drawer = isConstant ? null : drawer;
    this.#constant = isConstant ? (drawer?.next() ?? 0) : 0;
  }

  next(): number {
    return this.#drawer === null ? this.#constant : this.#drawer.next();
  }

  /** What every draw gives, if that is always the same. */
  get constant(): number | null {
    return this.#drawer === null ? this.#constant : null;
  }
}
