import { describe, expect, it } from 'vitest';
import {
  type PreCopy,
  preCopy,
  preCopyBound,
  workingSetDowntime,
} from '../../../../electron/domain/simulator/theory/pre-copy';
import { expectPrinted } from './as-printed';

const GIBIBYTE = 1024 ** 3;
const MEBIBYTE = 1024 ** 2;

const move = (
  gibibytes: number,
  rate: number,
  dirty: number,
  stop: number,
  gap: number,
): PreCopy => ({
  memoryBytes: gibibytes * GIBIBYTE,
  transferRate: rate * 1e9,
  dirtyRate: dirty * 1e9,
  stopBytes: stop * MEBIBYTE,
  switchOverSeconds: gap,
  mostRounds: 30,
});

describe('pre-copy', () => {
  it.each([
    [8, 1.1, 0.11, 64, 0.02, 3, '8.6958', '0.02781', '9.543'],
    [8, 1.1, 0.55, 64, 0.02, 7, '15.5771', '0.08101', '17.113'],
    [4, 0.117, 0.02, 16, 0.05, 4, '44.3216', '0.08134', '5.180'],
    [64, 2.75, 1, 128, 0.03, 7, '39.2863', '0.05101', '107.955'],
  ])(
    'of %d GiB at %d GB/s, dirtied at %d, is as published',
    (size, rate, dirty, stop, gap, rounds, total, downtime, sent) => {
      const plan = move(size, rate, dirty, stop, gap);
      const times = preCopy(plan);
      expect(times.rounds).toBe(rounds);
      expect(times.isConverged).toBe(true);
      expectPrinted(times.totalSeconds, total);
      expectPrinted(times.downtimeSeconds, downtime);
      expectPrinted(times.sentBytes / 1e9, sent);
      expect(times.totalSeconds).toBeLessThan(preCopyBound(plan) as number);
    },
  );

  it('never converges when pages are dirtied faster than they are sent', () => {
    const plan = { ...move(8, 1, 1.5, 64, 0.02), mostRounds: 5 };
    const times = preCopy(plan);
    expect(times.rounds).toBe(5);
    expect(times.isConverged).toBe(false);
    expectPrinted(times.downtimeSeconds, ((8 * GIBIBYTE) / 1e9 + 0.02).toFixed(6));
    expect(preCopyBound(plan)).toBeNull();
  });

  it('is down at least for the working set', () => {
    const plan = move(8, 1.1, 0.11, 64, 0);
    expectPrinted(workingSetDowntime(plan, 200 * MEBIBYTE), '0.1907');
  });
});
