/**
 * How one value of each distribution is made from 32-bit draws. Additions, multiplications and
 * tables only: every platform comes to the same bits.
 */
import type { MixturePart, QuantilePoint } from './distribution';
import { EXPONENTIAL_QUANTILES } from './exponential-quantiles';
import type { Stream } from './xoshiro';

export abstract class Sampler {
  /** One value, 0 or more, not yet rounded; takes as many words from the stream as it needs. */
  abstract sample(stream: Stream): number;

  /**
   * Fills an array with values, rounded half up. The kinds that packets ask for most say the same
   * once more for themselves: a loop that meets only one kind of sampler is three times as fast.
   */
  fill(stream: Stream, into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = Math.floor(this.sample(stream) + 0.5);
  }
}

export class ConstantSampler extends Sampler {
  readonly #value: number;

  constructor(value: number) {
    super();
    this.#value = value;
  }

  sample(): number {
    return this.#value;
  }

  override fill(_: Stream, into: Float64Array): void {
    into.fill(Math.floor(this.#value + 0.5));
  }
}

const TABLE = Float64Array.from(EXPONENTIAL_QUANTILES);
/** ln 16 as the table has it: its last entry, −ln(1 − 960/1024). */
const LN_16 = TABLE[960] as number;

/**
 * An exponential time with mean 2^40.
 *
 * Fifteen of sixteen draws fall on the table, the exponential cut off at ln 16, where straight lines
 * join the exact quantiles. The others wait ln 16 and, the law having no memory, begin anew: so the
 * tail is as exact as the beginning. The lines run above the curve by at most 3.1e-5 of the mean and
 * 4.9e-4 of the value, and raise the mean by 1.3e-6.
 */
function exponential(stream: Stream): number {
  let waited = 0;
  let bits = stream.next();
  while (bits >= 0xf0000000) {
    waited += LN_16;
    bits = stream.next();
  }
  const cell = bits >>> 22;
  const low = TABLE[cell] as number;
  const width = (TABLE[cell + 1] as number) - low;
  return waited + low + width * (((bits & 0x3fffff) + 0.5) * 2 ** -22);
}

export class ExponentialSampler extends Sampler {
  readonly #scale: number;

  constructor(mean: number) {
    super();
    this.#scale = mean * 2 ** -40;
  }

  sample(stream: Stream): number {
    return exponential(stream) * this.#scale;
  }

  override fill(stream: Stream, into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = Math.floor(this.sample(stream) + 0.5);
  }
}

/** The sum of `phases` exponential times. */
export class ErlangSampler extends Sampler {
  readonly #phases: number;
  readonly #scale: number;

  constructor(phases: number, mean: number) {
    super();
    this.#phases = phases;
    this.#scale = (mean / phases) * 2 ** -40;
  }

  sample(stream: Stream): number {
    let sum = exponential(stream);
    for (let phase = 1; phase < this.#phases; phase++) sum += exponential(stream);
    return sum * this.#scale;
  }
}

/** Whole numbers; where there are more than 2^32 of them, 2^32 of these, evenly spread. */
export class UniformSampler extends Sampler {
  readonly #low: number;
  readonly #scale: number;

  constructor(low: number, high: number) {
    super();
    this.#low = low;
    this.#scale = (high - low + 1) * 2 ** -32;
  }

  sample(stream: Stream): number {
    return this.#low + Math.floor(stream.next() * this.#scale);
  }

  override fill(stream: Stream, into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = Math.floor(this.sample(stream) + 0.5);
  }
}

/**
 * A geometric number by the binary digits of what it exceeds 1 by: these are independent of one
 * another, and digit i is 1 with probability q^(2^i) / (1 + q^(2^i)), q being the chance of failure.
 */
export class GeometricSampler extends Sampler {
  /** By digit: below which draw it is 1. The first digit that is never 1 ends the list. */
  readonly #thresholds: readonly number[];

  constructor(mean: number) {
    super();
    const thresholds: number[] = [];
    for (let power = 1 - 1 / mean; thresholds.length < 50; power *= power) {
      const threshold = Math.floor((power / (1 + power)) * 2 ** 32 + 0.5);
      if (threshold === 0) break;
      thresholds.push(threshold);
    }
    this.#thresholds = thresholds;
  }

  sample(stream: Stream): number {
    let value = 1;
    let worth = 1;
    for (const threshold of this.#thresholds) {
      if (stream.next() < threshold) value += worth;
      worth *= 2;
    }
    return value;
  }
}

/**
 * Straight lines between quantiles. A draw is looked up in 256 equal parts of the unit interval
 * first, and then step by step.
 */
export class QuantileSampler extends Sampler {
  /** By point: draw and value; the draw as a number below 2^32. */
  readonly #draws: Float64Array;
  readonly #values: Float64Array;
  /** By segment: rise per draw. */
  readonly #slopes: Float64Array;
  readonly #guide: Uint32Array;

  constructor(points: readonly QuantilePoint[]) {
    super();
    this.#draws = Float64Array.from(points, ([probability]) => probability * 2 ** 32);
    this.#values = Float64Array.from(points, ([, value]) => value);
    this.#slopes = Float64Array.from(points.slice(1), ([probability, value], at) => {
      const [before, low] = points[at] as QuantilePoint;
      return probability === before ? 0 : (value - low) / ((probability - before) * 2 ** 32);
    });
    this.#guide = Uint32Array.from({ length: 256 }, (_, part) =>
      this.#segmentOf(0, part * 2 ** 24),
    );
  }

