import { type Distribution, type MixturePart, problemsOf } from './distribution';
import {
  ConstantSampler,
  DiscreteSampler,
  ErlangSampler,
  ExponentialSampler,
  GeometricSampler,
  MixtureSampler,
  QuantileSampler,
  type Sampler,
  SumSampler,
  UniformSampler,
} from './samplers';
import type { Stream } from './xoshiro';

/** Values made in one go. */
const BLOCK = 256;

/**
 * Draws one value after the other, without allocating. It makes values in blocks, ahead of time: the
 * stream is its own, and nobody else may draw from it.
 */
export class Drawer {
  readonly #sampler: Sampler;
  readonly #stream: Stream;
  readonly #block = new Float64Array(BLOCK);
  #at = BLOCK;

  constructor(sampler: Sampler, stream: Stream) {
    this.#sampler = sampler;
    this.#stream = stream;
  }

  /** The next value: a whole number, 0 or more, rounded half up. */
  next(): number {
    if (this.#at === BLOCK) this.#fill();
    return this.#block[this.#at++] as number;
  }

  /**
   * The next values, for one who counts through them on his own, instead of by `next`: rounded as
   * there. The array is good until the next call.
   */
  nextBlock(): Float64Array {
    this.#fill();
    this.#at = BLOCK;
    return this.#block;
  }

  #fill(): void {
    this.#sampler.fill(this.#stream, this.#block);
    this.#at = 0;
  }
}

/**
 * What draws from a distribution. It takes the stream over.
 * @throws RangeError  when the distribution has a problem, see `problemsOf`
 */
export function drawerOf(distribution: Distribution, stream: Stream): Drawer {
  const [problem] = problemsOf(distribution);
  if (problem !== undefined) {
    throw new RangeError(`not a ${problem.path.join('.')}: wants ${problem.expected}`);
  }
  return new Drawer(samplerOf(distribution), stream);
}

function samplerOf(distribution: Distribution): Sampler {
  switch (distribution.kind) {
    case 'constant':
      return new ConstantSampler(distribution.value);
    case 'exponential':
      return new ExponentialSampler(distribution.mean);
    case 'erlang':
      return new ErlangSampler(distribution.shape, distribution.mean);
    case 'uniform':
      return new UniformSampler(distribution.low, distribution.high);
    case 'geometric':
      return new GeometricSampler(distribution.mean);
    case 'quantiles':
      return new QuantileSampler(distribution.points);
    case 'mixture':
      return mixtureSamplerOf(distribution.parts);
    case 'sum':
      return new SumSampler(distribution.of.map(samplerOf));
  }
}

function mixtureSamplerOf(parts: readonly MixturePart[]): Sampler {
  const values = parts.flatMap(({ of }) => (of.kind === 'constant' ? [of.value] : []));
  if (values.length < parts.length) {
    return new MixtureSampler(
      parts,
      parts.map(({ of }) => samplerOf(of)),
    );
  }
  return new DiscreteSampler(
    parts.map(({ weight }) => weight),
    values,
  );
}
