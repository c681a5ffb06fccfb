/** Believable machines to draw from: processors, adapters and Windows releases that go together. */

export interface NicModel {
  readonly description: string;
  readonly vendorId: string;
  readonly deviceId: string;
  readonly make: string;
  readonly catalogueModel: string;
  readonly driverVersion: string;
  readonly driverProvider: string;
  readonly firmwareVersion: string;
  readonly gigabits: number;
  readonly gigatransfers: number;
  readonly lanes: number;
  /** VFs per port as configured; 0 for a port without SR-IOV. */
  readonly vfs: number;
  readonly vports: number;
  readonly queues: number;
  /** True when the driver reports no queues in SR-IOV mode, because VPorts do their work. */
  readonly hidesQueuesInSriovMode: boolean;
  readonly hasSingleVportPool: boolean;
  readonly hasVfRss: boolean;
}

export interface Processor {
  readonly model: string;
  readonly vendor: 'intel' | 'amd';
  readonly generation: string;
  readonly features: readonly string[];
  readonly microcode: readonly [current: string, outdated: string];
  readonly coresPerSocket: number;
  readonly megahertz: number;
}

export interface HostRelease {
  readonly name: string;
  readonly build: number;
  readonly kind: 'server' | 'azure-stack-hci' | 'client';
  readonly editions: readonly string[];
  readonly configurationVersions: readonly string[];
  readonly functionalLevel: number;
  readonly hasSet: boolean;
}

export interface Hardware {
  readonly weight: number;
  readonly computer: readonly [vendor: string, model: string];
  readonly firmware: readonly [current: string, outdated: string];
  /** The first is usual, the others appear where a cluster was extended later. */
  readonly processors: readonly Processor[];
  readonly releases: readonly HostRelease[];
  readonly nic: NicModel;
  readonly teaming: 'set' | 'lbfo' | 'none';
  readonly memoryGibibytes: readonly number[];
  readonly isStandaloneOnly?: true;
}

const SANDY_BRIDGE = ['sse4.1', 'sse4.2', 'popcnt', 'aes', 'avx'];
const IVY_BRIDGE = [...SANDY_BRIDGE, 'f16c', 'rdrand'];
const HASWELL = [...IVY_BRIDGE, 'avx2', 'bmi1', 'bmi2', 'fma'];
const BROADWELL = [...HASWELL, 'adx', 'rdseed'];
const SKYLAKE = [...BROADWELL, 'avx512f', 'avx512bw', 'avx512vl', 'clflushopt'];
const CASCADE_LAKE = [...SKYLAKE, 'avx512vnni'];
const ICE_LAKE = [...CASCADE_LAKE, 'sha', 'vaes', 'gfni', 'avx512vbmi2'];
const SAPPHIRE_RAPIDS = [...ICE_LAKE, 'amx-tile', 'avx512fp16'];
const ROME = [...BROADWELL, 'sha', 'clflushopt', 'clwb'];
const MILAN = [...ROME, 'vaes', 'pku'];
const GENOA = [...MILAN, 'avx512f', 'avx512bw', 'avx512vl', 'avx512vnni', 'gfni'];

