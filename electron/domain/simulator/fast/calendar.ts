/**
 * When each of a few dozen parties acts next, and who is the first: a winner tree. At one time,
 * those with the lower number go first; numbers are given in the order that `network.ts` gives.
 */
export class Calendar {
  readonly times: Float64Array;
  /** By node of the tree, root 1: the party that is first below it. */
  readonly #first: Int32Array;
  readonly #leaves: number;

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
    let winner = party;
    let winnerPs = timePs;
    for (let node = this.#leaves + party; node > 1; ) {
      const other = first[node ^ 1] as number;
      const otherPs = times[other] as number;
      if (otherPs < winnerPs || (otherPs === winnerPs && other < winner)) {
        winner = other;
        winnerPs = otherPs;
      }
      node >>= 1;
      // Another one was first here and still is: above, nothing changes.
      if (winner !== party && winner === first[node]) return;
      first[node] = winner;
    }
  }
}
