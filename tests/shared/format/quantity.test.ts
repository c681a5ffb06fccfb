import { describe, expect, it } from 'vitest';
import {
  formatBitRate,
  formatBytes,
  formatNumber,
  formatShare,
} from '../../../shared/format/quantity';

describe('numbers for people', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [12345.678, '12,345.68'],
  ])('groups thousands and cuts decimals: %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [0, '0 bit/s'],
    [999, '999 bit/s'],
    [1000, '1 kbit/s'],
    [2.5e9, '2.5 Gbit/s'],
    [3_941_000_000, '3.94 Gbit/s'],
    [10e9, '10 Gbit/s'],
    // 999.6 Mbit/s has three digits as 1,000 Mbit/s, which is 1 Gbit/s.
    [999_600_000, '1 Gbit/s'],
    [1.6e12, '1.6 Tbit/s'],
  ])('names rates in decimal bits: %s', (value, text) => {
    expect(formatBitRate(value)).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [9014, '9,014 B'],
    [10_240, '10 KB'],
    [1024 ** 2, '1 MB'],
    // 1,000 MB is less than a GB in binary steps and stays in MB.
    [1000 * 1024 ** 2, '1,000 MB'],
    [256 * 1024 ** 3, '256 GB'],
    [1.5 * 1024 ** 4, '1.5 TB'],
  ])('names sizes in binary steps: %s', (value, text) => {
    expect(formatBytes(value)).toBe(text);
  });

  it.each([
    [0, '0 %'],
    [0.001, '< 1 %'],
    [0.5, '50 %'],
    [0.999, '> 99 %'],
    [1, '100 %'],
  ])('never rounds a share to all or nothing: %s', (value, text) => {
    expect(formatShare(value)).toBe(text);
  });
});