const ivyBridge: Processor = {
  model: 'Intel(R) Xeon(R) CPU E5-2680 v2 @ 2.80GHz',
  vendor: 'intel',
  generation: 'intel-ivy-bridge-ep',
  features: IVY_BRIDGE,
  microcode: ['0x42e', '0x42c'],
  coresPerSocket: 10,
  megahertz: 2800,
};
const broadwell: Processor = {
  model: 'Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz',
  vendor: 'intel',
  generation: 'intel-broadwell-ep',
  features: BROADWELL,
  microcode: ['0xb000040', '0xb000038'],
  coresPerSocket: 14,
  megahertz: 2400,
};
const skylake: Processor = {
  model: 'Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz',
  vendor: 'intel',
  generation: 'intel-skylake-sp',
  features: SKYLAKE,
  microcode: ['0x2007006', '0x2006d05'],
  coresPerSocket: 16,
  megahertz: 2100,
};
const cascadeLake: Processor = {
  model: 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz',
  vendor: 'intel',
  generation: 'intel-cascade-lake-sp',
  features: CASCADE_LAKE,
  microcode: ['0x5003604', '0x5003303'],
  coresPerSocket: 24,
  megahertz: 3000,
};
const iceLake: Processor = {
  model: 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz',
  vendor: 'intel',
  generation: 'intel-ice-lake-sp',
  features: ICE_LAKE,
  microcode: ['0xd0003b9', '0xd000389'],
  coresPerSocket: 32,
  megahertz: 2000,
};
const sapphireRapids: Processor = {
  model: 'Intel(R) Xeon(R) Gold 6430',
  vendor: 'intel',
  generation: 'intel-sapphire-rapids',
  features: SAPPHIRE_RAPIDS,
  microcode: ['0x2b0004d0', '0x2b000461'],
  coresPerSocket: 32,
  megahertz: 2100,
};
const rome: Processor = {
  model: 'AMD EPYC 7502 32-Core Processor',
  vendor: 'amd',
  generation: 'amd-rome',
  features: ROME,
  microcode: ['0x830107a', '0x8301055'],
  coresPerSocket: 32,
  megahertz: 2500,
};
const milan: Processor = {
  model: 'AMD EPYC 7543 32-Core Processor',
  vendor: 'amd',
  generation: 'amd-milan',
  features: MILAN,
  microcode: ['0xa0011d1', '0xa00115d'],
  coresPerSocket: 32,
  megahertz: 2800,
};
const genoa: Processor = {
  model: 'AMD EPYC 9354 32-Core Processor',
  vendor: 'amd',
  generation: 'amd-genoa',
  features: GENOA,
  microcode: ['0xa101144', '0xa10113e'],
  coresPerSocket: 32,
  megahertz: 3250,
};

const UP_TO_2016 = ['5.0', '6.2', '7.0', '7.1', '8.0'];
const SINCE_2022 = ['8.0', '8.1', '8.2', '8.3', '9.0', '9.1', '9.2', '9.3', '10.0'];

const ws2012r2: HostRelease = {
  name: 'Microsoft Windows Server 2012 R2 Datacenter',
  build: 9600,
  kind: 'server',
  editions: ['Datacenter', 'Standard'],
  configurationVersions: ['5.0'],
  functionalLevel: 8,
  hasSet: false,
};
const ws2016: HostRelease = {
  name: 'Microsoft Windows Server 2016 Datacenter',
  build: 14393,
  kind: 'server',
  editions: ['Datacenter', 'Standard'],
  configurationVersions: UP_TO_2016,
  functionalLevel: 9,
  hasSet: true,
};
const ws2019: HostRelease = {
  name: 'Microsoft Windows Server 2019 Datacenter',
  build: 17763,
  kind: 'server',
  editions: ['Datacenter', 'Standard'],
  configurationVersions: [...UP_TO_2016, '8.1', '8.2', '8.3', '9.0'],
  functionalLevel: 10,
  hasSet: true,
};
const ws2022: HostRelease = {
  name: 'Microsoft Windows Server 2022 Datacenter',
  build: 20348,
  kind: 'server',
  editions: ['Datacenter', 'Standard'],
  configurationVersions: SINCE_2022,
  functionalLevel: 11,
  hasSet: true,
};
const ws2025: HostRelease = {
  name: 'Microsoft Windows Server 2025 Datacenter',
  build: 26100,
  kind: 'server',
  editions: ['Datacenter', 'Standard'],
  configurationVersions: [...SINCE_2022, '11.0', '12.0'],
  functionalLevel: 12,
  hasSet: true,
};
const hci22h2: HostRelease = {
  name: 'Microsoft Azure Stack HCI',
  build: 20349,
  kind: 'azure-stack-hci',
  editions: ['Azure Stack HCI'],
  configurationVersions: SINCE_2022,
  functionalLevel: 11,
  hasSet: true,
};
const windows11: HostRelease = {
  name: 'Microsoft Windows 11 Pro',
  build: 22631,
  kind: 'client',
  editions: ['Professional'],
  configurationVersions: [...SINCE_2022, '11.0'],
  functionalLevel: 0,
  hasSet: false,
};

