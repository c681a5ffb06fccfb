import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  HISTOGRAM_WORDS,
  Histogram,
} from '../../../../electron/domain/simulator/measure/histogram';
import '../../../helpers/same-chance';

const NANOSECOND = 1000;
const SECOND = 1e12;

/** Latencies of every order of magnitude. */
const latency = fc
  .tuple(
    fc.integer({ min: 0, max: 46 }),
    fc.double({ min: 1, max: 2, noNaN: true, maxExcluded: true }),
  )
  .map(([octave, mantissa]) => Math.floor(mantissa * 2 ** octave));

describe('a latency histogram', () => {
  it('knows nothing of nothing', () => {
    const histogram = new Histogram();
    expect(histogram.count).toBe(0);
    expect(histogram.minPicoseconds).toBeNull();
    expect(histogram.maxPicoseconds).toBeNull();
    expect(histogram.meanPicoseconds).toBeNull();
    expect(histogram.deviationPicoseconds).toBeNull();
    expect(histogram.quantile(0.5)).toBeNull();
    expect(histogram.buckets()).toEqual([]);
  });

  it('has least, greatest and mean exactly, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(latency, { minLength: 1, maxLength: 200 }), (values) => {
        const exact = values.reduce((sum, value) => sum + BigInt(value), 0n);
        const histogram = histogramOf(values);
        expect(histogram.count).toBe(values.length);
        expect(histogram.minPicoseconds).toBe(Math.min(...values));
        expect(histogram.maxPicoseconds).toBe(Math.max(...values));
        const mean = Number(exact) / values.length;
        expect(Math.abs((histogram.meanPicoseconds as number) - mean)).toBeLessThanOrEqual(
          mean * 1e-15,
        );
        expect(histogram.equals(histogramOf(values.toReversed()))).toBe(true);
      }),
    );
  });

  it('tells every quantile within 0.8 %, from 1 ns to 100 s', () => {
    fc.assert(
      fc.property(
        fc.array(latency, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 0, max: 1000 }),
        (values, thousandths) => {
          const inReach = values.map((value) =>
            Math.min(Math.max(value, NANOSECOND), 100 * SECOND),
          );
          const sorted = inReach.toSorted((one, other) => one - other);
          const rank = Math.max(1, Math.ceil((thousandths * values.length) / 1000));
          const exact = sorted[rank - 1] as number;
          const told = histogramOf(inReach).quantile(thousandths / 1000) as number;
          expect(Math.abs(told / exact - 1)).toBeLessThanOrEqual(0.008);
        },
      ),
    );
  });

  it('has no gap between buckets, and none that is wider than 1/64 of its values', () => {
    const starts = histogramOf([]);
    for (let octave = 0; octave < 47; octave++) {
      for (const edge of [2 ** octave - 1, 2 ** octave, 2 ** octave + 1, 1.5 * 2 ** octave]) {
        starts.record(Math.floor(edge));
      }
    }
    for (const { fromPicoseconds, toPicoseconds } of starts.buckets()) {
      const bucket = bucketOf(fromPicoseconds);
      expect(bucketOf(toPicoseconds)).toBe(bucket);
      expect(bucketOf(toPicoseconds + 1)).toBe(bucket + 1);
      expect(toPicoseconds - fromPicoseconds).toBeLessThanOrEqual(fromPicoseconds / 64);
    }
  });

  it('finds the rank that is meant, where the product is a little beside it', () => {
    const values = Array.from({ length: 100 }, (_, at) => at + 1);
    const histogram = histogramOf(values.map((value) => value / 2 + 0.5).map(Math.floor));
    expect(histogramOf(values.filter((value) => value < 60)).quantile(0)).toBe(1);
    expect(histogram.quantile(1)).toBe(50);
    // 0.07 · 100 = 7.000000000000001 in doubles; the 7th of 1, 1, 2, 2, 3, 3, 4, 4 … is 4.
    expect(histogram.quantile(0.07)).toBe(4);
    expect(() => histogram.quantile(1.01)).toThrow('not a share: 1.01');
    expect(() => histogram.quantile(Number.NaN)).toThrow('not a share: NaN');
  });

  it('knows the deviation: none among equals, 1 µs for an exponential one of that mean', () => {
    expect(histogramOf([12_345_678, 12_345_678]).deviationPicoseconds).toBe(0);
    const values = Array.from({ length: 100_000 }, (_, at) =>
      Math.round(-1e6 * Math.log1p(-(at + 0.5) / 100_000)),
    );
    const histogram = histogramOf(values);
    expect((histogram.deviationPicoseconds as number) / 1e6).toBeCloseTo(1, 3);
    expect((histogram.quantile(0.99) as number) / 4.60517e6).toBeCloseTo(1, 2);
  });

  it('adds up beyond what a double holds', () => {
    const histogram = histogramOf(Array.from({ length: 4099 }, () => 2 ** 46 + 1));
    expect(histogram.meanPicoseconds).toBe(2 ** 46 + 1);
  });

  it('puts what is longer than its reach into the last bucket, and forgets it nowhere', () => {
    const histogram = histogramOf([1000, 500 * SECOND]);
    expect(histogram.maxPicoseconds).toBe(500 * SECOND);
    expect(histogram.meanPicoseconds).toBe(250 * SECOND + 500);
    expect(histogram.buckets().at(-1)?.count).toBe(1);
  });

  it('merges parts into the whole', () => {
    fc.assert(
      fc.property(fc.array(latency), fc.array(latency), (some, others) => {
        const merged = histogramOf(some);
        merged.merge(histogramOf(others));
        expect(merged.equals(histogramOf([...some, ...others]))).toBe(true);
      }),
    );
  });

  it('tells two that differ in one value by one picosecond', () => {
    expect(histogramOf([5_000_000, 1]).equals(histogramOf([5_000_001, 1]))).toBe(false);
  });

  it('goes on with numbers that were kept', () => {
    const words = new Float64Array(HISTOGRAM_WORDS);
    new Histogram(words).record(77);
    const again = new Histogram(words);
    again.record(79);
    expect(again.equals(histogramOf([77, 79]))).toBe(true);
    expect(() => new Histogram(new Float64Array(3))).toThrow('not a histogram');
  });
});

function histogramOf(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}
