import { describe, expect, it } from 'vitest';
import {
  collectorFile,
  importOf,
  onlyHost,
  onlySwitch,
  onlyVm,
  onlyVnic,
  valueOrReason,
  valuesOf,
} from '../import-of';

const VM_ID = '6d1f4c9e-1a57-4c0e-9f43-6a1c2b7d8e01';
const NIC_ID = '0b3e2a41-55c7-4e0e-8b0c-6f2d9a1e7c33';
const vm = {
  VMId: VM_ID,
  VMName: 'app01',
  Name: 'app01',
  Id: VM_ID,
  State: 'Running',
  Generation: 2,
  Version: '10.0',
  ProcessorCount: 4,
  MemoryAssigned: 8589934592,
  MemoryStartup: 4294967296,
  DynamicMemoryEnabled: true,
  IsClustered: true,
  ResourceMeteringEnabled: false,
  OperationalStatus: ['Ok'],
  ReplicationMode: 'None',
};
const vmNic = {
  VMId: VM_ID,
  VMName: 'app01',
  Name: 'Network Adapter',
  Id: `Microsoft:${VM_ID.toUpperCase()}\\${NIC_ID.toUpperCase()}`,
  IsManagementOs: false,
  Connected: true,
  SwitchName: 'vs-iov',
  IovWeight: 100,
  IovUsage: 0,
  VFDataPathActive: false,
  VmqWeight: 100,
  MacAddressSpoofing: 'Off',
  BandwidthSetting: null,
  PoolName: '',
  MandatoryFeatureId: [],
  MandatoryFeatureName: [],
};
const nic = {
  Name: 'NIC1',
  InterfaceDescription: 'Intel(R) Ethernet Network Adapter E810-XXV-2',
  InterfaceGuid: '{5F3B7A90-8D21-4C6B-9E54-31C0D2A7F6B8}',
  PnPDeviceID: 'PCI\\VEN_8086&DEV_159B&SUBSYS_00028086&REV_02\\6&2b8bbba7&0&00000008',
  HardwareInterface: true,
  MediaConnectState: 'Connected',
  ReceiveLinkSpeed: 25000000000,
  DriverVersion: '1.13.236.0',
};
const hostNic = {
  Name: 'vEthernet (vs-iov)',
  InterfaceDescription: 'Hyper-V Virtual Ethernet Adapter',
  HardwareInterface: false,
};
const vSwitch = {
  Name: 'vs-iov',
  Id: 'c81d5e7a-92b4-4d06-a3f7-0e6b8c2d4f19',
  SwitchType: 'External',
  IovEnabled: true,
  EmbeddedTeamingEnabled: false,
  NetAdapterInterfaceGuid: ['5f3b7a90-8d21-4c6b-9e54-31c0d2a7f6b8'],
};

