import { describe, expect, it } from 'vitest';
import {
  cyclesPerFrame,
  frameRate,
  frameTime,
  payloadShare,
} from '../../../../electron/domain/simulator/theory/ethernet';
import { expectPrinted } from './as-printed';

const FRAMES = [64, 128, 256, 512, 1024, 1280, 1518, 9018];

describe('Ethernet', () => {
  it.each([
    [1, '1.4881 0.8446 0.4529 0.2350 0.1197 0.0962 0.0813 0.0138'],
    [10, '14.8810 8.4459 4.5290 2.3496 1.1973 0.9615 0.8127 0.1383'],
    [25, '37.2024 21.1149 11.3225 5.8741 2.9933 2.4038 2.0319 0.3458'],
    [40, '59.5238 33.7838 18.1159 9.3985 4.7893 3.8462 3.2510 0.5532'],
    [100, '148.8095 84.4595 45.2899 23.4962 11.9732 9.6154 8.1274 1.3830'],
  ])('at %d Gbit/s carries as many frames as published', (gigabits, printed) => {
    const rates = FRAMES.map((bytes) => (frameRate(gigabits * 1e9, bytes) / 1e6).toFixed(4));
    expect(rates.join(' ')).toBe(printed);
  });

  it('has the published slots and cycles', () => {
    const slots = [1, 10, 25, 40, 100].map((gigabits) => frameTime(gigabits * 1e9, 64) * 1e9);
    expect(slots.map((slot) => slot.toFixed(2))).toEqual([
      '672.00',
      '67.20',
      '26.88',
      '16.80',
      '6.72',
    ]);
    expectPrinted(cyclesPerFrame(10e9, 64, 3e9), '201.6');
    expectPrinted(cyclesPerFrame(10e9, 64, 2.4e9), '161.3');
  });

  it('has the published shares of payload', () => {
    expectPrinted(payloadShare(1500, 'tcpWithTimestamps'), '0.941482');
    expectPrinted(payloadShare(1500, 'tcp'), '0.949285');
    expectPrinted(payloadShare(9000, 'tcpWithTimestamps'), '0.990042');
    expectPrinted(payloadShare(1500, 'udp'), '0.957087');
  });
});
