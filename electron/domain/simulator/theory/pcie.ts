/**
 * What a PCI Express slot can carry, in one direction.
 * @see Neugebauer et al., Understanding PCIe performance for end host networking, SIGCOMM 2018
 */
import { TLP_HEADER_BYTES } from '../host/pcie';

export type PcieGeneration = 1 | 2 | 3 | 4 | 5;

export interface PcieLink {
  readonly generation: PcieGeneration;
  readonly lanes: number;
}

/** Payload bytes of one TLP at most (MPS), and bytes of one read request at most (MRRS). */
export interface PcieSizes {
  readonly payloadBytes: 128 | 256 | 512;
  readonly requestBytes: number;
}

/** Bit/s and lane, with the code taken off: 8/10 up to generation 2, 128/130 from 3 on. */
const LANE_RATE: Readonly<Record<PcieGeneration, number>> = {
  1: (2.5e9 * 8) / 10,
  2: (5e9 * 8) / 10,
  3: (8e9 * 128) / 130,
  4: (16e9 * 128) / 130,
  5: (32e9 * 128) / 130,
};

/** Bits per second before anything is framed. */
export function pcieRawRate({ generation, lanes }: PcieLink): number {
  return LANE_RATE[generation] * lanes;
}

/**
 * Bytes between two acknowledgements, and between two flow-control updates, by width and payload
 * of 128, 256 and 512 bytes.
 * @see PCI Express Base Specification, Ack and UpdateFC transmission latency tables
 */
const UPDATE_BYTES: Readonly<Record<string, Readonly<Record<PcieSizes['payloadBytes'], number>>>> =
  {
    '2x8': { 128: 118, 256: 158, 512: 137 },
    '3x8': { 128: 163, 256: 203, 512: 182 },
    '3x16': { 128: 144, 256: 168, 512: 182 },
    '4x16': { 128: 144, 256: 168, 512: 182 },
  };

/** An acknowledgement or an update is 8 bytes long; every 1538 there are 4 of a skip. */
const UPDATE_LENGTH = 8;
const SKIP_SHARE = 4 / 1538;

/**
 * Bits per second that are left for TLPs: raw · (1 − 8/A − 8/F − 4/1538).
 * @returns null for a generation and width whose intervals are not in the table
 */
export function pcieTlpRate(
  link: PcieLink,
  payloadBytes: PcieSizes['payloadBytes'],
): number | null {
  const interval = UPDATE_BYTES[`${link.generation}x${link.lanes}`]?.[payloadBytes];
  if (interval === undefined) return null;
  return pcieRawRate(link) * (1 - (2 * UPDATE_LENGTH) / interval - SKIP_SHARE);
}

/**
 * Bits of data per second when all transfers are writes of `size` bytes.
 * @param tlpRate  as from `pcieTlpRate`
 */
export function pcieWriteRate(tlpRate: number, size: number, payloadBytes: number): number {
  return (tlpRate * size) / (size + Math.ceil(size / payloadBytes) * TLP_HEADER_BYTES.write);
}

/**
 * Bits of data per second when all transfers are reads of `size` bytes: completions one way, requests
 * the other.
 * @param completionBytes  the MPS, or 64 for chipsets that split completions at cache lines
 * @param requestBytes     the MRRS
 */
export function pcieReadRate(
  tlpRate: number,
  size: number,
  completionBytes: number,
  requestBytes: number,
): number {
  const answer = size + Math.ceil(size / completionBytes) * TLP_HEADER_BYTES.completion;
  const asked = Math.ceil(size / requestBytes) * TLP_HEADER_BYTES.readRequest;
  return size * Math.min(tlpRate / answer, tlpRate / asked);
}

/** What reads are bounded by when only so many may be under way: outstanding · MRRS / RTT, bits/s. */
export function pcieReadBound(
  outstanding: number,
  requestBytes: number,
  roundTripSeconds: number,
): number {
  return (outstanding * requestBytes * 8) / roundTripSeconds;
}
