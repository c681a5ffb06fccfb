/**
 * Latencies in buckets that widen with the value: 64 to an octave, so that the middle of a bucket is
 * at most 0.8 % away from everything in it. Below 64 ps every picosecond has its own. What is
 * longer than 140 s shares the last bucket; least, greatest and mean are exact in any case.
 *
 * Adding up is exact, so that order never shows: two engines that deliver the same packets in
 * another order have equal histograms, and the histograms of parts merge into that of the whole.
 */

const SUB_BITS = 6;
const SUB_BUCKETS = 2 ** SUB_BITS;
const GREATEST = 2 ** 47 - 1;

/**
 * The bucket of a latency. For an engine that keeps the counts itself.
 * @param picoseconds  a whole number, 0 or more
 */
export function bucketOf(picoseconds: number): number {
  if (picoseconds < 2 ** 32) {
    if (picoseconds < SUB_BUCKETS) return picoseconds;
    const octave = 31 - SUB_BITS - Math.clz32(picoseconds);
    return octave * SUB_BUCKETS + (picoseconds >>> octave);
  }
  if (picoseconds > GREATEST) return BUCKETS - 1;
  const scaled = Math.floor(picoseconds * 2 ** -16);
  const octave = 31 - SUB_BITS - Math.clz32(scaled);
  return (octave + 16) * SUB_BUCKETS + (scaled >>> octave);
}

/** Number of buckets. */
const BUCKETS = (47 - SUB_BITS) * SUB_BUCKETS + SUB_BUCKETS;

/** Where, behind the counts, the figures over all values stand. */
const COUNT = BUCKETS;
const SUM_LOW = BUCKETS + 1;
const SUM_HIGH = BUCKETS + 2;
const LEAST = BUCKETS + 3;
const MOST = BUCKETS + 4;

/** How many numbers a histogram consists of. */
export const HISTOGRAM_WORDS = BUCKETS + 5;

/** The sum of all values is kept as high · 2^50 + low, with low below 2^50. */
const CARRY = 2 ** 50;

export interface Bucket {
  /** Both included. */
  readonly fromPicoseconds: number;
  readonly toPicoseconds: number;
  readonly count: number;
}

export class Histogram {
  readonly #words: Float64Array;

  /** @param words  a histogram's numbers to go on with, or as many zeros; they stay the caller's */
  constructor(words: Float64Array = new Float64Array(HISTOGRAM_WORDS)) {
    if (words.length !== HISTOGRAM_WORDS) {
      throw new RangeError(`not a histogram of ${HISTOGRAM_WORDS} numbers: ${words.length}`);
    }
    this.#words = words;
  }

  /**
   * Counts one latency.
   * @param picoseconds  a whole number from 0 to 2^50
   */
  record(picoseconds: number): void {
    const words = this.#words;
    const bucket = bucketOf(picoseconds);
    words[bucket] = (words[bucket] as number) + 1;
    const sum = (words[SUM_LOW] as number) + picoseconds;
    if (sum < CARRY) {
      words[SUM_LOW] = sum;
    } else {
      words[SUM_LOW] = sum - CARRY;
      words[SUM_HIGH] = (words[SUM_HIGH] as number) + 1;
    }
    const count = words[COUNT] as number;
    if (picoseconds > (words[MOST] as number)) words[MOST] = picoseconds;
    if (picoseconds < (words[LEAST] as number) || count === 0) words[LEAST] = picoseconds;
    words[COUNT] = count + 1;
  }

  get count(): number {
    return this.#words[COUNT] as number;
  }

  /** Shortest of all, exactly; null when there is none. */
  get minPicoseconds(): number | null {
    return this.count === 0 ? null : (this.#words[LEAST] as number);
  }

  /** Longest of all, exactly; null when there is none. */
  get maxPicoseconds(): number | null {
    return this.count === 0 ? null : (this.#words[MOST] as number);
  }

  /** Mean of the exact values; null when there is none. */
  get meanPicoseconds(): number | null {
    const { count } = this;
    if (count === 0) return null;
    return (
      (this.#words[SUM_HIGH] as number) * (CARRY / count) + (this.#words[SUM_LOW] as number) / count
    );
  }

  /** Standard deviation, of the buckets' middles from the exact mean; null when there is none. */
  get deviationPicoseconds(): number | null {
    const mean = this.meanPicoseconds;
    if (mean === null) return null;
    let squares = 0;
    for (let at = 0; at < BUCKETS; at++) {
      const count = this.#words[at] as number;
      if (count > 0) squares += count * (this.#middleOf(at) - mean) ** 2;
    }
    return Math.sqrt(squares / this.count);
  }

  /**
   * The value that a share of all do not exceed: the middle of the bucket in which the value of
   * rank ⌈p · count⌉ lies, but not beyond the shortest and the longest. Null when there is none.
   * @param p  the share, from 0 (the shortest) to 1 (the longest)
   * @throws RangeError  when it is not in between
   */
  quantile(p: number): number | null {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`not a share: ${p}`);
    const { count } = this;
    if (count === 0) return null;
    // 0.07 · 100 is a little over 7, and yet the 7th is meant.
    const rank = Math.ceil(p * count * (1 - 2 ** -50));
    if (rank <= 1) return this.minPicoseconds;
    if (rank >= count) return this.maxPicoseconds;
    let passed = 0;
    for (let at = 0; at < BUCKETS; at++) {
      passed += this.#words[at] as number;
      if (passed >= rank) return this.#middleOf(at);
    }
    throw new Error('the buckets hold less than was counted');
  }

  /** Counts all that another has counted. */
  merge(other: Histogram): void {
    if (other.count === 0) return;
    const words = this.#words;
    const added = other.#words;
    const least =
      this.count === 0 ? added[LEAST] : Math.min(words[LEAST] as number, added[LEAST] as number);
    const most = Math.max(words[MOST] as number, added[MOST] as number);
    const carries = (words[SUM_LOW] as number) + (added[SUM_LOW] as number) >= CARRY ? 1 : 0;
    for (let at = 0; at < HISTOGRAM_WORDS; at++) {
      words[at] = (words[at] as number) + (added[at] as number);
    }
    words[SUM_LOW] = (words[SUM_LOW] as number) - carries * CARRY;
    words[SUM_HIGH] = (words[SUM_HIGH] as number) + carries;
    words[LEAST] = least as number;
    words[MOST] = most;
  }

  /** Whether both have counted the same: all buckets, the sum, the shortest and the longest. */
  equals(other: Histogram): boolean {
    return this.#words.every((word, at) => word === other.#words[at]);
  }

  /** The buckets in which there is something, shortest first. */
  buckets(): readonly Bucket[] {
    const buckets: Bucket[] = [];
    for (let at = 0; at < BUCKETS; at++) {
      const count = this.#words[at] as number;
      if (count > 0) {
        buckets.push({ fromPicoseconds: startOf(at), toPicoseconds: startOf(at + 1) - 1, count });
      }
    }
    return buckets;
  }

  #middleOf(bucket: number): number {
    const middle = (startOf(bucket) + startOf(bucket + 1) - 1) / 2;
    return Math.min(Math.max(middle, this.#words[LEAST] as number), this.#words[MOST] as number);
  }
}

/** The least value of a bucket, in picoseconds. */
function startOf(bucket: number): number {
  if (bucket < 2 * SUB_BUCKETS) return bucket;
  const octave = Math.floor(bucket / SUB_BUCKETS) - 1;
  return (bucket - octave * SUB_BUCKETS) * 2 ** octave;
}
