import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS } from '../../../../electron/domain/import/limits';
import {
  importOf,
  latin1,
  onlyHost,
  onlySwitch,
  onlyVm,
  onlyVnic,
  utf16,
  valueOrReason,
  valuesOf,
} from '../import-of';

const vSwitch = { Name: 'vs', SwitchType: 2, IovEnabled: true };
const vm = {
  Name: 'app01',
  VMId: '6d1f4c9e-1a57-4c0e-9f43-6a1c2b7d8e01',
  State: 2,
  Version: '10.0',
};
const vmNic = { VMName: 'app01', VMId: vm.VMId, Name: 'nic', SwitchName: 'vs', IovWeight: 100 };

describe('shapes of a file', () => {
  it.each<[string, string]>([
    ['one record', JSON.stringify(vSwitch)],
    ['a list', JSON.stringify([vSwitch])],
    ['a list that 5.1 wrapped', JSON.stringify({ value: [vSwitch], Count: 1 })],
    [
      'documents one after the other',
      `${JSON.stringify({ ...vSwitch, IovEnabled: false })}\n${JSON.stringify(vSwitch)}`,
    ],
    [
      'a warning before the JSON',
      `WARNING: Resulting JSON is truncated\n${JSON.stringify(vSwitch)}`,
    ],
  ])('%s', (_name, text) => {
    const result = importOf({ 'HV07.Get-VMSwitch.json': text });
    expect(valueOrReason(onlySwitch(result).facts.iovEnabled)).toBe(true);
    expect(onlyHost(result).switchesKnown).toBe(true);
  });

  it('a wrapper of several commands, with and without Get-', () => {
    const result = importOf({
      'export.json': {
        VMHost: { ComputerName: 'HV07', LogicalProcessorCount: 48, MemoryCapacity: 1 },
        VMSwitch: [vSwitch],
        'Get-VM': vm,
      },
    });
    expect([onlyHost(result).id, onlySwitch(result).name, onlyVm(result).hostId]).toEqual([
      'hv07',
      'vs',
      'hv07',
    ]);
    expect(result.files[0]?.cmdlets).toEqual(['Get-VMSwitch', 'Get-VMHost', 'Get-VM']);
    expect(result.problems).toEqual([]);
  });

  it('a record with a property that is named like a command is no wrapper', () => {
    const result = importOf({
      'HV07.Get-ClusterGroup.json': {
        Cluster: 'CL1',
        Name: 'app01',
        GroupType: 111,
        OwnerNode: 'HV07',
      },
    });
    expect(result.files[0]?.cmdlets).toEqual(['Get-ClusterGroup']);
    expect(result.problems).toEqual([]);
  });

  it('an empty file says that there is none', () => {
    const result = importOf({
      'HV07.Get-NetAdapter.json': {
        Name: 'NIC1',
        InterfaceDescription: 'X',
        LinkSpeed: '10 Gbps',
        HardwareInterface: true,
      },
      'HV07.Get-NetAdapterSriov.json': '',
      'HV07.Get-Cluster.json': '\uFEFF\r\n',
    });
    expect(valueOrReason(onlyHost(result).adapters[0]?.facts.sriovListed)).toBe(false);
    expect(valueOrReason(onlyHost(result).facts.clusterName)).toBe(null);
    expect(result.problems).toEqual([]);
  });

  it('an empty file without a command in its name says nothing, and is listed', () => {
    const result = importOf({ 'export.json': '' });
    expect(result.files[0]?.format).toBe('unrecognised');
    expect(result.problems.map(({ severity }) => severity)).toEqual(['lost']);
  });

  it('text of a console that wrapped it', () => {
    const text = JSON.stringify(vSwitch)
      .replace('External', 'External')
      .replace('"vs"', '"v\r\ns"');
    const result = importOf({ 'HV07.Get-VMSwitch.json': text });
    expect(onlySwitch(result).name).toBe('vs');
    expect(result.problems.map(({ severity }) => severity)).toEqual(['doubt']);
  });

  it('a table of the console is turned away with advice', () => {
    const result = importOf({
      'HV07.Get-VM.txt': '\r\nName  State   CPUUsage(%)\r\n----  -----   ---\r\n',
    });
    expect(result.files.map(({ format }) => format)).toEqual(['unrecognised']);
    expect(
      result.problems.map(({ severity, message }) => [severity, /table/.test(message)]),
    ).toEqual([['lost', true]]);
  });

  it('encodings: a guess is a doubt', () => {
    const text = JSON.stringify({ ...vSwitch, Name: 'Zürich' });
    const marked = importOf({ 'HV07.Get-VMSwitch.json': utf16(text, 'be') });
    const guessed = importOf({ 'HV07.Get-VMSwitch.json': latin1(text) });
    expect([onlySwitch(marked).name, onlySwitch(guessed).name]).toEqual(['Zürich', 'Zürich']);
    expect([marked.problems, guessed.problems.map(({ severity }) => severity)]).toEqual([
      [],
      ['doubt'],
    ]);
  });
});

