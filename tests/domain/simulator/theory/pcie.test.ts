import { describe, expect, it } from 'vitest';
import {
  type PcieLink,
  pcieRawRate,
  pcieReadBound,
  pcieReadRate,
  pcieTlpRate,
  pcieWriteRate,
} from '../../../../electron/domain/simulator/theory/pcie';
import { expectPrinted } from './as-printed';

const GEN2_X8: PcieLink = { generation: 2, lanes: 8 };
const GEN3_X8: PcieLink = { generation: 3, lanes: 8 };
const GEN3_X16: PcieLink = { generation: 3, lanes: 16 };
const GEN4_X16: PcieLink = { generation: 4, lanes: 16 };

describe('a PCI Express link', () => {
  it.each<[PcieLink, raw: string, at128: string, at256: string, at512: string]>([
    [GEN2_X8, '32.000', '27.578', '28.676', '28.180'],
    [GEN3_X8, '63.015', '56.666', '57.885', '57.312'],
    [GEN3_X16, '126.031', '111.700', '113.700', '114.623'],
    [GEN4_X16, '252.062', '223.399', '227.400', '229.247'],
  ])('%j leaves for TLPs what is published', (link, raw, at128, at256, at512) => {
    expectPrinted(pcieRawRate(link) / 1e9, raw);
    expectPrinted(tlpGigabits(link, 128), at128);
    expectPrinted(tlpGigabits(link, 256), at256);
    expectPrinted(tlpGigabits(link, 512), at512);
  });

  it('says when it does not know the link', () => {
    expect(pcieTlpRate({ generation: 5, lanes: 4 }, 256)).toBeNull();
  });

  it.each([
    [64, '20.86 / 21.85', '42.10 / 44.10', '82.69 / 86.63'],
    [128, '24.15 / 24.80', '48.75 / 50.06', '95.75 / 98.34'],
    [256, '26.22 / 26.60', '52.92 / 53.69', '103.95 / 105.46'],
    [512, '26.22 / 26.60', '52.92 / 53.69', '103.95 / 105.46'],
    [1500, '26.16 / 26.55', '52.81 / 53.60', '103.74 / 105.28'],
  ])('moves data in pieces of %d bytes as published', (size, ...printed) => {
    const rates = [GEN2_X8, GEN3_X8, GEN3_X16].map((link) => {
      const left = tlpGigabits(link, 256);
      const write = pcieWriteRate(left, size, 256).toFixed(2);
      return `${write} / ${pcieReadRate(left, size, 256, 512).toFixed(2)}`;
    });
    expect(rates).toEqual(printed);
  });

  // 32 requests of 512 bytes in 1 µs: 131,072 bits.
  it('reads no more than may be under way', () => {
    expect(pcieReadBound(32, 512, 1e-6)).toBeCloseTo(131.072e9, 0);
  });
});

function tlpGigabits(link: PcieLink, payloadBytes: 128 | 256 | 512): number {
  return (pcieTlpRate(link, payloadBytes) ?? Number.NaN) / 1e9;
}
