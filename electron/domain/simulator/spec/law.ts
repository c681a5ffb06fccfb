/**
 * How a specification writes what is drawn: a plain number for a constant, or an object that names
 * the law. Values are in the unit of the key (`…_ns`, `bytes`, packets).
 */
import { z } from 'zod';
import {
  type Distribution,
  GREATEST_SHAPE,
  type MixturePart,
  type QuantilePoint,
} from '../draws/distribution';
import { keysOf, numberIn, taking, wholeIn } from './key';

export type Law =
  | number
  | { readonly exponential: number }
  | { readonly uniform: readonly [number, number] }
  | { readonly erlang: { readonly shape: number; readonly mean: number } }
  | { readonly geometric: number }
  | { readonly mixture: readonly { readonly weight: number; readonly of: Law }[] }
  | { readonly table: readonly (readonly [number, number])[] }
  | { readonly sum: readonly Law[] }
  | keyof typeof SIZE_MIXES;

/** Mixes of packet sizes that have a name: bytes, with their weight. */
export const SIZE_MIXES = {
  /** The simple mix of 7 : 4 : 1, as Ethernet frames with their check sum; 361.8 bytes in the mean. */
  imix: [
    [7, 64],
    [4, 594],
    [1, 1518],
  ],
} as const satisfies Record<string, readonly (readonly [weight: number, bytes: number])[]>;

/** The longest time that may stand in a specification: 100 s. */
export const GREATEST_NANOSECONDS = 1e11;
export const GREATEST_BYTES = 1_000_000;
export const GREATEST_BATCH = 10_000;

/** The most parts that one law may have. */
const GREATEST_PARTS = 10_000;

export const Nanoseconds = numberIn(0, GREATEST_NANOSECONDS, 'ns');

export const TimeLaw = lawOf(
  'TimeLaw',
  Nanoseconds,
  'a time',
  `0 to ${GREATEST_NANOSECONDS.toExponential().replace('+', '')} ns`,
);

export const SizeLaw = lawOf(
  'SizeLaw',
  numberIn(1, GREATEST_BYTES, 'bytes'),
  'a size',
  '1 to 1e6 bytes',
  { mixes: ['imix'] },
);

export const BatchLaw = lawOf(
  'BatchLaw',
  numberIn(1, GREATEST_BATCH, 'packets'),
  'a number',
  '1 to 10000 packets',
  { isCounted: true },
);

function lawOf(
  id: string,
  value: z.ZodNumber,
  what: string,
  range: string,
  {
    mixes = [],
    isCounted = false,
  }: { readonly mixes?: readonly (keyof typeof SIZE_MIXES)[]; readonly isCounted?: boolean } = {},
): z.ZodType<Law> {
  const forms = [
    'exponential',
    'uniform',
    'erlang',
    ...(isCounted ? ['geometric'] : []),
    'mixture',
    'table',
    'sum',
    ...mixes.map((mix) => `"${mix}"`),
  ];
  const takes = `${what} from ${range}, or a law of such (${forms.join(', ')})`;
  const mean = value.describe('Its mean.');
  const law: z.ZodType<Law> = z.lazy(() =>
    z.union(
      [
        value.describe('Always the same.'),
        keysOf({ exponential: mean }, takes),
        keysOf({ uniform: rising(value) }, takes),
        keysOf({ erlang: Erlang(mean) }, takes),
        ...(isCounted ? [keysOf({ geometric: mean }, takes)] : []),
        keysOf({ mixture: weighted(law) }, takes),
        keysOf({ table: quantiles(value) }, takes),
        keysOf({ sum: listOf(law) }, takes),
        ...mixes.map((mix) => z.literal(mix, takes)),
      ],
      takes,
    ),
  );
  return taking(law.meta({ id }), takes);
}

const Erlang = (mean: z.ZodNumber) =>
  keysOf(
    { shape: wholeIn(1, GREATEST_SHAPE, 'phases'), mean },
    'an object with the shape (phases) and the mean',
  );

function rising(value: z.ZodNumber) {
  const takes = 'two values in brackets, the lower one first';
  return z
    .tuple([value, value], takes)
    .refine(([low, high]) => low <= high, takes)
    .describe('From the first to the second, each whole unit equally often; times in picoseconds.');
}

function weighted(law: z.ZodType<Law>) {
  const takes = `a list of 1 to ${GREATEST_PARTS} parts, one of them at least with a weight above 0`;
  const part = keysOf({ weight: numberIn(0, 1e9, ''), of: law }, 'an object with weight and of');
  return z
    .array(part, takes)
    .min(1, takes)
    .max(GREATEST_PARTS, takes)
    .refine((parts) => parts.some(({ weight }) => 0 < weight), takes)
    .describe('One of the parts, by weight.');
}

function quantiles(value: z.ZodNumber) {
  const takes =
    'a list of pairs [probability, value], both rising, from probability 0 to probability 1';
  return z
    .array(z.tuple([numberIn(0, 1, ''), value], takes), takes)
    .min(2, takes)
    .max(GREATEST_PARTS, takes)
    .refine(
      (points) =>
        points[0]?.[0] === 0 &&
        points.at(-1)?.[0] === 1 &&
        points.every(([probability, one], at) => {
          const [before, low] = points[at - 1] ?? [0, 0];
          return before <= probability && low <= one;
        }),
      takes,
    )
    .describe('Quantiles, with straight lines between them.');
}

function listOf(law: z.ZodType<Law>) {
  const takes = 'a list of 1 to 100 laws';
  return z.array(law, takes).min(1, takes).max(100, takes).describe('Independent parts, added.');
}

/**
 * The law as engines draw from it.
 * @param scale  engine units in a unit of the key: 1000 for nanoseconds, 1 for bytes
 */
export function distributionOf(law: Law, scale: number): Distribution {
  const whole = (value: number) => Math.round(value * scale);
  if (typeof law === 'number') return { kind: 'constant', value: whole(law) };
  if (typeof law === 'string') return mixOf(SIZE_MIXES[law]);
  if ('exponential' in law) return { kind: 'exponential', mean: law.exponential * scale };
  if ('uniform' in law) {
    const [low, high] = law.uniform;
    return { kind: 'uniform', low: whole(low), high: whole(high) };
  }
  if ('erlang' in law) {
    return { kind: 'erlang', shape: law.erlang.shape, mean: law.erlang.mean * scale };
  }
  if ('geometric' in law) {
    return { kind: 'geometric', mean: Math.max(1, law.geometric * scale) };
  }
  if ('mixture' in law) {
    const parts = law.mixture.map(
      ({ weight, of }): MixturePart => ({ weight, of: distributionOf(of, scale) }),
    );
    return { kind: 'mixture', parts };
  }
  if ('table' in law) {
    const points = law.table.map(
      ([probability, value]): QuantilePoint => [probability, value * scale],
    );
    return { kind: 'quantiles', points };
  }
  return { kind: 'sum', of: law.sum.map((part) => distributionOf(part, scale)) };
}

function mixOf(mix: readonly (readonly [number, number])[]): Distribution {
  const parts = mix.map(
    ([weight, value]): MixturePart => ({ weight, of: { kind: 'constant', value } }),
  );
  return { kind: 'mixture', parts };
}
