/** The synthetic path of Hyper-V, release by release. */
import type { CostProfile, Figure } from '../cost-profile';
import { coldCopy, guestFigures, hostDriver, hostSignal, interruptFigures } from './common-figures';
import { figure } from './figure';

/** What the switch costs is what a published ceiling of one core leaves over for it. */
interface Release {
  readonly id: string;
  readonly title: string;
  readonly notes: string;
  readonly hostSwitch: Figure;
}

const releases: readonly Release[] = [
  {
    id: 'hyperv-2012',
    title: 'Hyper-V, Windows Server 2012',
    notes:
      'One core takes in 3 to 5 Gbit/s; the middle, 4 Gbit/s of 1,518-byte frames, is 3.04 µs a frame. How that is shared out among driver, sorting, switch and copy is nowhere published.',
    hostSwitch: figure(
      2440,
      [1800, 3500],
      'derived',
      '3.04 µs a frame at 4 Gbit/s on one core, less driver, sorting and copy (Microsoft networking blog: 3 to 5 Gbit/s)',
      'CAL-03, one core without spreading',
    ),
  },
  {
    id: 'hyperv-2012r2',
    title: 'Hyper-V, Windows Server 2012 R2',
    notes:
      'One VMQ on one core takes in 5 to 6 Gbit/s on the processors of its time: 2.21 µs a frame of 1,518 bytes.',
    hostSwitch: figure(
      2010,
      [1840, 2260],
      'derived',
      '2.21 µs a frame at 5.5 Gbit/s on one core, less driver and copy (ITPro Today, about 2014: 5 to 6 Gbit/s)',
      'CAL-03, one VMQ on modern processors',
    ),
  },
  {
    id: 'hyperv-2016',
    title: 'Hyper-V, Windows Server 2016',
    notes:
      'Nothing is published for a core of this release; the figure of 2012 R2 stands in, with the whole band as its range.',
    hostSwitch: figure(
      2010,
      [1500, 3300],
      'inferred',
      'As Windows Server 2012 R2; in print for this time are also 3 to 4 Gbit/s on one core (Savill 2016)',
    ),
  },
  {
    id: 'hyperv-2019',
    title: 'Hyper-V, Windows Server 2019 and later',
    notes:
      'Receive segment coalescing in the switch lowers the cost of long streams; how much was not published, so it is left out. This is the cost of a frame that is not merged.',
    hostSwitch: figure(
      1850,
      [1000, 2260],
      'inferred',
      'The upper end of 5 to 6 Gbit/s on one core: 2.05 µs a frame, less driver and copy',
    ),
  },
];

export const hypervProfiles: readonly CostProfile[] = releases.map(
  ({ hostSwitch, ...release }) => ({
    ...release,
    clockGigahertz: 3,
    costs: {
      ...guestFigures,
      ...interruptFigures,
      hostDriver,
      hostSort: figure(
        400,
        [100, 800],
        'inferred',
        'A look-up in a table that is not in the cache (300 ns, Su et al., GIIS 2017) and what goes with it',
      ),
      hostSwitch,
      hostCopy: coldCopy,
      hostSignal,
      hostTransmitWake: figure(900, [500, 1500], 'inferred', 'As the interrupt of a NIC'),
      hostTransmit: figure(
        1500,
        [800, 2500],
        'inferred',
        'The switch without sorting and copying: large sends are passed by reference',
      ),
      guestWake: figure(
        1130,
        [570, 2300],
        'derived',
        'Two exits of 1,700 cycles (ELI, ASPLOS 2012; SplitX)',
      ),
      guestWakeDelay: figure(
        10_000,
        [5000, 20_000],
        'inferred',
        'One of the wake-ups by which the software path of AccelNet is 33 µs longer one way (NSDI 2018, second hand)',
      ),
    },
  }),
);