describe('a section that answered tells also what there is not', () => {
  const result = importOf({
    'HV07-portolan.json': collectorFile({
      'Get-NetAdapter': [nic, hostNic],
      'Get-NetAdapterSriov': [],
      'Get-NetAdapterVmq': [{ Name: 'NIC1', Enabled: true, NumberOfReceiveQueues: 63 }],
      'Get-NetLbfoTeam': [],
      'Get-NetLbfoTeamMember': [],
      'Get-VMSwitch': [vSwitch],
      'Get-VMSwitchExtension': [
        {
          SwitchName: 'vs-iov',
          Name: 'Microsoft NDIS Capture',
          ExtensionType: 'Capture',
          Enabled: false,
        },
      ],
      'Get-VM': [vm],
      'Get-VMNetworkAdapter': [vmNic],
      'Get-VMNetworkAdapterAcl': [],
      'Get-VMNetworkAdapterExtendedAcl': [],
      'Get-VMAssignableDevice': [],
      'Get-VMDvdDrive': [{ VMId: VM_ID, VMName: 'app01', Path: null }],
      'Get-VMHardDiskDrive': [
        { VMId: VM_ID, VMName: 'app01', Path: 'C:\\a.vhdx', SupportPersistentReservations: false },
      ],
      PortolanVmSwitchRegistry: [{ Path: 'HKLM:\\x', KeyExists: true, TenGigVmqEnabled: 1 }],
      PortolanVirtualizationRegistry: [{ Path: 'HKLM:\\y', KeyExists: false }],
      PortolanEvents: [],
      'Get-Cluster': { status: 'skipped', error: 'no Cluster service', records: [] },
      'Get-Service': [{ Name: 'vmms', Status: 'Running' }],
    }),
  });

  it('finds nothing wrong with the file', () => {
    expect(result.problems).toEqual([]);
    expect(result.files[0]).toMatchObject({ format: 'collector', host: 'HV07' });
  });

  it('lists the physical adapters only, and who does not list them', () => {
    const [adapter, ...others] = onlyHost(result).adapters;
    expect(others).toEqual([]);
    expect(
      valuesOf(adapter?.facts ?? {}, [
        'sriovListed',
        'sriovSupport',
        'vmqListed',
        'vmqQueueCount',
        'lbfoTeam',
        'pciDeviceId',
        'catalogueModel',
        'linkUp',
        'linkBitsPerSecond',
      ]),
    ).toEqual({
      sriovListed: false,
      sriovSupport: 'unknown: not-collected',
      vmqListed: true,
      vmqQueueCount: 63,
      lbfoTeam: null,
      pciDeviceId: '159b',
      catalogueModel: 'intel-e810-xxv',
      linkUp: true,
      linkBitsPerSecond: 25000000000,
    });
    expect(adapter?.facts.sriovListed).toMatchObject({
      origin: { kind: 'derived', from: 'Get-NetAdapterSriov does not list this adapter' },
    });
  });

  it('follows the switch to its adapter by GUID', () => {
    expect(
      valuesOf(onlySwitch(result).facts, [
        'memberAdapters',
        'teaming',
        'forwardingExtensions',
        'enabledExtensions',
        'vmqRejectedByDriver',
      ]),
    ).toEqual({
      memberAdapters: ['NIC1'],
      teaming: 'none',
      forwardingExtensions: [],
      enabledExtensions: [],
      vmqRejectedByDriver: false,
    });
  });

  it('tells a registry value that was never set from a key that was not read', () => {
    expect(
      valuesOf(onlyHost(result).facts, [
        'belowTenGigVmqEnabled',
        'tenGigVmqEnabled',
        'iovEnableOverride',
        'clusterName',
        'collectedAt',
        'migrationsRunning',
      ]),
    ).toEqual({
      belowTenGigVmqEnabled: false,
      tenGigVmqEnabled: true,
      iovEnableOverride: 'unknown: not-collected',
      clusterName: null,
      collectedAt: '2026-03-02T08:15:30.0000000Z',
      migrationsRunning: 0,
    });
  });

  it('takes empty lists of the VM for "none"', () => {
    expect(
      valuesOf(onlyVm(result).facts, [
        'assignedDevices',
        'dvdImages',
        'sharedDisks',
        'gpuPartitionCount',
      ]),
    ).toEqual({
      assignedDevices: [],
      dvdImages: [],
      sharedDisks: false,
      gpuPartitionCount: 'unknown: not-collected',
    });
    expect(
      valuesOf(onlyVnic(result).facts, [
        'aclActions',
        'extendedAclCount',
        'mandatoryFeatures',
        'resourcePool',
        'maximumBandwidthBitsPerSecond',
        'vfBindFailure',
      ]),
    ).toEqual({
      aclActions: [],
      extendedAclCount: 0,
      mandatoryFeatures: [],
      resourcePool: null,
      maximumBandwidthBitsPerSecond: 0,
      vfBindFailure: null,
    });
  });
});

