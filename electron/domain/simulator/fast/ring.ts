import { longer, type Packets } from './packets';

const FIRST_LENGTH = 64;

/**
 * Packets on the way to a station, or waiting in it, by time and then by flow and number. It is
 * written nearly in order, so that one that comes too late sinks a few places at most. The packets
 * stand at `head` to `tail`; when there are none, both are 0 again.
 */
export class Ring {
  times = new Float64Array(FIRST_LENGTH);
  ids = new Int32Array(FIRST_LENGTH);
  head = 0;
  tail = 0;
  readonly #packets: Packets;

  constructor(packets: Packets) {
    this.#packets = packets;
  }

  get length(): number {
    return this.tail - this.head;
  }

  /** Time of the first packet; none comes before infinity. */
  get firstPs(): number {
    return this.head === this.tail ? Number.POSITIVE_INFINITY : (this.times[this.head] as number);
  }

  push(timePs: number, id: number): void {
    if (this.tail === this.times.length) this.#makeRoom();
    const at = this.tail;
    this.times[at] = timePs;
    this.ids[at] = id;
    this.tail = at + 1;
    if (at > this.head && timePs <= (this.times[at - 1] as number)) this.#sink(timePs, id);
  }

  /** Adds one at the end, whatever its time is. */
  append(timePs: number, id: number): void {
    if (this.tail === this.times.length) this.#makeRoom();
    const at = this.tail;
    this.times[at] = timePs;
    this.ids[at] = id;
    this.tail = at + 1;
  }

  /** Takes so many packets away from the beginning. */
  drop(count: number): void {
    this.head += count;
    if (this.head < this.tail) return;
    this.head = 0;
    this.tail = 0;
  }

  /** The one that was pushed last goes before those that it has to precede. */
  #sink(timePs: number, id: number): void {
    const { times, ids } = this;
    let at = this.tail - 1;
    while (at > this.head) {
      const before = times[at - 1] as number;
      const beforeId = ids[at - 1] as number;
      if (before < timePs || (before === timePs && this.#packets.isBefore(beforeId, id))) break;
      times[at] = before;
      ids[at] = beforeId;
      at -= 1;
    }
    times[at] = timePs;
    ids[at] = id;
  }

  #makeRoom(): void {
    if (this.head * 2 > this.times.length) {
      this.times.copyWithin(0, this.head, this.tail);
      this.ids.copyWithin(0, this.head, this.tail);
      this.tail -= this.head;
      this.head = 0;
      return;
    }
    this.times = longer(this.times, new Float64Array(2 * this.times.length));
    this.ids = longer(this.ids, new Int32Array(2 * this.ids.length));
  }
}