describe('damage', () => {
  it('costs one record, and the list is no longer whole', () => {
    const text = `[${JSON.stringify(vSwitch)},\n{"Name": oops},\n${JSON.stringify({ ...vSwitch, Name: 'other' })}]`;
    const result = importOf({ 'HV07.Get-VMSwitch.json': text });
    expect(onlyHost(result).switches.map(({ name }) => name)).toEqual(['vs', 'other']);
    expect(onlyHost(result).switchesKnown).toBe(false);
    expect(result.problems.map(({ place, severity }) => [place, severity])).toEqual([
      ['line 2', 'lost'],
    ]);
  });

  it('of a single record is told, not imported in part', () => {
    const result = importOf({ 'HV07.Get-VMSwitch.json': '{"Name": "vs", "SwitchType": 2, "Iov' });
    expect(result.estate.hosts.flatMap(({ switches }) => switches)).toEqual([]);
    expect(result.estate.hosts.some(({ switchesKnown }) => switchesKnown)).toBe(false);
    expect(result.problems[0]?.severity).toBe('lost');
  });

  it('in a record of no known command is told', () => {
    const result = importOf({ 'colors.json': [{ Color: 'red' }] });
    expect(result.problems.map(({ found, severity }) => [found, severity])).toEqual([
      ['Color', 'lost'],
    ]);
  });

  it('beyond the limit of records is told', () => {
    const limits = { ...IMPORT_LIMITS, maxRecords: 2 };
    const many = ['a', 'b', 'c'].map((Name) => ({ ...vSwitch, Name }));
    const result = importOf({ 'HV07.Get-VMSwitch.json': many }, limits);
    expect(onlyHost(result).switches.map(({ name }) => name)).toEqual(['a', 'b']);
    expect([
      onlyHost(result).switchesKnown,
      result.problems.map(({ severity }) => severity),
    ]).toEqual([false, ['lost']]);
  });
});

describe('the depth of an export', () => {
  const adapter = (properties: object) =>
    importOf({ 'HV07.Get-VMNetworkAdapter.json': [{ ...vmNic, ...properties }] });

  it.each<[string, object, unknown, number]>([
    [
      'a whole list',
      { AclList: [{ Action: 3, Direction: 1 }, { Action: 3 }, { Action: 2 }] },
      ['meter', 'deny'],
      0,
    ],
    ['an empty list', { AclList: [] }, [], 0],
    ['an empty list that was cut', { AclList: '' }, [], 0],
    [
      'a list that was cut',
      { AclList: 'Microsoft.HyperV.PowerShell.VMNetworkAdapterAclSetting' },
      'unknown: cut-off',
      1,
    ],
    [
      'a list of cut elements',
      { AclList: ['Microsoft.HyperV.PowerShell.VMNetworkAdapterAclSetting'] },
      'unknown: cut-off',
      1,
    ],
    ['an element that was collapsed', { AclList: { Action: 1, Direction: 1 } }, ['allow'], 0],
    ['no such property', {}, 'unknown: not-collected', 0],
    ['null', { AclList: null }, 'unknown: empty', 0],
  ])('ACLs: %s', (_name, properties, expected, problems) => {
    const result = adapter(properties);
    expect(valueOrReason(onlyVnic(result).facts.aclActions)).toEqual(expected);
    expect(result.problems.map(({ severity }) => severity)).toEqual(Array(problems).fill('doubt'));
    if (problems > 0) expect(result.problems[0]?.message).toContain('-Depth 4');
  });

  it.each<[string, unknown, unknown]>([
    ['settings', { OperationMode: 1, AccessVlanId: 120 }, 'access'],
    [
      'their type name',
      'Microsoft.HyperV.PowerShell.VMNetworkAdapterVlanSetting',
      'unknown: cut-off',
    ],
    ['a hashtable as text', '@{OperationMode=1}', 'unknown: cut-off'],
    ['null', null, 'unknown: empty'],
  ])('VLAN: %s', (_name, VlanSetting, expected) => {
    expect(valueOrReason(onlyVnic(adapter({ VlanSetting })).facts.vlanMode)).toEqual(expected);
  });

  it('does not read the adapters that a deep export repeats inside adapters', () => {
    const result = adapter({
      VlanSetting: { OperationMode: 2, ParentAdapter: { ...vmNic, Name: 'again' } },
    });
    expect(onlyVm(result).vnics.map(({ name }) => name)).toEqual(['nic']);
  });
});