  sample(stream: Stream): number {
    const bits = stream.next();
    const at = this.#segmentOf(this.#guide[bits >>> 24] as number, bits + 0.5);
    return (
      (this.#values[at] as number) +
      (bits + 0.5 - (this.#draws[at] as number)) * (this.#slopes[at] as number)
    );
  }

  override fill(stream: Stream, into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = Math.floor(this.sample(stream) + 0.5);
  }

  /** The segment, from `start` on, in which a draw below 2^32 lies. */
  #segmentOf(start: number, draw: number): number {
    let at = start;
    while ((this.#draws[at + 1] as number) <= draw) at++;
    return at;
  }
}

/**
 * One of several, by weight, with one draw however many there are: an alias table gives every
 * part an equal column, of which it fills what it is due and lends the rest to one other.
 *
 * @see Walker, An Efficient Method for Generating Discrete Random Variables, ACM TOMS 3(3), 1977
 */
class Chooser {
  /** Columns up to here belong to their own part, in draws: column + share of it. */
  readonly #own: Float64Array;
  readonly #other: Uint32Array;
  readonly #scale: number;

  constructor(weights: readonly number[]) {
    const count = weights.length;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const left = weights.map((weight) => (weight / total) * count);
    this.#own = Float64Array.from({ length: count }, (_, at) => at + 1);
    this.#other = Uint32Array.from({ length: count }, (_, at) => at);
    this.#scale = count * 2 ** -32;
    const small = left.flatMap((share, at) => (share < 1 ? [at] : []));
    const large = left.flatMap((share, at) => (share < 1 ? [] : [at]));
    // What rounding leaves over at the end counts as full.
    for (let poor = small.pop(), rich = large.at(-1); poor !== undefined; poor = small.pop()) {
      if (rich === undefined) break;
      const share = left[poor] as number;
      this.#own[poor] = poor + share;
      this.#other[poor] = rich;
      const rest = (left[rich] as number) - (1 - share);
      left[rich] = rest;
      if (rest < 1) {
        large.pop();
        small.push(rich);
        rich = large.at(-1);
      }
    }
  }

  choose(stream: Stream): number {
    const place = (stream.next() + 0.5) * this.#scale;
    const column = Math.floor(place);
    return place < (this.#own[column] as number) ? column : (this.#other[column] as number);
  }
}

/** A mixture of constants: sizes of packets, two-point times. */
export class DiscreteSampler extends Sampler {
  readonly #chooser: Chooser;
  readonly #values: Float64Array;

  constructor(weights: readonly number[], values: readonly number[]) {
    super();
    this.#chooser = new Chooser(weights);
    this.#values = Float64Array.from(values);
  }

  sample(stream: Stream): number {
    return this.#values[this.#chooser.choose(stream)] as number;
  }

  override fill(stream: Stream, into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = Math.floor(this.sample(stream) + 0.5);
  }
}

export class MixtureSampler extends Sampler {
  readonly #chooser: Chooser;
  readonly #parts: readonly Sampler[];

  constructor(parts: readonly MixturePart[], samplers: readonly Sampler[]) {
    super();
    this.#chooser = new Chooser(parts.map(({ weight }) => weight));
    this.#parts = samplers;
  }

  sample(stream: Stream): number {
    return (this.#parts[this.#chooser.choose(stream)] as Sampler).sample(stream);
  }
}

export class SumSampler extends Sampler {
  readonly #parts: readonly Sampler[];

  constructor(parts: readonly Sampler[]) {
    super();
    this.#parts = parts;
  }

  sample(stream: Stream): number {
    let sum = 0;
    for (const part of this.#parts) sum += part.sample(stream);
    return sum;
  }
}