const x540: NicModel = {
  description: 'Intel(R) Ethernet Controller 10-Gigabit X540-AT2',
  vendorId: '8086',
  deviceId: '1528',
  make: 'intel',
  catalogueModel: 'intel-x540',
  driverVersion: '4.1.239.0',
  driverProvider: 'Intel',
  firmwareVersion: '0x80000528',
  gigabits: 10,
  gigatransfers: 5,
  lanes: 8,
  vfs: 63,
  vports: 64,
  queues: 31,
  hidesQueuesInSriovMode: true,
  hasSingleVportPool: true,
  hasVfRss: false,
};
const x710: NicModel = {
  description: 'Intel(R) Ethernet Controller X710 for 10GbE SFP+',
  vendorId: '8086',
  deviceId: '1572',
  make: 'intel',
  catalogueModel: 'intel-x710',
  driverVersion: '1.16.202.10',
  driverProvider: 'Intel',
  firmwareVersion: '8.30 0x8000A49D',
  gigabits: 10,
  gigatransfers: 8,
  lanes: 8,
  vfs: 32,
  vports: 64,
  queues: 31,
  hidesQueuesInSriovMode: true,
  hasSingleVportPool: true,
  hasVfRss: true,
};
const e810: NicModel = {
  description: 'Intel(R) Ethernet Network Adapter E810-XXV-2',
  vendorId: '8086',
  deviceId: '159b',
  make: 'intel',
  catalogueModel: 'intel-e810-xxv',
  driverVersion: '1.13.236.0',
  driverProvider: 'Intel',
  firmwareVersion: '4.40 0x8001C7D4',
  gigabits: 25,
  gigatransfers: 16,
  lanes: 8,
  vfs: 64,
  vports: 128,
  queues: 63,
  hidesQueuesInSriovMode: true,
  hasSingleVportPool: true,
  hasVfRss: true,
};
const connectX4Lx: NicModel = {
  description: 'Mellanox ConnectX-4 Lx Ethernet Adapter',
  vendorId: '15b3',
  deviceId: '1015',
  make: 'nvidia',
  catalogueModel: 'nvidia-connectx-4-lx',
  driverVersion: '2.80.25134.0',
  driverProvider: 'Mellanox Technologies Ltd.',
  firmwareVersion: '14.32.1010',
  gigabits: 25,
  gigatransfers: 8,
  lanes: 8,
  vfs: 16,
  vports: 80,
  queues: 60,
  hidesQueuesInSriovMode: false,
  hasSingleVportPool: false,
  hasVfRss: true,
};
const connectX6Dx: NicModel = {
  description: 'Mellanox ConnectX-6 Dx Adapter',
  vendorId: '15b3',
  deviceId: '101d',
  make: 'nvidia',
  catalogueModel: 'nvidia-connectx-6-dx',
  driverVersion: '3.10.26252.0',
  driverProvider: 'Mellanox Technologies Ltd.',
  firmwareVersion: '22.35.2000',
  gigabits: 100,
  gigatransfers: 16,
  lanes: 16,
  vfs: 16,
  vports: 128,
  queues: 111,
  hidesQueuesInSriovMode: false,
  hasSingleVportPool: false,
  hasVfRss: true,
};
const i350: NicModel = {
  description: 'Intel(R) I350 Gigabit Network Connection',
  vendorId: '8086',
  deviceId: '1521',
  make: 'intel',
  catalogueModel: 'intel-i350',
  driverVersion: '12.18.11.1',
  driverProvider: 'Intel',
  firmwareVersion: '1.63, 0x800009FA',
  gigabits: 1,
  gigatransfers: 5,
  lanes: 4,
  vfs: 7,
  vports: 8,
  queues: 7,
  hidesQueuesInSriovMode: true,
  hasSingleVportPool: true,
  hasVfRss: false,
};
const realtek: NicModel = {
  description: 'Realtek PCIe GbE Family Controller',
  vendorId: '10ec',
  deviceId: '8168',
  make: 'realtek',
  catalogueModel: 'realtek-rtl8168',
  driverVersion: '10.56.119.2022',
  driverProvider: 'Realtek',
  firmwareVersion: '',
  gigabits: 1,
  gigatransfers: 2.5,
  lanes: 1,
  vfs: 0,
  vports: 0,
  queues: 0,
  hidesQueuesInSriovMode: false,
  hasSingleVportPool: false,
  hasVfRss: false,
};