describe('settings in files of their own', () => {
  it('are joined to the adapter that their cut parent names', () => {
    const result = importOf({
      'HV07.Get-VMNetworkAdapter.json': [vmNic],
      'HV07.Get-VMNetworkAdapterAcl.json': [
        {
          Action: 3,
          Direction: 1,
          LocalAddressType: 5,
          ParentAdapter: `VMNetworkAdapter (Name = 'nic', VMName = 'app01') [VMId = '${vm.VMId}']`,
        },
      ],
      'HV07.Get-VMNetworkAdapterVlan.json': [
        { OperationMode: 'Trunk', AccessVlanId: 0, ParentAdapter: { VMId: vm.VMId, Name: 'nic' } },
      ],
    });
    expect(valuesOf(onlyVnic(result).facts, ['aclActions', 'vlanMode'])).toEqual({
      aclActions: ['meter'],
      vlanMode: 'trunk',
    });
  });
});

describe('what is not a VM', () => {
  it('adapters of the host are left out', () => {
    const result = importOf({
      'HV07.Get-VMNetworkAdapter.json': [
        vmNic,
        { Name: 'Management', SwitchName: 'vs', MacAddress: '00155D000001', IsManagementOs: true },
      ],
    });
    expect(result.estate.vms.map(({ name }) => name)).toEqual(['app01']);
  });
});

describe('states of a VM', () => {
  it.each<[unknown, unknown, number]>([
    [2, 'running', 0],
    ['Running', 'running', 0],
    [{ value: 3, Value: 'Off' }, 'off', 0],
    ['RunningCritical', 'running', 0],
    [{ value: 32785, Value: 'RunningCritical' }, 'running', 0],
    [32796, 'other', 0],
    [32785, 'unknown: not-understood', 2],
  ])('%j is %s', (State, expected, problems) => {
    const result = importOf({ 'HV07.Get-VM.json': { ...vm, State } });
    expect(valueOrReason(onlyVm(result).facts.state)).toBe(expected);
    expect(result.problems).toHaveLength(problems);
  });

  it('counts migrations that run', () => {
    const result = importOf({ 'HV07.Get-VM.json': [{ ...vm, OperationalStatus: [2, 32774] }] });
    expect(valueOrReason(onlyHost(result).facts.migrationsRunning)).toBe(1);
  });

  it('knows from the status that the guest lacks its driver', () => {
    const result = importOf({
      'HV07.Get-VM.json': [{ ...vm, OperationalStatus: ['Degraded', 'IovGuestDriversNeeded'] }],
      'HV07.Get-VMNetworkAdapter.json': [{ ...vmNic, IovUsage: 1, VFDataPathActive: false }],
    });
    expect(valueOrReason(onlyVnic(result).facts.vfBindFailure)).toBe('Guest drivers needed.');
  });
});

