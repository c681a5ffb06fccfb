import { describe, expect, it } from 'vitest';
import { meanOf, secondMomentOf } from '../../../../electron/domain/simulator/draws/distribution';
import {
  constantTime,
  exponentialTime,
} from '../../../../electron/domain/simulator/theory/queue-means';
import {
  kingmanWaitApproximation,
  md1,
  md1Waits,
  mg1,
  mm1,
  mm1StayQuantile,
} from '../../../../electron/domain/simulator/theory/single-server';
import { expectPrinted } from './as-printed';

describe('M/M/1', () => {
  it('has the published means', () => {
    const means = mm1(1.5, 1.88);
    expectPrinted(means.utilisation, '0.797872');
    expectPrinted(means.inside, '3.94737');
    expectPrinted(means.stay, '2.63158');
    expectPrinted(means.wait, '2.09966');
    const round = mm1(1, 1.25);
    expectPrinted(round.inside, '4.0');
    expectPrinted(round.stay, '4.0');
    expectPrinted(round.wait, '3.2');
    expectPrinted(round.waiting, '3.2');
  });

  it('has the published percentiles', () => {
    expectPrinted(mm1StayQuantile(1, 1.25, 0.5), '2.7726');
    expectPrinted(mm1StayQuantile(1, 1.25, 0.99), '18.4207');
    expectPrinted(mm1StayQuantile(1, 1.25, 0.999), '27.6310');
  });

  it('has no equilibrium at full load', () => {
    expect(() => mm1(2, 2)).toThrow('no equilibrium at a utilisation of 1');
    expect(() => mm1StayQuantile(2, 1, 0.5)).toThrow('no equilibrium');
  });
});

describe('M/D/1', () => {
  it('has the published means', () => {
    const means = md1(1, 1.25);
    expectPrinted(means.wait, '1.6');
    expectPrinted(means.stay, '2.4');
    expectPrinted(means.inside, '2.4');
    const other = md1(1.5, 1.88);
    expectPrinted(other.wait, '1.04983');
    expectPrinted(other.stay, '1.58175');
    expectPrinted(other.inside, '2.37262');
  });

  it.each([
    [0.5, '0.5', '0.0000', '1.5157', '3.3363', '5.1684'],
    [0.8, '0.2', '1.2759', '5.0115', '10.3559', '15.7003'],
    [0.9, '0.1', '3.0130', '10.7825', '21.8982', '33.0140'],
  ])('waits as published at ρ = %d', (load, none, p50, p90, p99, p999) => {
    const waits = md1Waits(load, 1);
    expectPrinted(waits.atMost(0), none);
    expectPrinted(waits.quantile(0.5), p50);
    expectPrinted(waits.quantile(0.9), p90);
    expectPrinted(waits.quantile(0.99), p99);
    expectPrinted(waits.quantile(0.999), p999);
  });

  // The alternating sum of the books, good for short times.
  it('waits as the alternating sum says', () => {
    const [rate, service] = [0.8, 1];
    const waits = md1Waits(rate, 1 / service);
    for (const time of [0, 0.3, 1, 1.7, 2.5, 4, 6.2]) {
      let sum = 0;
      let factorial = 1;
      for (let j = 0; j * service <= time; j++) {
        if (j > 0) factorial *= j;
        const x = rate * (j * service - time);
        sum += (x ** j / factorial) * Math.exp(-x);
      }
      expect(waits.atMost(time)).toBeCloseTo((1 - rate * service) * sum, 10);
    }
    expect(waits.atMost(-1)).toBe(0);
  });

  it('waits on average what its distribution comes to', () => {
    const waits = md1Waits(0.9, 1);
    let mean = 0;
    const step = 0.01;
    for (let time = step / 2; time < 200; time += step) mean += (1 - waits.atMost(time)) * step;
    expect(mean).toBeCloseTo(md1(0.9, 1).wait, 3);
  });
});

describe('M/G/1', () => {
  it('has the published means', () => {
    const twoPoints = {
      kind: 'mixture',
      parts: [
        { weight: 0.9, of: { kind: 'constant', value: 0.5 } },
        { weight: 0.1, of: { kind: 'constant', value: 3 } },
      ],
    } as const;
    const service = { mean: meanOf(twoPoints), secondMoment: secondMomentOf(twoPoints) };
    expectPrinted(service.mean, '0.75');
    expectPrinted(service.secondMoment, '1.125');
    const means = mg1(1, service);
    expectPrinted(means.utilisation, '0.75');
    expectPrinted(means.wait, '2.25');
    expectPrinted(means.stay, '3.00');

    const exponential = mg1(1, exponentialTime(0.8));
    expectPrinted(exponential.wait, '3.2');
    expectPrinted(exponential.stay, '4.0');

    const erlang = { kind: 'erlang', shape: 2, mean: 0.8 } as const;
    const phases = mg1(1, { mean: 0.8, secondMoment: secondMomentOf(erlang) });
    expectPrinted(phases.wait, '2.4');
    expectPrinted(phases.stay, '3.2');

    // C² = 4: E[S²] = 1 · (1 + 4).
    const varied = mg1(0.8, { mean: 1, secondMoment: 5 });
    expectPrinted(varied.wait, '10.0');
    expectPrinted(varied.stay, '11.0');
  });

  it('waits half as long for constant as for exponential service', () => {
    expect(mg1(0.7, constantTime(1)).wait).toBeCloseTo(mg1(0.7, exponentialTime(1)).wait / 2, 12);
  });
});

it('estimates bursty arrivals as published', () => {
  expectPrinted(kingmanWaitApproximation(0.8, 1, 4, 0), '8.0');
});
