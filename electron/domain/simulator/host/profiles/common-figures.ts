/** Figures that no hypervisor changes: the guest's own work, and what the processor asks for. */
import type { Figure } from '../cost-profile';
import type { StageCostId } from '../stage-costs';
import { figure } from './figure';

type Figures<Id extends StageCostId> = Readonly<Record<Id, Figure>>;

/** Cycles of an exit and entry for a trivial hypercall, at 3 GHz. */
const exit =
  'Exit and entry of a trivial hypercall, 1,600 to 2,050 cycles (KVM on i7-3960X; SplitX)';

export const guestFigures: Figures<
  | 'guestReceive'
  | 'guestReceiveByte'
  | 'guestTransmit'
  | 'guestTransmitByte'
  | 'guestChannel'
  | 'guestSignal'
> = {
  guestReceive: figure(
    1400,
    [950, 3000],
    'published',
    'About 0.7 Mpps per core through an ordinary TCP/IP stack (Han et al., EECS-2015-155)',
  ),
  guestReceiveByte: figure(
    0.37,
    [0.33, 0.77],
    'derived',
    '1.1 cycles per byte at 3 GHz: 17 Gbit/s on one vCPU of 2.3 GHz (Niu et al., USENIX ATC 2020)',
  ),
  guestTransmit: figure(
    950,
    [900, 2000],
    'published',
    'One UDP sendto on FreeBSD, i7-870 (Rizzo, netmap, USENIX ATC 2012, Fig. 2)',
  ),
  guestTransmitByte: figure(
    0.13,
    [0.13, 0.7],
    'derived',
    '0.4 cycles per byte with segmentation offload (Niu et al.); 2.1 without virtualisation in RC25482',
  ),
  guestChannel: figure(
    100,
    [8, 125],
    'derived',
    'Hand-over of one message through a shared ring, intercept of NetKernel Table 5',
  ),
  guestSignal: figure(567, [530, 680], 'published', exit),
};

export const interruptFigures: Figures<
  | 'hostWake'
  | 'hostPoll'
  | 'hostWakeDelay'
  | 'vfWakeByExit'
  | 'vfWakePosted'
  | 'vfWakeDelay'
  | 'vfDriver'
> = {
  hostWake: figure(
    900,
    [500, 1500],
    'inferred',
    'Share of the 3.9 µs that an interrupt adds to polling (ixy, ANCS 2019, Table 1) that is work',
  ),
  hostPoll: figure(60, [20, 200], 'inferred', 'One look at a ring: a cache miss or two'),
  hostWakeDelay: figure(
    3000,
    [1800, 4600],
    'derived',
    'Rest of the 3.9 µs that an interrupt adds to polling, wake from C6 included (ixy, Table 1)',
  ),
  vfWakeByExit: figure(
    2270,
    [1130, 11_300],
    'derived',
    `${exit}; two per interrupt without posting (ELI, ASPLOS 2012), and as much again for what an exit does to the caches (SplitX)`,
  ),
  vfWakePosted: figure(900, [500, 1500], 'inferred', 'As an interrupt without a hypervisor'),
  vfWakeDelay: figure(3000, [1800, 4600], 'derived', 'As an interrupt without a hypervisor'),
  vfDriver: figure(
    45,
    [20, 90],
    'derived',
    '11 ns for cleaning an i40e ring (xdp-project) and 100 cycles for a packet buffer (ANCS 2019 §3)',
  ),
};

/** Copy by one core. A warm cache is ten times as fast as cold memory, so each profile says which. */
export const coldCopy = figure(
  0.1,
  [0.04, 0.35],
  'inferred',
  'Cold: 8 to 12 GB/s for one core. Warm it is 0.05 (NetKernel Table 5)',
);

export const hostDriver = figure(
  45,
  [20, 90],
  'derived',
  '11 ns for cleaning an i40e ring (xdp-project) and 100 cycles for a packet buffer (ANCS 2019 §3)',
);

export const hostSignal = figure(567, [300, 680], 'inferred', `As the guest's. ${exit}`);
