import type { Network } from '../../../electron/domain/simulator/network';
import { headline } from '../../domain/simulator/headline';
import { exponential, flow, network, server, toServer } from '../../domain/simulator/plain';

export interface Simulation {
  readonly title: string;
  /** The network, `length` times as long as it is measured. */
  readonly make: (length: number) => Network;
}

export const simulations: Readonly<Record<string, Simulation>> = {
  headline: {
    title: '10 GbE, 64-byte frames at line rate for 32 VMs, 8 of them on VFs',
    make: (length) => headline({ endPs: 5e10 * length }),
  },
  replies: {
    title: 'The same, and a reply to every second packet',
    make: (length) => headline({ endPs: 5e10 * length, replyEvery: 2, slowness: 0.8 }),
  },
  sriov: {
    title: 'The same, all VMs on VFs',
    make: (length) => headline({ endPs: 5e10 * length, sriovVms: 32 }),
  },
  vmdq: {
    title: 'The same, no VM on a VF',
    make: (length) => headline({ endPs: 5e10 * length, sriovVms: 0 }),
  },
  light: {
    title: 'The same at 1 M packets/s',
    make: (length) => headline({ endPs: 3e11 * length, packetsPerSecond: 1_000_000 }),
  },
  overload: {
    title: 'The same with four times the work: much is lost',
    make: (length) => headline({ endPs: 5e10 * length, slowness: 4 }),
  },
  tandem: {
    title: 'Five finite stations in a row',
    make: (length) =>
      network({
        endPs: 5e11 * length,
        flows: [
          flow(
            exponential(1000),
            [0, 1, 2, 3, 4].map((index) => toServer(index)),
          ),
        ],
        servers: [0, 1, 2, 3, 4].map(() => server(exponential(900), { capacityPackets: 20 })),
      }),
  },
  mm1: {
    title: 'M/M/1 at 0.8',
    make: (length) =>
      network({
        endPs: 1e12 * length,
        flows: [flow(exponential(1000), [toServer(0)])],
        servers: [server(exponential(800))],
      }),
  },
};