describe('teams', () => {
  const adapters = [
    {
      Name: 'NIC1',
      InterfaceDescription: 'Intel X #1',
      InterfaceGuid: '{11111111-0000-0000-0000-000000000001}',
      HardwareInterface: true,
    },
    {
      Name: 'NIC2',
      InterfaceDescription: 'Intel X #2',
      InterfaceGuid: '{11111111-0000-0000-0000-000000000002}',
      HardwareInterface: true,
    },
    {
      Name: 'Team1',
      InterfaceDescription: 'Multiplexor',
      InterfaceGuid: '{11111111-0000-0000-0000-000000000003}',
      HardwareInterface: false,
    },
  ];
  const bound = (guids: readonly string[], more: object = {}) => ({
    ...vSwitch,
    EmbeddedTeamingEnabled: false,
    NetAdapterInterfaceGuid: guids.map((end) => `11111111-0000-0000-0000-00000000000${end}`),
    ...more,
  });
  const FIELDS = ['memberAdapters', 'teaming', 'teamingMode', 'loadBalancing'];

  it('follows an LBFO team to its members', () => {
    const result = importOf({
      'HV07.Get-NetAdapter.json': adapters,
      'HV07.Get-NetLbfoTeam.json': {
        Name: 'Team1',
        TeamNics: 'Team1',
        Members: ['NIC1', 'NIC2'],
        TeamingMode: 1,
        LoadBalancingAlgorithm: 4,
      },
      'HV07.Get-NetLbfoTeamMember.json': [
        { Name: 'NIC1', Team: 'Team1', AdministrativeMode: 0 },
        { Name: 'NIC2', Team: 'Team1', AdministrativeMode: 0 },
      ],
      'HV07.Get-VMSwitch.json': bound(['3']),
    });
    expect(valuesOf(onlySwitch(result).facts, FIELDS)).toEqual({
      memberAdapters: ['NIC1', 'NIC2'],
      teaming: 'lbfo',
      teamingMode: 'switch-independent',
      loadBalancing: 'hyper-v-port',
    });
    expect(
      onlyHost(result).adapters.map(({ name, facts }) => [name, valueOrReason(facts.lbfoTeam)]),
    ).toEqual([
      ['NIC1', 'Team1'],
      ['NIC2', 'Team1'],
    ]);
  });

  it('does not guess what is behind a team interface without its team', () => {
    const result = importOf({
      'HV07.Get-NetAdapter.json': adapters,
      'HV07.Get-VMSwitch.json': bound(['3']),
    });
    expect(valuesOf(onlySwitch(result).facts, ['memberAdapters', 'teaming'])).toEqual({
      memberAdapters: 'unknown: not-collected',
      teaming: 'unknown: not-collected',
    });
  });

  it('reads an embedded team', () => {
    const result = importOf({
      'HV07.Get-NetAdapter.json': adapters,
      'HV07.Get-VMSwitch.json': bound(['1', '2'], { EmbeddedTeamingEnabled: true }),
      'HV07.Get-VMSwitchTeam.json': {
        Name: 'vs',
        TeamingMode: 1,
        LoadBalancingAlgorithm: 5,
        NetAdapterInterfaceGuid: [],
      },
    });
    expect(valuesOf(onlySwitch(result).facts, FIELDS)).toEqual({
      memberAdapters: ['NIC1', 'NIC2'],
      teaming: 'set',
      teamingMode: 'switch-independent',
      loadBalancing: 'dynamic',
    });
  });
});

describe('clusters', () => {
  it('are known to all nodes that one node lists', () => {
    const { estate } = importOf({
      'HV07.Get-Cluster.json': {
        Name: 'CL1',
        MaximumParallelMigrations: 2,
        ClusterFunctionalLevel: 11,
      },
      'HV07.Get-ClusterNode.json': [
        { Name: 'HV07', State: 0, DrainStatus: 0 },
        { Name: 'hv08', State: 0, DrainStatus: 0 },
      ],
      'HV08.Get-VMSwitch.json': vSwitch,
      'HV09.Get-VMSwitch.json': vSwitch,
    });
    expect(
      estate.hosts.map(({ id, clusterId, facts }) => [
        id,
        clusterId,
        valueOrReason(facts.clusterName),
      ]),
    ).toEqual([
      ['hv07', 'cl1', 'CL1'],
      ['hv08', 'cl1', 'CL1'],
      ['hv09', null, 'unknown: not-collected'],
    ]);
    expect(
      estate.clusters.map(({ id, facts }) => [id, valueOrReason(facts.parallelMigrations)]),
    ).toEqual([['cl1', 2]]);
  });

  it('have no possible owners for a VM outside of them', () => {
    const result = importOf({ 'HV07.Get-VM.json': { ...vm, IsClustered: false } });
    expect(valuesOf(onlyVm(result).facts, ['clustered', 'possibleOwners'])).toEqual({
      clustered: false,
      possibleOwners: null,
    });
  });
});

it('tells a value without a meaning once per place, with its field', () => {
  const result = importOf({ 'HV07.Get-VMSwitch.json': [{ ...vSwitch, SwitchType: 'Quantum' }] });
  expect(onlySwitch(result).facts.switchType).toMatchObject({
    state: 'unknown',
    reason: 'not-understood',
    found: 'Quantum',
  });
  expect(result.problems).toEqual([
    {
      file: 'HV07.Get-VMSwitch.json',
      place: 'Get-VMSwitch[0].SwitchType',
      found: 'Quantum',
      expected: 'one of Private (0), Internal (1), External (2)',
      severity: 'lost',
      message:
        'The value “Quantum” of SwitchType has no known meaning, so it counts as unknown; correct it in the plan if you know it.',
    },
  ]);
});