describe('a section that did not answer leaves its facts unknown', () => {
  const withSriov = (section: object) =>
    importOf({
      'HV07-portolan.json': collectorFile({
        'Get-NetAdapter': [nic],
        'Get-NetAdapterSriov': section,
      }),
    });

  it.each([
    ['failed', { status: 'failed', error: 'Access denied', records: [] }],
    ['missing', { status: 'missing-command', error: 'Not found', records: [] }],
    ['answered in part', { status: 'ok', error: 'NIC1: timeout', records: [] }],
  ])('%s: with a note', (_name, section) => {
    const result = withSriov(section);
    expect(valueOrReason(onlyHost(result).adapters[0]?.facts.sriovListed)).toBe(
      'unknown: not-collected',
    );
    expect(result.problems.map(({ place, severity }) => [place, severity])).toEqual([
      ['sections.Get-NetAdapterSriov', 'note'],
    ]);
  });

  it('skipped on purpose: without a word', () => {
    const result = withSriov({ status: 'skipped', error: 'Left out.', records: [] });
    expect(valueOrReason(onlyHost(result).adapters[0]?.facts.sriovListed)).toBe(
      'unknown: not-collected',
    );
    expect(result.problems).toEqual([]);
  });

  it('keeps the records that came before a failure', () => {
    const result = withSriov({
      status: 'failed',
      error: 'timeout',
      records: [{ Name: 'NIC1', Enabled: true, SriovSupport: 'Supported', NumVFs: 64 }],
    });
    expect(valueOrReason(onlyHost(result).adapters[0]?.facts.vfCount)).toBe(64);
  });

  it('does not trust empty lists of a collector that was not elevated', () => {
    const result = importOf({
      'HV07-portolan.json': collectorFile(
        { 'Get-VMSwitch': [], 'Get-NetAdapter': [nic], 'Get-NetAdapterSriov': [] },
        { elevated: false },
      ),
    });
    expect(onlyHost(result).switchesKnown).toBe(false);
    expect(valueOrReason(onlyHost(result).adapters[0]?.facts.sriovListed)).toBe(
      'unknown: not-collected',
    );
    expect(result.problems.map(({ place, severity }) => [place, severity])).toEqual([
      ['elevated', 'doubt'],
    ]);
  });
});

describe('a file that was cut off', () => {
  const whole = JSON.stringify(
    collectorFile({
      'Get-VMSwitch': [vSwitch],
      'Get-VM': [vm, { ...vm, VMId: 'a2c4e6f8-0b1d-4f3a-8c5e-7d9f1b3a5c70', Name: 'app02' }],
      'Get-VMNetworkAdapter': [vmNic],
    }),
    null,
    2,
  );
  const result = importOf({ 'HV07-portolan.json': whole.slice(0, whole.indexOf('"app02"')) });

  it('gives the records that were whole, and the line where it ends', () => {
    expect(onlyHost(result).switches.map((one) => one.name)).toEqual(['vs-iov']);
    expect(onlyVm(result).name).toBe('app01');
    expect(result.problems[0]).toMatchObject({
      severity: 'lost',
      place: expect.stringMatching(/^line \d+$/),
    });
  });

  it('does not take an unfinished list for a whole one', () => {
    expect(onlyHost(result).switchesKnown).toBe(true);
    expect(valueOrReason(onlyHost(result).facts.migrationsRunning)).toBe('unknown: not-collected');
    expect(onlyVm(result).vnicsKnown).toBe(false);
  });
});

it('says so when the collector was newer, and reads what it knows', () => {
  const result = importOf({
    'x.json': collectorFile({ 'Get-VMSwitch': [vSwitch] }, { portolanCollector: 2 }),
  });
  expect(onlySwitch(result).name).toBe('vs-iov');
  expect(result.problems.map(({ place, severity }) => [place, severity])).toEqual([
    ['portolanCollector', 'doubt'],
  ]);
});

it('reads guests, owners and traffic', () => {
  const sample = (number: 1 | 2, bytes: number, ticks: string) => ({
    Sample: number,
    Counter: 'NvspNicStats_HyperVVirtualNetworkAdapter',
    Name: `app01_Network Adapter_${VM_ID}_Microsoft:${VM_ID}\\${NIC_ID}`,
    Timestamp_PerfTime: ticks,
    Frequency_PerfTime: 10000000,
    BytesReceivedPersec: bytes,
    PacketsReceivedPersec: bytes / 1000,
  });
  const result = importOf({
    'HV07-portolan.json': collectorFile({
      'Get-VM': [vm],
      'Get-VMNetworkAdapter': [vmNic],
      PortolanGuestKvp: [
        { VMId: VM_ID, OSName: 'Ubuntu', OSMajorVersion: '20.04', ProcessorArchitecture: 'x86_64' },
      ],
      PortolanClusterOwners: [
        {
          Resource: 'Virtual Machine app01',
          ResourceType: 'Virtual Machine',
          VmId: VM_ID,
          Owners: ['HV07', 'HV08'],
        },
        {
          Resource: 'Virtual Machine Configuration app01',
          ResourceType: 'Virtual Machine Configuration',
          VmId: VM_ID,
          Owners: ['HV07'],
        },
      ],
      // 60 seconds apart, with timestamps that a double would round.
      PortolanTraffic: [
        sample(1, 1_000_000, '90071992547409930'),
        sample(2, 7_000_000, '90071993147409930'),
      ],
    }),
  });
  expect(
    valuesOf(onlyVm(result).facts, [
      'guestOs',
      'guestArchitecture',
      'possibleOwners',
      'configurationPossibleOwners',
    ]),
  ).toEqual({
    guestOs: 'Ubuntu 20.04',
    guestArchitecture: 'x64',
    possibleOwners: ['HV07', 'HV08'],
    configurationPossibleOwners: ['HV07'],
  });
  // 6,000,000 bytes in 60 s are 100,000 bytes/s, that is 800,000 bit/s; 6,000 packets are 100 a second.
  expect(
    valuesOf(onlyVnic(result).facts, [
      'receiveBitsPerSecond',
      'receivePacketsPerSecond',
      'sendBitsPerSecond',
    ]),
  ).toEqual({
    receiveBitsPerSecond: 800000,
    receivePacketsPerSecond: 100,
    sendBitsPerSecond: 'unknown: not-collected',
  });
});

