import { longer } from './packets';

/** When the packets leave that a server has decided about, earliest first, and how long they are. */
export class Departures {
  /** Of all that have not left yet. */
  bytes = 0;
  #times = new Float64Array(16);
  #bytes = new Float64Array(16);
  #head = 0;
  #tail = 0;
  readonly #last = Float64Array.of(Number.NEGATIVE_INFINITY);

  get count(): number {
    return this.#tail - this.#head;
  }

  /** The latest departure that was ever added. */
  get lastPs(): number {
    return this.#last[0] as number;
  }

  /** The departure that so many others come before. */
  at(before: number): number {
    return this.#times[this.#head + before] as number;
  }

  /** Those up to and including `timePs` have left. */
  leaveUntil(timePs: number): void {
    let head = this.#head;
    while (head < this.#tail && (this.#times[head] as number) <= timePs) {
      this.bytes -= this.#bytes[head] as number;
      head += 1;
    }
    this.#head = head;
    if (head < this.#tail) return;
    this.#head = 0;
    this.#tail = 0;
  }

  add(timePs: number, bytes: number): void {
    if (this.#tail === this.#times.length) this.#makeRoom();
    let at = this.#tail;
    this.#tail += 1;
    while (at > this.#head && (this.#times[at - 1] as number) > timePs) {
      this.#times[at] = this.#times[at - 1] as number;
      this.#bytes[at] = this.#bytes[at - 1] as number;
      at -= 1;
    }
    this.#times[at] = timePs;
    this.#bytes[at] = bytes;
    this.bytes += bytes;
    if (timePs > (this.#last[0] as number)) this.#last[0] = timePs;
  }

  #makeRoom(): void {
    const { length } = this.#times;
    if (this.#head * 2 > length) {
      this.#times.copyWithin(0, this.#head, this.#tail);
      this.#bytes.copyWithin(0, this.#head, this.#tail);
      this.#tail -= this.#head;
      this.#head = 0;
      return;
    }
    this.#times = longer(this.#times, new Float64Array(2 * length));
    this.#bytes = longer(this.#bytes, new Float64Array(2 * length));
  }
}
