/**
 * What PCI Express carries. Figures and formulas after the model published with Neugebauer et al.,
 * Understanding PCIe Performance for End Host Networking, SIGCOMM 2018.
 */

/** Bytes around the data of a packet on the link (TLP): 64-bit addresses, no ECRC. */
export const TLP_HEADER_BYTES = { write: 24, readRequest: 24, completion: 20 } as const;

export interface PcieLink {
  readonly generation: 1 | 2 | 3 | 4 | 5;
  readonly lanes: 1 | 2 | 4 | 8 | 16;
  readonly maxPayloadBytes: 128 | 256 | 512;
}

const transfersPerNanosecond = { 1: 2.5, 2: 5, 3: 8, 4: 16, 5: 32 } as const;

/** Left for packets after acknowledgements, flow control and skips: 0.86 to 0.92 are in print. */
const LINK_EFFICIENCY = 0.9;

/** Gbit/s on the link, before anything is put on top of the data. */
export function rawGigabitsPerSecond({ generation, lanes }: PcieLink): number {
  const encoding = generation <= 2 ? 8 / 10 : 128 / 130;
  return transfersPerNanosecond[generation] * encoding * lanes;
}

/** Time of one byte on the link, in picoseconds. */
export function picosecondsPerByte(link: PcieLink): number {
  return 8000 / (rawGigabitsPerSecond(link) * LINK_EFFICIENCY);
}
