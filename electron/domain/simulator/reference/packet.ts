import type { Hop } from '../network';

export interface Packet {
  readonly flow: number;
  /** Of the flow's packets, from 0. */
  readonly number: number;
  readonly bytes: number;
  readonly route: readonly Hop[];
  /** Index of the next hop in the route. */
  hop: number;
  readonly startedPs: number;
  /** When the packet started whose end started this one; its own start when none did. */
  readonly causedPs: number;
}
