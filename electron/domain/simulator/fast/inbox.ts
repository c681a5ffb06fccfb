import type { Packets } from './packets';
import type { Ring } from './ring';

/** All rings that lead to one place, merged by time, flow and number. */
export class Inbox {
  readonly #rings: readonly Ring[];
  readonly #packets: Packets;

  constructor(rings: readonly Ring[], packets: Packets) {
    this.#rings = rings;
    this.#packets = packets;
  }

  /** The only ring, when there is just one. */
  get single(): Ring | null {
    return this.#rings.length === 1 ? (this.#rings[0] as Ring) : null;
  }

  /** The ring whose first packet comes first; null when there are no rings at all. */
  get first(): Ring | null {
    const rings = this.#rings;
    if (rings.length === 0) return null;
    let first = rings[0] as Ring;
    let firstPs = first.firstPs;
    for (let at = 1; at < rings.length; at++) {
      const ring = rings[at] as Ring;
      const { firstPs: timePs } = ring;
      if (timePs > firstPs || ring.length === 0) continue;
      if (timePs < firstPs || this.#isBefore(ring, first)) {
        first = ring;
        firstPs = timePs;
      }
    }
    return first;
  }

  get firstPs(): number {
    const rings = this.#rings;
    let firstPs = Number.POSITIVE_INFINITY;
    for (let at = 0; at < rings.length; at++) {
      const { firstPs: timePs } = rings[at] as Ring;
      if (timePs < firstPs) firstPs = timePs;
    }
    return firstPs;
  }

  get isEmpty(): boolean {
    return this.#rings.every(({ length }) => length === 0);
  }

  #isBefore(a: Ring, b: Ring): boolean {
    return this.#packets.isBefore(a.ids[a.head] as number, b.ids[b.head] as number);
  }
}
