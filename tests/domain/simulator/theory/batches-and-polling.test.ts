import { describe, expect, it } from 'vitest';
import {
  batchArrivalsWait,
  countPolicyWait,
  polledWaitsByLoad,
  pollingCycle,
  setUpWait,
  vacationsWait,
  wakeRate,
} from '../../../../electron/domain/simulator/theory/batches-and-polling';
import {
  constantTime,
  exponentialTime,
} from '../../../../electron/domain/simulator/theory/queue-means';
import { mg1 } from '../../../../electron/domain/simulator/theory/single-server';
import { expectPrinted } from './as-printed';

const SECOND = constantTime(1);

describe('batch arrivals', () => {
  it('wait as published', () => {
    const eight = { mean: 8, secondMoment: 64 };
    expectPrinted(batchArrivalsWait(1, eight, constantTime(0.1)), '1.95');
    const geometric = { mean: 4, secondMoment: 28 };
    expectPrinted(batchArrivalsWait(1, geometric, exponentialTime(0.2)), '3.80');
  });

  it('are an M/G/1 when they are of one', () => {
    const one = { mean: 1, secondMoment: 1 };
    expect(batchArrivalsWait(0.7, one, SECOND)).toBeCloseTo(mg1(0.7, SECOND).wait, 12);
  });
});

describe('moderation', () => {
  it('by a free-running timer waits as published', () => {
    expectPrinted(vacationsWait(0.1, SECOND, constantTime(10)), '5.05556');
    expectPrinted(vacationsWait(0.5, SECOND, constantTime(10)), '5.5');
  });

  it('by a timer from the first packet waits as published', () => {
    expectPrinted(setUpWait(0.1, SECOND, 10), '7.55556');
    expectPrinted(setUpWait(0.5, SECOND, 10), '6.33333');
    expectPrinted(setUpWait(0.05, SECOND, 50), '32.1692');
  });

  it('by count waits as published', () => {
    expectPrinted(countPolicyWait(0.5, SECOND, 4), '3.5');
    expectPrinted(countPolicyWait(0.8, SECOND, 8), '6.375');
  });

  it('wakes as often as published', () => {
    expectPrinted(wakeRate.timer(0.5, 1, 10), '0.05');
    expectPrinted(wakeRate.timerWithWork(0.5, 1, 10), '0.049663');
    expectPrinted(wakeRate.setUp(0.5, 1, 10), '0.041667');
    // λ(1−ρ) = 0.5 · 0.5, and a quarter of it for every fourth.
    expectPrinted(wakeRate.unmoderated(0.5, 1), '0.25');
    expectPrinted(wakeRate.count(0.5, 1, 4), '0.0625');
  });
});

describe('one core that polls several queues', () => {
  const queues = [
    { arrivalRate: 0.3, service: constantTime(1) },
    { arrivalRate: 0.2, service: constantTime(1.5) },
  ];

  it('waits by load as published', () => {
    expectPrinted(polledWaitsByLoad(queues, constantTime(1)), '1.0875');
    // E[R] / (1 − 0.6)
    expectPrinted(pollingCycle(0.6, 1), '2.5');
  });

  // ρ Wq(M/G/1) = 0.6 · (0.3 · 1 + 0.2 · 2.25) / (2 · 0.4) = 0.5625
  it('obeys the conservation law without switching over', () => {
    expectPrinted(polledWaitsByLoad(queues, constantTime(0)), '0.5625');
  });
});
