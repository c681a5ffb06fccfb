import { describe, expect, it } from 'vitest';
import {
  erlangB,
  erlangC,
  mmc,
  mmcWaitQuantile,
  separateQueues,
} from '../../../../electron/domain/simulator/theory/several-servers';
import { mm1 } from '../../../../electron/domain/simulator/theory/single-server';
import { expectPrinted } from './as-printed';

describe('M/M/c', () => {
  it.each([
    [3, 1, 4, '0.75', '0.509434', '0.509434', '1.50943', '4.5283'],
    [6, 1, 8, '0.75', '0.356981', '0.178491', '1.17849', '7.07094'],
    [12, 1.25, 16, '0.6', '0.0418671', '0.00523339', '0.805233', '9.6628'],
  ])('with λ = %d, μ = %d and %d servers is as published', (rate, service, servers, ...printed) => {
    const means = mmc(rate, service, servers);
    const [utilisation, delayed, wait, stay, inside] = printed as [
      string,
      string,
      string,
      string,
      string,
    ];
    expectPrinted(means.utilisation, utilisation);
    expectPrinted(erlangC(servers, rate / service), delayed);
    expectPrinted(means.wait, wait);
    expectPrinted(means.stay, stay);
    expectPrinted(means.inside, inside);
  });

  // C = 0.509434, cμ−λ = 1: P(Wq > t) = C e^−t, so P99 = ln(50.9434) = 3.93072.
  it('has percentiles of the wait', () => {
    expectPrinted(mmcWaitQuantile(3, 1, 4, 0.99), '3.93072');
    expect(mmcWaitQuantile(3, 1, 4, 0.49)).toBe(0);
  });

  it('has no equilibrium with too few servers', () => {
    expect(() => mmc(4, 1, 4)).toThrow('no equilibrium');
  });
});

it('blocks as published without waiting room', () => {
  expectPrinted(erlangB(4, 3), '0.206107');
});

describe('separate queues', () => {
  it('wait longer than one for all', () => {
    expectPrinted(separateQueues(3, 1, 4).wait, '3.0');
  });

  it('are one M/M/1 when there is one', () => {
    expect(separateQueues(0.7, 1, 1)).toEqual(mm1(0.7, 1));
  });
});