describe('the host', () => {
  const host = (sections: Record<string, object[]>) =>
    onlyHost(importOf({ 'x.json': collectorFile(sections) })).facts;

  it('is known by build, SKU and caption', () => {
    expect(
      valuesOf(
        host({
          Win32_OperatingSystem: [
            {
              Caption: 'Microsoft Windows Server 2022 Datacenter',
              BuildNumber: '20348',
              OperatingSystemSKU: 8,
              ProductType: 3,
              FreePhysicalMemory: 1048576,
              TotalVisibleMemorySize: 2097152,
            },
          ],
        }),
        [
          'osBuild',
          'osKind',
          'osEdition',
          'configurationVersions',
          'memoryBytes',
          'memoryFreeBytes',
        ],
      ),
    ).toEqual({
      osBuild: 20348,
      osKind: 'server',
      osEdition: 'Datacenter',
      configurationVersions: ['8.0', '8.1', '8.2', '8.3', '9.0', '9.1', '9.2', '9.3', '10.0'],
      memoryBytes: 2147483648,
      memoryFreeBytes: 1073741824,
    });
  });

  it('believes its own list of configuration versions before the catalogue', () => {
    expect(
      valueOrReason(
        host({
          Win32_OperatingSystem: [{ Caption: 'Windows Server 2022', BuildNumber: '20348' }],
          'Get-VMHostSupportedVersion': [
            { Name: 'a', Version: '9.0', IsDefault: false },
            {
              Name: 'b',
              Version: { Major: 10, Minor: 0, Build: -1, Revision: -1 },
              IsDefault: true,
            },
          ],
        }).configurationVersions,
      ),
    ).toEqual(['9.0', '10.0']);
  });

  it.each([
    [
      'Intel, in the upper half',
      'GenuineIntel',
      'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz',
      '0000000003330005',
      '0x5003303',
    ],
    [
      'AMD, in the lower half',
      'AuthenticAMD',
      'AMD EPYC 7543 32-Core Processor',
      'D111A00A00000000',
      '0xaa011d1',
    ],
  ])('reads the microcode of %s', (_name, maker, model, register, revision) => {
    const facts = host({
      Win32_Processor: [
        { Name: model, Manufacturer: maker, NumberOfCores: 24, MaxClockSpeed: 3000 },
        { Name: model, Manufacturer: maker, NumberOfCores: 24, MaxClockSpeed: 3000 },
      ],
      PortolanMicrocode: [{ Path: 'x', KeyExists: true, 'Update Revision': register }],
    });
    expect(valuesOf(facts, ['microcodeRevision', 'socketCount', 'coreCount'])).toEqual({
      microcodeRevision: revision,
      socketCount: 2,
      coreCount: 48,
    });
  });

  it('ignores the virtualization flags, which read False while a hypervisor runs', () => {
    const facts = host({
      Win32_Processor: [
        { Name: 'x', NumberOfCores: 1, MaxClockSpeed: 1, VirtualizationFirmwareEnabled: false },
      ],
    });
    expect(valueOrReason(facts.iovSupport)).toBe('unknown: not-collected');
  });
});
