import { expect, it } from 'vitest';
import { isDefault } from '../../../../electron/domain/import/inventory/defaults-origin';
import type { Fact } from '../../../../shared/fact';
import { fixture, importOf, onlyHost, onlySwitch, onlyVm, onlyVnic } from '../import-of';

const result = importOf({ 'ten-lines.json': fixture('inventory/ten-lines.json') });

/** Known values only; a `*` marks those that the format assumes. */
function known(facts: Readonly<Record<string, Fact<unknown>>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([field, fact]) =>
      fact.state === 'known' ? [[isDefault(fact) ? `${field}*` : field, fact.value]] : [],
    ),
  );
}

it('has no problem', () => {
  expect(result.problems).toEqual([]);
  expect(result.files).toEqual([
    {
      name: 'ten-lines.json',
      format: 'inventory',
      host: null,
      cmdlets: [],
      recordCount: 1,
      sizeBytes: fixture('inventory/ten-lines.json').length,
    },
  ]);
  expect(result.estate.clusters.map(({ id, name }) => [id, name])).toEqual([['prod', 'PROD']]);
});

it('gives these facts of the host', () => {
  const host = onlyHost(result);
  expect([host.id, host.name, host.clusterId, host.switchesKnown]).toEqual([
    'hv01',
    'HV01',
    'prod',
    true,
  ]);
  expect(known(host.facts)).toEqual({
    osName: 'Windows Server 2022 Datacenter',
    osBuild: 20348,
    osKind: 'server',
    osEdition: 'Datacenter',
    configurationVersions: ['8.0', '8.1', '8.2', '8.3', '9.0', '9.1', '9.2', '9.3', '10.0'],
    processorModel: 'Intel Xeon Gold 6248R',
    processorVendor: 'intel',
    processorGeneration: 'intel-cascade-lake-sp',
    clusterName: 'PROD',
    iovSupport: true,
    'iovSupportReasons*': [],
    'iovEnableOverride*': false,
    'belowTenGigVmqEnabled*': false,
    'tenGigVmqEnabled*': false,
    'numaSpanningEnabled*': true,
    'migrationEnabled*': true,
    'migrationLimit*': 2,
    'migrationsRunning*': 0,
    'migrationTransport*': 'compression',
    'ethernetResourcePools*': ['Primordial'],
    'logicalProcessorCount*': 2048,
    'memoryFreeBytes*': 2 ** 50,
    'dynamicMacAddressesInUse*': 1,
  });
});

it('gives these facts of the adapter', () => {
  const [adapter] = onlyHost(result).adapters;
  expect([adapter?.id, known(adapter?.facts ?? {})]).toEqual([
    'hv01/nic/NIC1',
    {
      description: 'Intel X710',
      make: 'intel',
      catalogueModel: 'intel-x710',
      'linkUp*': true,
      'linkBitsPerSecond*': 10_000_000_000,
      'sriovListed*': true,
      'sriovEnabled*': true,
      'sriovSupport*': 'supported',
      // 128 VFs of the device over the four ports it has at most.
      'vfCount*': 32,
      'vmqListed*': true,
      'vmqEnabled*': true,
      'vmqQueueCount*': 64,
      'lbfoTeam*': null,
      'vendorTeamOrVlan*': false,
      'singleVportPool*': false,
      'vfRssSupported*': true,
      'vmqBaseProcessor*': 2,
    },
  ]);
});

it('gives these facts of the switch', () => {
  const facts = known(onlySwitch(result).facts);
  expect(facts).toEqual({
    'switchType*': 'external',
    memberAdapters: ['NIC1'],
    'teaming*': 'none',
    iovEnabled: true,
    'iovSupport*': true,
    'iovSupportReasons*': [],
    'vfCapacity*': 32,
    'vfsInUse*': 1,
    'queuePairCapacity*': 1024,
    'queuePairsInUse*': 0,
    'vmqCapacity*': 64,
    'vmqsInUse*': 0,
    'bandwidthMode*': 'none',
    'forwardingExtensions*': [],
    'enabledExtensions*': [],
    'portFeatures*': [],
    'vmqRejectedByDriver*': false,
  });
});

it('gives these facts of the VM and its adapter', () => {
  const vm = onlyVm(result);
  expect([vm.id, vm.hostId, vm.vnicsKnown]).toEqual(['hv01/vm/sql-03', 'hv01', true]);
  expect(known(vm.facts)).toEqual({
    guestOs: 'Windows Server 2019',
    'state*': 'running',
    'generation*': 2,
    'configurationVersion*': '10.0',
    'processorCount*': 2,
    'memoryStartupBytes*': 4 * 2 ** 30,
    'memoryAssignedBytes*': 4 * 2 ** 30,
    'dynamicMemory*': false,
    'processorCompatibility*': false,
    'exposesVirtualization*': false,
    'resourceMetering*': false,
    'assignedDevices*': [],
    'gpuPartitionCount*': 0,
    'clustered*': true,
    'possibleOwners*': ['HV01'],
    'configurationPossibleOwners*': ['HV01'],
    'dvdImages*': [],
    'sharedDisks*': false,
    'fibreChannelAdapterCount*': 0,
    'secureBoot*': true,
    'vtpmEnabled*': false,
    'shielded*': false,
    'replicationMode*': 'none',
  });
  const vnic = onlyVnic(result);
  expect([vnic.id, vnic.name]).toEqual(['hv01/vm/sql-03/nic/0', 'Network Adapter']);
  expect(known(vnic.facts)).toEqual({
    switchName: 'vs-iov',
    'connected*': true,
    'isLegacy*': false,
    'dynamicMacAddress*': true,
    iovWeight: 100,
    'iovUsage*': 1,
    'iovQueuePairsRequested*': 1,
    'vmqWeight*': 100,
    'vrssEnabled*': true,
    'vmmqEnabled*': true,
    'macAddressSpoofing*': false,
    'dhcpGuard*': false,
    'routerGuard*': false,
    'allowTeaming*': false,
    'portMirroring*': 'none',
    'aclActions*': [],
    'extendedAclCount*': 0,
    'virtualSubnetId*': 0,
    'isolationMode*': 'none',
    'vlanMode*': 'untagged',
    'stormLimit*': 0,
    'dynamicIpAddressLimit*': 0,
    'maximumBandwidthBitsPerSecond*': 0,
    'minimumBandwidthBitsPerSecond*': 0,
    'minimumBandwidthWeight*': 0,
    'mandatoryFeatures*': [],
    'resourcePool*': null,
    'vfBindFailure*': null,
  });
});

it('says of every value where it comes from', () => {
  expect(onlyVnic(result).facts.iovWeight).toMatchObject({
    origin: { kind: 'import', file: 'ten-lines.json', field: 'hosts[0].vms[0].vnics[0].iovWeight' },
  });
  expect(onlyVnic(result).facts.vmqWeight).toMatchObject({
    origin: {
      kind: 'derived',
      from: 'default of the inventory format: what Add-VMNetworkAdapter sets',
    },
  });
});
