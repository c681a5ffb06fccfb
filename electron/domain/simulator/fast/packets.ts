/** The packets that are under way, one column per property; ids are given again. */
export class Packets {
  flow = new Int32Array(0);
  /** Of the flow's packets, from 0. */
  number = new Float64Array(0);
  bytes = new Float64Array(0);
  /** Where it stands or goes next, a step of the plan. */
  step = new Int32Array(0);
  startedPs = new Float64Array(0);
  /** When the packet started whose end started this one; its own start when none did. */
  causedPs = new Float64Array(0);
  #free = new Int32Array(0);
  #freeCount = 0;

  /** An id that nobody has; the caller fills in its columns. */
  take(): number {
    if (this.#freeCount === 0) this.#grow();
    this.#freeCount -= 1;
    return this.#free[this.#freeCount] as number;
  }

  give(id: number): void {
    this.#free[this.#freeCount] = id;
    this.#freeCount += 1;
  }

  /** How many ids are taken. */
  get count(): number {
    return this.#free.length - this.#freeCount;
  }

  /** Whether one goes before another that arrives at the same time. */
  isBefore(a: number, b: number): boolean {
    const difference = (this.flow[a] as number) - (this.flow[b] as number);
    return difference === 0
      ? (this.number[a] as number) < (this.number[b] as number)
      : difference < 0;
  }

  #grow(): void {
    const before = this.flow.length;
    const after = Math.max(1024, 2 * before);
    this.flow = longer(this.flow, new Int32Array(after));
    this.number = longer(this.number, new Float64Array(after));
    this.bytes = longer(this.bytes, new Float64Array(after));
    this.step = longer(this.step, new Int32Array(after));
    this.startedPs = longer(this.startedPs, new Float64Array(after));
    this.causedPs = longer(this.causedPs, new Float64Array(after));
    this.#free = new Int32Array(after);
    this.#freeCount = after - before;
    // Low ids come first, so that few packets stay close together.
    for (let at = 0; at < this.#freeCount; at++) this.#free[at] = after - 1 - at;
  }
}

/** `to`, a longer array, with the contents of `from` at its beginning. */
export function longer<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
