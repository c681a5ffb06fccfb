/** Tables of whole paths, on hosts that are laid out with the shipped profiles. */
import { type HostScenario, hostScenarioSchema, type Path } from '../../host/host-scenario';
import { layOut } from '../../host/lay-out';
import { findCostProfile } from '../../host/profiles/profiles';
import type { Network } from '../../network';
import type { RunResult } from '../../run-result';
import type { PublishedCase } from './published-case';

interface Receiving {
  readonly profile: string;
  readonly path: Path;
  readonly bytes?: number;
  readonly linkGigabits?: number;
  readonly vms?: number;
  readonly queues?: number;
  readonly vcpus?: number;
  readonly queueCores?: number;
  readonly milliseconds?: number;
}

/** As much as the wire carries comes in, shared evenly by the VMs. */
function receiving(asked: Receiving): Network {
  const { bytes = 1518, linkGigabits = 10, vms = 8, queues = 1, vcpus = 1 } = asked;
  const gigabitsPerSecond = (linkGigabits * bytes) / (bytes + 20) / vms;
  const profile = findCostProfile(asked.profile);
  if (profile === undefined) throw new RangeError(`there is no cost profile ${asked.profile}`);
  const scenario: HostScenario = hostScenarioSchema.parse({
    profile,
    warmupMilliseconds: 5,
    durationMilliseconds: asked.milliseconds ?? 20,
    host: { cores: 64, queueCores: asked.queueCores ?? 4 },
    nic: { gigabitsPerSecond: linkGigabits, pcie: { generation: 3, lanes: 16 } },
    vms: [
      {
        count: vms,
        vcpus,
        vnics: [
          {
            path: asked.path,
            queues,
            traffic: [{ direction: 'receive', gigabitsPerSecond, bytes }],
          },
        ],
      },
    ],
  });
  return layOut(scenario);
}

/** Frames without gap and preamble. */
function deliveredGigabits({ flows, measuredPs }: RunResult): number {
  const bytes = flows.reduce((sum, { delivered }) => sum + delivered.bytes, 0);
  return (bytes * 8000) / measuredPs;
}

const intel2008 = 'CAL-01: Intel, VMDq and NetQueue on ESX 3.5, 2008, Figures 5 and 6';
const intel2010 = 'CAL-02: Intel, Simplify VMware vSphere 4 Networking, 2010';

function throughput(
  id: string,
  title: string,
  source: string,
  published: PublishedCase['published'],
  asked: Receiving,
  more: Partial<PublishedCase> = {},
): PublishedCase {
  return {
    id,
    title: `${title}, Gbit/s`,
    source,
    kind: 'validation',
    quantity: 'throughput',
    published,
    network: () => receiving(asked),
    read: deliveredGigabits,
    ...more,
  };
}

export const wholePathCases: readonly PublishedCase[] = [
  throughput(
    'cal-01-software-1518',
    'No VMDq, frames of 1,518 bytes',
    intel2008,
    4.0,
    { profile: 'netqueue', path: 'software' },
    { kind: 'calibration' },
  ),
  throughput('cal-01-vmdq-1518', 'VMDq and NetQueue, frames of 1,518 bytes', intel2008, 9.2, {
    profile: 'netqueue',
    path: 'vmdq',
  }),
  throughput('cal-01-vmdq-jumbo', 'VMDq and NetQueue, jumbo frames', intel2008, 9.5, {
    profile: 'netqueue',
    path: 'vmdq',
    bytes: 9018,
  }),
  throughput('cal-02-software', 'vSphere 4 without VMDq', intel2010, 4.2, {
    profile: 'netqueue',
    path: 'software',
  }),
  throughput('cal-02-vmdq', 'vSphere 4 with VMDq', intel2010, 9.3, {
    profile: 'netqueue',
    path: 'vmdq',
  }),
  throughput(
    'cal-03-one-core',
    'Hyper-V 2012, all receive processing on one core',
    'CAL-03: Microsoft networking blog, Synthetic Accelerations, 2019',
    [3, 5],
    { profile: 'hyperv-2012', path: 'software' },
    { kind: 'calibration' },
  ),
  throughput(
    'cal-03-vmq-modern',
    'Hyper-V, one VMQ on one core, "modern processors"',
    'CAL-03: ITPro Today, about 2014',
    [5, 6],
    { profile: 'hyperv-2012r2', path: 'vmdq', vms: 1, vcpus: 4, queueCores: 1 },
    {
      kind: 'calibration',
    },
  ),
  throughput(
    'cal-03-vmq-savill',
    'Hyper-V 2016, one VMQ on one core',
    'CAL-03: Savill, Mastering Windows Server 2016 Hyper-V',
    [3, 4],
    { profile: 'hyperv-2016', path: 'vmdq', vms: 1, vcpus: 4, queueCores: 1 },
    {
      reasonForMiss:
        '3 to 4 and 5 to 6 Gbit/s are both in print for one core, without processor, clock or offloads; the profile follows the second',
    },
  ),
  throughput(
    'cal-04-vmmq',
    'Hyper-V 2016, VMMQ with ten queues into one VM at 40 GbE',
    'CAL-04: Microsoft, Top 10 Networking Features in Windows Server 2019, #5',
    40,
    {
      profile: 'hyperv-2016',
      path: 'vmdq',
      linkGigabits: 40,
      vms: 1,
      queues: 10,
      vcpus: 10,
      queueCores: 10,
      milliseconds: 10,
    },
  ),
];
