import { describe, expect, it } from 'vitest';
import {
  fixture,
  importOf,
  onlyHost,
  onlySwitch,
  onlyVm,
  onlyVnic,
  utf16,
  valuesOf,
} from '../import-of';

/*
 * The same records as Windows PowerShell 5.1 and PowerShell 7 write them. The files are made up
 * after the sources of both; names, GUIDs and counters are invented.
 */
const files = {
  ps51: (cmdlet: string) =>
    utf16(fixture(`worked-examples/ps51/HV07.${cmdlet}.json`).replaceAll('\n', '\r\n'), 'le'),
  ps7: (cmdlet: string) => fixture(`worked-examples/ps7/HV07.${cmdlet}.json`),
};

describe.each(['ps51', 'ps7'] as const)('output of %s', (version) => {
  const read = (cmdlet: string) => importOf({ [`HV07.${cmdlet}.json`]: files[version](cmdlet) });

  it('puts the vNIC app01 on the VF path, with guards off although their numbers are 1', () => {
    const result = read('Get-VMNetworkAdapter');
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual([
      {
        name: 'HV07.Get-VMNetworkAdapter.json',
        format: 'cmdlet-json',
        host: 'HV07',
        cmdlets: ['Get-VMNetworkAdapter'],
        recordCount: 1,
        sizeBytes: files[version]('Get-VMNetworkAdapter').length,
      },
    ]);
    const vm = onlyVm(result);
    expect([vm.id, vm.name, vm.hostId, vm.vnicsKnown]).toEqual([
      '6d1f4c9e-1a57-4c0e-9f43-6a1c2b7d8e01',
      'app01',
      'hv07',
      true,
    ]);
    const vnic = onlyVnic(result);
    expect(vnic.id).toBe(`${vm.id}/nic/0b3e2a41-55c7-4e0e-8b0c-6f2d9a1e7c33`);
    expect(
      valuesOf(vnic.facts, [
        'switchName',
        'connected',
        'isLegacy',
        'macAddress',
        'iovWeight',
        'iovUsage',
        'vfDataPathActive',
        'iovQueuePairsRequested',
        'vmqWeight',
        'vmqUsage',
        'macAddressSpoofing',
        'dhcpGuard',
        'routerGuard',
        'allowTeaming',
        'portMirroring',
        'aclActions',
        'extendedAclCount',
        'virtualSubnetId',
        'isolationMode',
        'vlanMode',
        'accessVlanId',
        'vfBindFailure',
        'stormLimit',
      ]),
    ).toEqual({
      switchName: 'vs-iov',
      connected: true,
      isLegacy: false,
      macAddress: '00155D0A1B2C',
      iovWeight: 100,
      iovUsage: 1,
      vfDataPathActive: true,
      iovQueuePairsRequested: 1,
      vmqWeight: 100,
      vmqUsage: 0,
      macAddressSpoofing: false,
      dhcpGuard: false,
      routerGuard: false,
      allowTeaming: false,
      portMirroring: 'none',
      aclActions: [],
      extendedAclCount: 'unknown: not-collected',
      virtualSubnetId: 0,
      isolationMode: 'vlan',
      vlanMode: 'access',
      accessVlanId: 120,
      vfBindFailure: null,
      stormLimit: 'unknown: not-collected',
    });
  });

  it('reads the switch vs-ext: external, SR-IOV flag on, platform without interrupt remapping', () => {
    const result = read('Get-VMSwitch');
    expect(result.problems).toEqual([]);
    expect(onlyHost(result).switchesKnown).toBe(true);
    const { id, name, facts } = onlySwitch(result);
    expect([id, name]).toEqual(['hv07/switch/vs-ext', 'vs-ext']);
    expect(
      valuesOf(facts, [
        'switchType',
        'bandwidthMode',
        'iovEnabled',
        'iovSupport',
        'iovSupportReasons',
        'vfCapacity',
        'vfsInUse',
        'vmqCapacity',
        'vmqsInUse',
        'memberAdapters',
        'forwardingExtensions',
      ]),
    ).toEqual({
      switchType: 'external',
      bandwidthMode: 'none',
      iovEnabled: true,
      iovSupport: false,
      iovSupportReasons: [
        'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
      ],
      vfCapacity: 0,
      vfsInUse: 0,
      vmqCapacity: 0,
      vmqsInUse: 0,
      memberAdapters: 'unknown: not-collected',
      forwardingExtensions: 'unknown: not-collected',
    });
    expect(facts.iovEnabled).toMatchObject({
      origin: {
        kind: 'import',
        file: 'HV07.Get-VMSwitch.json',
        field: 'Get-VMSwitch[0].IovEnabled',
      },
    });
  });

  it('reads the adapter as one without an IOMMU, and finds it behind the switch', () => {
    const result = importOf({
      'HV07.Get-NetAdapterSriov.json': files[version]('Get-NetAdapterSriov'),
      'HV07.Get-VMSwitch.json': files[version]('Get-VMSwitch'),
    });
    const [adapter] = onlyHost(result).adapters;
    expect(
      valuesOf(adapter?.facts ?? {}, [
        'description',
        'make',
        'catalogueModel',
        'sriovListed',
        'sriovEnabled',
        'sriovSupport',
        'vfCount',
        'vfsAllocated',
        'vportCount',
        'vportsActive',
        'singleVportPool',
        'vmqListed',
      ]),
    ).toEqual({
      description: 'Intel(R) Ethernet Controller E810-XXV for SFP',
      make: 'intel',
      catalogueModel: 'intel-e810-xxv',
      sriovListed: true,
      sriovEnabled: true,
      sriovSupport: 'no-iommu-support',
      vfCount: 64,
      vfsAllocated: 0,
      vportCount: 65,
      vportsActive: 1,
      singleVportPool: 'unknown: cut-off',
      vmqListed: 'unknown: not-collected',
    });
    expect(onlySwitch(result).facts.memberAdapters).toMatchObject({ value: ['SLOT 2 Port 1'] });
    expect(result.problems.map(({ place, severity }) => [place, severity])).toEqual([
      ['Get-NetAdapterSriov[0].CurrentCapabilities.SingleVportPoolSupported', 'doubt'],
      ['Get-NetAdapterSriov[0].CurrentCapabilities.VfRssSupported', 'doubt'],
    ]);
  });
});

it('reads names of enums, as -EnumsAsStrings and remoting write them, like their numbers', () => {
  const plain = JSON.parse(files.ps7('Get-VMSwitch')) as object;
  const named = { ...plain, SwitchType: 'External', BandwidthReservationMode: 'None' };
  const wrapped = {
    ...plain,
    SwitchType: { value: 2, Value: 'External' },
    PSComputerName: 'hv07',
    RunspaceId: '6d1f4c9e-1a57-4c0e-9f43-6a1c2b7d8e01',
    PSShowComputerName: true,
  };
  const [expected, ...others] = [plain, named, wrapped].map((record) =>
    valuesOf(onlySwitch(importOf({ 'HV07.Get-VMSwitch.json': record })).facts, [
      'switchType',
      'bandwidthMode',
    ]),
  );
  expect(others).toEqual([expected, expected]);
});
