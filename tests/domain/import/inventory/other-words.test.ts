/** An inventory may call a property what PowerShell calls it. */
import { expect, it } from 'vitest';
import { importOf, valuesOf } from '../import-of';

it('takes the names of PowerShell for the same properties', () => {
  const { estate, problems } = importOf({
    'inventory.json': JSON.stringify({
      portolanInventory: 1,
      clusters: [{ name: 'PROD', ClusterFunctionalLevel: 10, MaximumParallelMigrations: 1 }],
      hosts: [
        {
          name: 'HV01',
          os: 'Windows Server 2019',
          cluster: 'PROD',
          MaximumVirtualMachineMigrations: 4,
          adapters: [{ name: 'NIC1', InterfaceDescription: 'X', LinkSpeed: '25 Gbps', NumVFs: 16 }],
          switches: [
            { name: 'vs', adapters: ['NIC1'], IovEnabled: true, IovVirtualFunctionsInUse: 3 },
          ],
        },
      ],
      vms: [
        {
          name: 'sql-03',
          host: 'HV01',
          Version: '9.0',
          CompatibilityForMigrationEnabled: true,
          CompatibilityForMigrationMode: 'MinimumFeatureSet',
          TpmEnabled: true,
          vnics: [{ switch: 'vs', PortMirroringMode: 'Source', PoolName: 'Gold' }],
        },
      ],
    }),
  });
  expect(problems.filter(({ severity }) => severity === 'lost')).toEqual([]);
  const [host] = estate.hosts;
  const [vm] = estate.vms;
  expect(
    valuesOf(estate.clusters[0]?.facts ?? {}, ['functionalLevel', 'parallelMigrations']),
  ).toEqual({ functionalLevel: 10, parallelMigrations: 1 });
  expect(valuesOf(host?.facts ?? {}, ['migrationLimit'])).toEqual({ migrationLimit: 4 });
  expect(valuesOf(host?.adapters[0]?.facts ?? {}, ['linkBitsPerSecond', 'vfCount'])).toEqual({
    linkBitsPerSecond: 25_000_000_000,
    vfCount: 16,
  });
  expect(valuesOf(host?.switches[0]?.facts ?? {}, ['vfsInUse'])).toEqual({ vfsInUse: 3 });
  expect(
    valuesOf(vm?.facts ?? {}, [
      'configurationVersion',
      'processorCompatibility',
      'processorCompatibilityMode',
      'vtpmEnabled',
    ]),
  ).toEqual({
    configurationVersion: '9.0',
    processorCompatibility: true,
    processorCompatibilityMode: 'minimum-feature-set',
    vtpmEnabled: true,
  });
  expect(
    valuesOf(vm?.vnics[0]?.facts ?? {}, ['switchName', 'portMirroring', 'resourcePool']),
  ).toEqual({ switchName: 'vs', portMirroring: 'source', resourcePool: 'Gold' });
});

/** One host with one adapter and one switch, and one VM with one vNIC, in other words. */
function readAs(parts: {
  readonly cluster?: object;
  readonly host?: object;
  readonly nic?: object;
  readonly vs?: object;
  readonly vm?: object;
  readonly vnic?: object;
}) {
  const { estate, problems } = importOf({
    'inventory.json': {
      portolanInventory: 1,
      ...(parts.cluster === undefined ? {} : { clusters: [parts.cluster] }),
      hosts: [
        {
          name: 'HV01',
          os: 'Windows Server 2022',
          adapters: [{ name: 'NIC1', model: 'Intel X710', ...parts.nic }],
          switches: [{ name: 'vs', adapters: ['NIC1'], ...parts.vs }],
          ...parts.host,
        },
      ],
      vms: [
        {
          name: 'sql-03',
          host: 'HV01',
          vnics: [{ name: 'nic', switchName: 'vs', ...parts.vnic }],
          ...parts.vm,
        },
      ],
    },
  });
  expect(problems.filter(({ severity }) => severity === 'lost')).toEqual([]);
  const [host] = estate.hosts;
  const [vm] = estate.vms;
  return {
    host: host?.facts ?? {},
    nic: host?.adapters[0]?.facts ?? {},
    vs: host?.switches[0]?.facts ?? {},
    vm: vm?.facts ?? {},
    vnic: vm?.vnics[0]?.facts ?? {},
  };
}

