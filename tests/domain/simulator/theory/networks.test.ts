import { describe, expect, it } from 'vitest';
import {
  jackson,
  tandem,
  trafficRates,
} from '../../../../electron/domain/simulator/theory/networks';
import { constantPipeline } from '../../../../electron/domain/simulator/theory/pipeline';
import { expectPrinted } from './as-printed';

describe('stations in a row', () => {
  it('take as long as published', () => {
    expectPrinted(tandem(0.5, [1]).stay, '2.0');
    expectPrinted(tandem(0.5, [0.8]).stay, '3.33333');
    expectPrinted(tandem(0.5, [1.2]).stay, '1.42857');
    expectPrinted(tandem(0.5, [1, 0.8, 1.2]).stay, '6.76190');
  });
});

describe('a network with routing', () => {
  // A quarter of what leaves the second station comes back to the first: λ = 0.3 / 0.75 = 0.4.
  it('solves what arrives where', () => {
    const rates = trafficRates(
      [0.3, 0],
      [
        [0, 1],
        [0.25, 0],
      ],
    );
    expect(rates.map((rate) => rate.toFixed(9))).toEqual(['0.400000000', '0.400000000']);
    // L = 2 · 0.4/0.6, W = L / 0.3.
    const means = jackson(
      rates.map((arrivalRate) => ({ arrivalRate, serviceRate: 1 })),
      0.3,
    );
    expectPrinted(means.inside, '1.33333');
    expectPrinted(means.stay, '4.44444');
  });

  it('needs no particular order of stations', () => {
    const rates = trafficRates(
      [0, 0, 1],
      [
        [0, 0, 0],
        [0.5, 0, 0],
        [0.3, 0.7, 0],
      ],
    );
    expect(rates.map((rate) => rate.toFixed(6))).toEqual(['0.650000', '0.700000', '1.000000']);
  });

  it('refuses what goes round for ever', () => {
    expect(() => trafficRates([1], [[1]])).toThrow('packets go round for ever');
  });
});

describe('a pipeline of constant service', () => {
  it('waits as published, whatever the order', () => {
    for (const times of [
      [0.6, 1, 1.6],
      [1.6, 1, 0.6],
    ]) {
      expectPrinted(constantPipeline(0.5, times).wait, '3.2');
      expectPrinted(constantPipeline(0.5, times).stay, '6.4');
    }
  });
});