export const HARDWARE: readonly Hardware[] = [
  {
    weight: 8,
    computer: ['Dell Inc.', 'PowerEdge R720'],
    firmware: ['2.9.0', '2.5.4'],
    processors: [ivyBridge, broadwell],
    releases: [ws2012r2, ws2016],
    nic: x540,
    teaming: 'lbfo',
    memoryGibibytes: [128, 256],
  },
  {
    weight: 12,
    computer: ['HPE', 'ProLiant DL380 Gen9'],
    firmware: ['P89', 'P89'],
    processors: [broadwell, ivyBridge],
    releases: [ws2016, ws2019],
    nic: x540,
    teaming: 'lbfo',
    memoryGibibytes: [256, 384],
  },
  {
    weight: 22,
    computer: ['Dell Inc.', 'PowerEdge R740'],
    firmware: ['2.19.1', '2.4.8'],
    processors: [cascadeLake, skylake],
    releases: [ws2019, ws2022],
    nic: x710,
    teaming: 'set',
    memoryGibibytes: [384, 512, 768],
  },
  {
    weight: 14,
    computer: ['HPE', 'ProLiant DL380 Gen10'],
    firmware: ['U30', 'U30'],
    processors: [skylake, cascadeLake],
    releases: [ws2019, ws2016],
    nic: connectX4Lx,
    teaming: 'set',
    memoryGibibytes: [384, 768],
  },
  {
    weight: 14,
    computer: ['Dell Inc.', 'PowerEdge R750'],
    firmware: ['1.11.2', '1.4.4'],
    processors: [iceLake, sapphireRapids],
    releases: [ws2022, hci22h2],
    nic: e810,
    teaming: 'set',
    memoryGibibytes: [512, 1024],
  },
  {
    weight: 12,
    computer: ['Supermicro', 'AS -2024US-TRT'],
    firmware: ['2.6', '2.1'],
    processors: [milan, rome],
    releases: [ws2022, ws2025],
    nic: connectX6Dx,
    teaming: 'set',
    memoryGibibytes: [512, 1024],
  },
  {
    weight: 8,
    computer: ['Lenovo', 'ThinkSystem SR675 V3'],
    firmware: ['KAE122I', 'KAE108G'],
    processors: [genoa, milan],
    releases: [ws2025, ws2022],
    nic: connectX6Dx,
    teaming: 'set',
    memoryGibibytes: [768, 1536],
  },
  {
    weight: 7,
    computer: ['Dell Inc.', 'PowerEdge T440'],
    firmware: ['2.19.1', '2.10.0'],
    processors: [skylake],
    releases: [ws2019, ws2022],
    nic: i350,
    teaming: 'none',
    memoryGibibytes: [96, 128],
    isStandaloneOnly: true,
  },
  {
    weight: 5,
    computer: ['LENOVO', 'ThinkStation P7'],
    firmware: ['S0GKT2AA', 'S0GKT18A'],
    processors: [sapphireRapids],
    releases: [windows11],
    nic: realtek,
    teaming: 'none',
    memoryGibibytes: [64, 128],
    isStandaloneOnly: true,
  },
];

/** Literal reasons that a platform gives, with how often each is met. */
export const IOV_REASONS: readonly (readonly [number, string])[] = [
  [
    50,
    'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.',
  ],
  [
    20,
    'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.',
  ],
  [
    10,
    'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
  ],
  [
    10,
    'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.',
  ],
  [
    5,
    'SR-IOV cannot be used on this system as it has been configured to disable the use of I/O remapping hardware.',
  ],
  [
    5,
    'Das System unterstützt SR-IOV in dieser Konfiguration nicht. Wenden Sie sich an den Hersteller.',
  ],
];
