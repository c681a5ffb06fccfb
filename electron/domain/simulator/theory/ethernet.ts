/** Preamble (8) and gap between frames (12), in bytes: what every frame occupies beside itself. */
export const FRAME_OVERHEAD_BYTES = 20;

/**
 * Time of one frame on the wire, 8(L+20)/C, in seconds.
 * @param frameBytes  L, with the check sequence
 * @param linkRate    C, in bits/s
 * @see IEEE 802.3, clause 4.4.2 (gap, preamble)
 */
export function frameTime(linkRate: number, frameBytes: number): number {
  return (8 * (frameBytes + FRAME_OVERHEAD_BYTES)) / linkRate;
}

/** Frames per second at line rate. */
export function frameRate(linkRate: number, frameBytes: number): number {
  return 1 / frameTime(linkRate, frameBytes);
}

/** Clock cycles of a core from one frame to the next at line rate. */
export function cyclesPerFrame(linkRate: number, frameBytes: number, clockHertz: number): number {
  return frameTime(linkRate, frameBytes) * clockHertz;
}

/** Ethernet header and check sequence, in bytes. */
const FRAMING_BYTES = 18;

/** Header bytes inside the frame, by protocol: IPv4, and TCP (with or without timestamps) or UDP. */
export const HEADER_BYTES = { tcpWithTimestamps: 52, tcp: 40, udp: 28 } as const;

/** What share of the link is payload, with full frames: (MTU − headers) / (MTU + 18 + 20). */
export function payloadShare(mtuBytes: number, protocol: keyof typeof HEADER_BYTES): number {
  return (mtuBytes - HEADER_BYTES[protocol]) / (mtuBytes + FRAMING_BYTES + FRAME_OVERHEAD_BYTES);
}
