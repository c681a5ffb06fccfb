/**
 * When each of a few dozen parties acts next, and who is the first: a winner tree. At one time,
 * those with the lower number go first; numbers are given in the order that `network.ts` gives.
 */
export class Calendar {
  readonly times: Float64Array;
  /** By node of the tree, root 1: the party that is first below it. */
  readonly #first: Int32Array;
  readonly #leaves: number;
  readonly #until = new Float64Array(1);

  constructor(parties: number) {
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(2, parties)));
    this.times = new Float64Array(this.#leaves).fill(Number.POSITIVE_INFINITY);
    this.#first = new Int32Array(2 * this.#leaves);
    for (let leaf = 0; leaf < this.#leaves; leaf++) this.#first[this.#leaves + leaf] = leaf;
    for (let node = this.#leaves - 1; node > 0; node--) {
      this.#first[node] = this.#first[2 * node] as number;
    }
  }

  get first(): number {
    return this.#first[1] as number;
  }

  set(party: number, timePs: number): void {
    const { times } = this;
    const first = this.#first;
    times[party] = timePs;
    if (timePs < (this.#until[0] as number)) this.#until[0] = timePs;
    let node = (this.#leaves + party) >> 1;
    while (node > 0) {
      const left = first[2 * node] as number;
      const right = first[2 * node + 1] as number;
      const winner = (times[right] as number) < (times[left] as number) ? right : left;
      if (winner !== party && winner === first[node]) return;
      first[node] = winner;
      node >>= 1;
    }
  }

  /**
   * The first party, `party`, begins a run of its own: `untilPs` is now the time at which the next
   * of the others acts, and every `set` to an earlier time lowers it.
   */
  beginRun(party: number): void {
    const { times } = this;
    const first = this.#first;
    let until = Number.POSITIVE_INFINITY;
    for (let node = this.#leaves + party; node > 1; node >>= 1) {
      const other = times[first[node ^ 1] as number] as number;
      if (other < until) until = other;
    }
    this.#until[0] = until;
  }

  get untilPs(): number {
    return this.#until[0] as number;
  }
}