it.each<[string, Parameters<typeof readAs>[0], keyof ReturnType<typeof readAs>, object]>([
  ['cpu', { host: { cpu: 'AMD EPYC 7543' } }, 'host', { processorVendor: 'amd' }],
  ['a unit in the word', { host: { memoryGB: 256 } }, 'host', { memoryBytes: 256 * 2 ** 30 }],
  ['separators', { vnic: { iov_weight: 50 } }, 'vnic', { iovWeight: 50 }],
  ['a release by its year', { host: { os: 'WS2019' } }, 'host', { osBuild: 17763 }],
  ['a release without its maker', { host: { os: '2012 R2' } }, 'host', { osBuild: 9600 }],
  ['a link in the word', { nic: { linkSpeedGbps: 1 } }, 'nic', { linkBitsPerSecond: 1e9 }],
  ['the check box of SR-IOV', { vnic: { sriov: true } }, 'vnic', { iovWeight: 100 }],
  ['no VMQ', { vnic: { vmq: 'off' } }, 'vnic', { vmqWeight: 0 }],
  ['a VM that is stopped', { vm: { powerState: 'Stopped' } }, 'vm', { state: 'off' }],
  ['an embedded team', { vs: { embeddedTeamingEnabled: true } }, 'vs', { teaming: 'set' }],
  ['no embedded team', { vs: { embeddedTeamingEnabled: false } }, 'vs', { teaming: 'none' }],
  ['a team without a name', { nic: { lbfo: true } }, 'vs', { teaming: 'lbfo' }],
  [
    'ACLs as PowerShell prints them',
    { vnic: { AclList: [{ Action: 'Deny', Direction: 'Both' }, { Action: 'Meter' }] } },
    'vnic',
    { aclActions: ['deny', 'meter'] },
  ],
  ['extended ACLs', { vnic: { ExtendedAclList: [{}, {}] } }, 'vnic', { extendedAclCount: 2 }],
  [
    'settings as PowerShell prints them',
    {
      vnic: {
        VlanSetting: { OperationMode: 'Trunk' },
        BandwidthSetting: { MaximumBandwidth: 1e9 },
      },
    },
    'vnic',
    { vlanMode: 'trunk', maximumBandwidthBitsPerSecond: 1e9 },
  ],
  [
    'extensions as PowerShell prints them',
    {
      vs: {
        Extensions: [
          { Name: 'Nexus', ExtensionType: 'Forwarding', Enabled: true },
          { Name: 'Old one', ExtensionType: 'Forwarding', Enabled: false },
          { Name: 'Microsoft NDIS Capture', ExtensionType: 'Monitoring', Enabled: true },
        ],
      },
    },
    'vs',
    { forwardingExtensions: ['Nexus'], enabledExtensions: ['Nexus', 'Microsoft NDIS Capture'] },
  ],
  [
    'extensions by name, of which nobody knows the type',
    { vs: { extensions: ['Nexus'] } },
    'vs',
    { enabledExtensions: ['Nexus'], forwardingExtensions: 'unknown: not-collected' },
  ],
  [
    'the extensions that every switch has',
    { vs: { extensions: ['Microsoft NDIS Capture'] } },
    'vs',
    { forwardingExtensions: [] },
  ],
  [
    'drives as PowerShell prints them',
    { vm: { DvdDrives: [{ Path: null }, { Path: 'D:\\x.iso' }] } },
    'vm',
    { dvdImages: ['D:\\x.iso'] },
  ],
  [
    'Enabled beside what Get-NetAdapterSriov prints',
    { nic: { SriovSupport: 'Supported', NumVFs: 8, Enabled: false } },
    'nic',
    { sriovEnabled: false, vfCount: 8 },
  ],
  [
    'an adapter without a model whose SR-IOV is told',
    { nic: { model: undefined, numVFs: 8 } },
    'nic',
    { sriovListed: true, sriovEnabled: true, sriovSupport: 'supported' },
  ],
  [
    'the nodes of a cluster',
    { cluster: { name: 'PROD', nodes: ['hv01.example.com'] } },
    'host',
    { clusterName: 'PROD' },
  ],
  [
    'the word of the format before any other',
    { vnic: { iovWeight: 0, sriov: true } },
    'vnic',
    { iovWeight: 0 },
  ],
])('understands %s', (_name, parts, of, values) => {
  expect(valuesOf(readAs(parts)[of], Object.keys(values))).toEqual(values);
});

it('tells of nodes that no file describes', () => {
  const { problems } = importOf({
    'inventory.json': {
      portolanInventory: 1,
      clusters: [{ name: 'PROD', nodes: ['HV01', 'HV02'] }],
      hosts: [{ name: 'HV01', os: 'Windows Server 2022' }],
    },
  });
  expect(problems.map(({ place, found }) => [place, found])).toEqual([
    ['clusters[0].nodes', 'HV02'],
  ]);
});
