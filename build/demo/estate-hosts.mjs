/**
 * The hosts of the demonstration estate as a person would describe them. Names of hosts and domain
 * are invented; what a command would print about them is made from this by the files beside.
 */

const FIRMWARE_OFF =
  'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.';

const NO_ACS =
  'SR-IOV cannot be used on this network adapter as the PCI Express hardware does not support Access Control Services (ACS).';

/**
 * `form` of a host's files: `collector`, or `plain` with `edition` of PowerShell, `encoding` and
 * `depth`. A switch names its `ports`, two or more of them in a team of the given kind.
 * @type {readonly import('./types').HostDescription[]}
 */
export const hosts = [
  {
    name: 'HV01',
    cluster: 'PROD-A',
    release: '2019',
    processor: 'xeon-6248r',
    sockets: 2,
    gib: 768,
    computer: ['Dell Inc.', 'PowerEdge R740', '2.19.1'],
    form: { kind: 'collector', powershell: '7.4.6' },
    nics: [
      { model: 'x710', slot: 'SLOT 2', ports: 4 },
      { model: 'i350', slot: 'NIC', ports: 2 },
    ],
    switches: [
      { name: 'vs-prod', ports: ['SLOT 2 Port 1', 'SLOT 2 Port 2'], team: 'set', iov: true },
      { name: 'vs-dmz', ports: ['SLOT 2 Port 3'] },
    ],
  },
  {
    name: 'HV02',
    cluster: 'PROD-A',
    release: '2019',
    processor: 'xeon-6248r',
    sockets: 2,
    gib: 768,
    computer: ['Dell Inc.', 'PowerEdge R740', '2.19.1'],
    form: { kind: 'collector', powershell: '7.4.6' },
    nics: [
      { model: 'x710', slot: 'SLOT 2', ports: 4 },
      { model: 'i350', slot: 'NIC', ports: 2 },
    ],
    switches: [
      { name: 'vs-prod', ports: ['SLOT 2 Port 1'], iov: true },
      { name: 'vs-dmz', ports: ['SLOT 2 Port 3'] },
    ],
  },
  {
    name: 'HV03',
    cluster: 'PROD-A',
    release: '2019',
    processor: 'xeon-6248r',
    sockets: 2,
    gib: 768,
    computer: ['Dell Inc.', 'PowerEdge R740', '2.4.8'],
    form: {
      kind: 'plain',
      edition: '5.1',
      encoding: 'utf-16',
      depth: 2,
      listsCluster: true,
      printsParents: true,
    },
    iovReasons: [FIRMWARE_OFF],
    nics: [
      { model: 'x710', slot: 'SLOT 2', ports: 4, support: 'NoIoMmuSupport' },
      { model: 'i350', slot: 'NIC', ports: 2, support: 'NoIoMmuSupport' },
    ],
    switches: [
      {
        name: 'vs-prod',
        ports: ['SLOT 2 Port 1', 'SLOT 2 Port 2'],
        team: 'set',
        iov: true,
        reasons: [FIRMWARE_OFF],
      },
    ],
  },
  {
    name: 'HV04',
    cluster: 'PROD-A',
    release: '2019',
    processor: 'xeon-6248r',
    sockets: 2,
    gib: 768,
    computer: ['Dell Inc.', 'PowerEdge R740', '2.19.1'],
    form: { kind: 'plain', edition: '5.1', encoding: 'utf-16', depth: 4 },
    nics: [
      { model: 'x710', slot: 'SLOT 2', ports: 4 },
      { model: 'i350', slot: 'NIC', ports: 2 },
    ],
    switches: [
      { name: 'vs-prod', ports: ['SLOT 2 Port 1', 'SLOT 2 Port 2'], team: 'set' },
      { name: 'vs-dmz', ports: ['SLOT 2 Port 3'] },
    ],
  },
  {
    name: 'HV11',
    cluster: 'PROD-B',
    release: '2022',
    processor: 'epyc-7543',
    sockets: 2,
    gib: 1024,
    computer: ['Supermicro', 'AS -2024US-TRT', '2.6'],
    form: { kind: 'collector' },
    nics: [{ model: 'e810', slot: 'SLOT 1', ports: 2 }],
    switches: [
      { name: 'vs-prod', ports: ['SLOT 1 Port 1', 'SLOT 1 Port 2'], team: 'set', iov: true },
    ],
  },
  {
    name: 'HV12',
    cluster: 'PROD-B',
    release: '2022',
    processor: 'epyc-7543',
    sockets: 2,
    gib: 1024,
    computer: ['Supermicro', 'AS -2024US-TRT', '2.6'],
    form: { kind: 'collector' },
    nics: [{ model: 'e810', slot: 'SLOT 1', ports: 2, vfs: 2 }],
    switches: [
      { name: 'vs-prod', ports: ['SLOT 1 Port 1', 'SLOT 1 Port 2'], team: 'set', iov: true },
    ],
  },
  {
    name: 'HV13',
    cluster: 'PROD-B',
    release: '2022',
    processor: 'epyc-7543',
    sockets: 2,
    gib: 1024,
    computer: ['Supermicro', 'AS -2024US-TRT', '2.6'],
    form: { kind: 'collector' },
    nics: [{ model: 'e810', slot: 'SLOT 5', ports: 2, support: 'MissingAcs' }],
    switches: [
      {
        name: 'vs-prod',
        ports: ['SLOT 5 Port 1', 'SLOT 5 Port 2'],
        team: 'set',
        iov: true,
        reasons: [NO_ACS],
      },
    ],
  },
  {
    name: 'HV14',
    cluster: 'PROD-B',
    release: '2022',
    processor: 'epyc-7543',
    sockets: 2,
    gib: 1024,
    computer: ['Supermicro', 'AS -2024US-TRT', '2.1'],
    form: {
      kind: 'plain',
      edition: '7',
      encoding: 'utf-8',
      depth: 4,
      enumsAsStrings: true,
      without: ['Get-NetAdapterSriov'],
    },
    nics: [{ model: 'connectx-6-dx', slot: 'SLOT 1', ports: 2 }],
    switches: [
      { name: 'vs-prod', ports: ['SLOT 1 Port 1', 'SLOT 1 Port 2'], team: 'set', iov: true },
    ],
  },
  {
    name: 'HV21',
    release: '2012',
    processor: 'xeon-e5-2680v4',
    sockets: 2,
    gib: 256,
    computer: ['HPE', 'ProLiant DL380 Gen9', 'P89'],
    form: { kind: 'plain', edition: '5.1', encoding: 'utf-8-bom', depth: 4 },
    nics: [{ model: 'x540', slot: 'Ethernet', ports: 2, isUntuned: true }],
    switches: [
      {
        name: 'vs-prod',
        ports: ['Ethernet 1', 'Ethernet 2'],
        team: 'lbfo',
        teamName: 'Team1',
        mode: 'SwitchIndependent',
        balancing: 'Dynamic',
      },
    ],
  },
  {
    name: 'HV22',
    release: '2016',
    processor: 'xeon-e5-2680v4',
    sockets: 2,
    gib: 384,
    computer: ['HPE', 'ProLiant DL380 Gen9', 'P89'],
    form: { kind: 'collector' },
    nics: [{ model: 'x520', slot: 'Ethernet', ports: 2 }],
    switches: [
      {
        name: 'vs-prod',
        ports: ['Ethernet 1', 'Ethernet 2'],
        team: 'lbfo',
        teamName: 'Team-Prod',
        mode: 'Lacp',
        balancing: 'TransportPorts',
      },
    ],
  },
  {
    name: 'BR-HV1',
    release: '2019-standard',
    processor: 'xeon-4214',
    sockets: 1,
    gib: 96,
    computer: ['Dell Inc.', 'PowerEdge T440', '2.10.0'],
    form: { kind: 'collector', powershell: '7.4.6' },
    nics: [{ model: 'i350', slot: 'NIC', ports: 2 }],
    switches: [
      { name: 'vs-prod', ports: ['NIC 1'] },
      { name: 'vs-internal', ports: [], type: 'Internal' },
    ],
  },
  {
    name: 'LAB-HV1',
    release: '2025',
    processor: 'xeon-4410y',
    sockets: 1,
    gib: 256,
    computer: ['Lenovo', 'ThinkSystem SR630 V3', 'KAE122I'],
    form: { kind: 'collector', sampleSeconds: 60 },
    nics: [{ model: 'connectx-6-lx', slot: 'SLOT 3', ports: 2, vfs: 2 }],
    switches: [
      { name: 'vs-prod', ports: ['SLOT 3 Port 1'], iov: true, forwarding: 'Contoso Packet Broker' },
    ],
  },
];

/** @type {readonly import('./types').ClusterDescription[]} */
export const clusters = [
  { name: 'PROD-A', functionalLevel: 10, upgradeVersion: 3, parallelMigrations: 1 },
  { name: 'PROD-B', functionalLevel: 11, upgradeVersion: 3, parallelMigrations: 2 },
];

export const domain = 'corp.example';
