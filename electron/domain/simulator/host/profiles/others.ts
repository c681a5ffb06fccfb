/** Paths of other hypervisors, and none at all: what published measurements were taken on. */
import type { CostProfile } from '../cost-profile';
import { coldCopy, guestFigures, hostDriver, hostSignal, interruptFigures } from './common-figures';
import { figure } from './figure';

const none = (why: string) => figure(0, [0, 0], 'published', why);

const netQueue: CostProfile = {
  id: 'netqueue',
  title: 'NetQueue-era hypervisor (ESX 3.5, vSphere 4)',
  notes:
    'One core takes in 4.0 to 4.2 Gbit/s without queues. The papers give neither processor nor clock; how the cost is shared out among the stages is inferred.',
  clockGigahertz: 3,
  costs: {
    ...guestFigures,
    ...interruptFigures,
    hostDriver,
    hostSort: figure(400, [100, 800], 'inferred', 'As for Hyper-V'),
    hostSwitch: figure(
      2440,
      [1900, 3300],
      'derived',
      '3.04 µs a frame of 1,518 bytes at 4.0 Gbit/s, less driver, sorting and copy (Intel 2008, Fig. 6)',
      'CAL-01, no VMDq',
    ),
    hostCopy: coldCopy,
    hostSignal,
    hostTransmitWake: figure(900, [500, 1500], 'inferred', 'As the interrupt of a NIC'),
    hostTransmit: figure(1500, [800, 2500], 'inferred', 'As for Hyper-V'),
    guestWake: figure(1130, [570, 2300], 'derived', 'Two exits of 1,700 cycles'),
    guestWakeDelay: figure(10_000, [5000, 20_000], 'inferred', 'As for Hyper-V'),
  },
};

const vhost: CostProfile = {
  id: 'vhost',
  title: 'vhost-type switch (KVM, Linux bridge)',
  notes:
    'A kernel switch and a worker thread that copies into the VM. The wake-ups were set from the 30 µs that a round trip gains (RC25482).',
  clockGigahertz: 3,
  costs: {
    ...guestFigures,
    ...interruptFigures,
    hostDriver,
    hostSort: none('The bridge looks up every frame, sorted or not: part of the switch'),
    hostSwitch: figure(
      530,
      [485, 685],
      'derived',
      '575 ns for receiving, bridging and sending on one core (CoNEXT 2018 data), less the driver',
      'CAL-11, one core',
    ),
    hostCopy: coldCopy,
    hostSignal,
    hostTransmitWake: figure(900, [500, 1500], 'inferred', 'As the interrupt of a NIC'),
    hostTransmit: figure(530, [485, 685], 'derived', 'As on receive'),
    hostWakeDelay: interruptFigures.hostWakeDelay,
    guestWake: figure(1130, [570, 2300], 'derived', 'Two exits of 1,700 cycles'),
    guestWakeDelay: figure(
      20_000,
      [14_000, 25_000],
      'derived',
      'What is left of the 30 µs that a round trip gains (RC25482, Fig. 3)',
      'CAL-07, round trip of one transaction',
    ),
  },
};

const vfio: CostProfile = {
  ...vhost,
  id: 'vfio',
  title: 'Assigned virtual function (KVM, VFIO)',
  notes:
    'For the sriov path; the interrupt reaches the guest by exits or posted, as the host is set. The other paths cost what they do with vhost.',
};

const bareMetal: CostProfile = {
  ...vhost,
  id: 'bare-metal',
  title: 'No hypervisor',
  notes: 'For the sriov path only: the adapter belongs to the system itself, and nothing exits.',
  costs: {
    ...vhost.costs,
    vfWakeByExit: interruptFigures.vfWakePosted,
    guestSignal: none('There is no hypervisor to call'),
  },
};

export const otherProfiles: readonly CostProfile[] = [netQueue, vhost, vfio, bareMetal];
