import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../../electron/domain/import/inventory/vocabulary';
import { suggestion } from '../../../../electron/domain/nearest-word';
import { importOf, onlyHost, onlySwitch, valueOrReason } from '../import-of';

const inventory = (body: object) => importOf({ 'i.json': { portolanInventory: 1, ...body } });
const host = (more: object = {}) => ({ name: 'HV01', os: 'Windows Server 2022', ...more });

describe('a misspelt property is told with what was probably meant', () => {
  it.each([
    ['iovEnable', 'switch', 'iovEnabled'],
    ['IovWieght', 'vnic', 'iovWeight'],
    ['switch', 'vnic', 'switchName'],
    ['adapter', 'switch', 'adapters'],
    ['vfcounts', 'adapter', 'vfCount'],
    ['migrationsNowRunning', 'host', 'migrationsRunning'],
  ] as const)('%s of a %s', (word, kind, meant) => {
    expect(suggestion(word, wordsOf(kind))).toBe(meant);
  });

  it('not when nothing is close', () => {
    expect(suggestion('colour', wordsOf('switch'))).toBeNull();
  });

  it('and the rest of the record is read', () => {
    const result = inventory({ hosts: [host({ switches: [{ name: 'vs', iovEnable: true }] })] });
    expect(onlySwitch(result).name).toBe('vs');
    expect(result.problems).toEqual([
      {
        file: 'i.json',
        place: 'hosts[0].switches[0].iovEnable',
        found: 'iovEnable',
        expected: 'iovEnabled',
        severity: 'lost',
        message:
          'A switch has no property “iovEnable”, so it was not read; did you mean “iovEnabled”?',
      },
    ]);
  });

  it('takes names in the letters of PowerShell', () => {
    const result = inventory({ hosts: [host({ switches: [{ Name: 'vs', IovEnabled: true }] })] });
    expect(valueOrReason(onlySwitch(result).facts.iovEnabled)).toBe(true);
    expect(result.problems).toEqual([]);
  });
});

describe('what does not fit is left out and told', () => {
  it.each<[string, object, readonly (readonly [string, string])[]]>([
    [
      'a number for a boolean',
      { hosts: [host({ iovSupport: 1 })] },
      [['hosts[0].iovSupport', 'lost']],
    ],
    [
      'a wrong choice',
      { hosts: [host({ switches: [{ name: 'a', switchType: 'Bridge' }] })] },
      [['hosts[0].switches[0].switchType', 'lost']],
    ],
    [
      'a rate without sense',
      { hosts: [host({ adapters: [{ name: 'a', link: 'fast' }] })] },
      [['hosts[0].adapters[0].link', 'lost']],
    ],
    [
      'a system that nobody knows',
      { hosts: [host({ os: 'TempleOS' })] },
      [['hosts[0].os', 'doubt']],
    ],
    [
      'a model that nobody knows',
      { hosts: [host({ adapters: [{ name: 'a', model: 'X' }] })] },
      [['hosts[0].adapters[0].model', 'doubt']],
    ],
    [
      'a host twice',
      { hosts: [host(), host({ name: 'hv01.contoso.com' })] },
      [['hosts[1]', 'lost']],
    ],
    [
      'a VM twice',
      {
        hosts: [host()],
        vms: [
          { name: 'a', host: 'HV01' },
          { name: 'A', host: 'hv01' },
        ],
      },
      [['vms[1]', 'lost']],
    ],
    [
      'a VM on a host that nobody lists',
      { hosts: [host()], vms: [{ name: 'a', host: 'HV99' }] },
      [['vms[0].host', 'lost']],
    ],
    [
      'a record without a name',
      { hosts: [host({ adapters: [{ link: '1 Gbps' }] })] },
      [['hosts[0].adapters[0]', 'lost']],
    ],
    ['a text for a record', { hosts: ['HV01'] }, [['hosts', 'lost']]],
    ['a text for a list', { hosts: [host({ adapters: 'NIC1' })] }, [['hosts[0].adapters', 'lost']]],
    ['an unknown part', { hosts: [host()], vm: [] }, [['vm', 'lost']]],
    [
      'an id that is no GUID',
      { hosts: [host({ vms: [{ name: 'a', id: '7' }] })] },
      [['hosts[0].vms[0].id', 'doubt']],
    ],
    ['a newer form', { portolanInventory: 2, hosts: [host()] }, [['portolanInventory', 'doubt']]],
  ])('%s', (_name, body, expected) => {
    expect(inventory(body).problems.map(({ place, severity }) => [place, severity])).toEqual(
      expected,
    );
  });

  it('adapters of a switch that the host does not list', () => {
    const result = inventory({
      hosts: [
        host({
          adapters: [{ name: 'NIC1' }],
          switches: [{ name: 'vs', adapters: ['NIC1', 'NIC9'] }],
        }),
      ],
    });
    expect(valueOrReason(onlySwitch(result).facts.memberAdapters)).toEqual(['NIC1']);
    expect(result.problems.map(({ found, severity }) => [found, severity])).toEqual([
      ['NIC9', 'lost'],
    ]);
  });

  it('a file without its first line is taken for an inventory, with a doubt', () => {
    const result = importOf({ 'i.json': { hosts: [host()] } });
    expect(onlyHost(result).id).toBe('hv01');
    expect(result.problems.map(({ place, severity }) => [place, severity])).toEqual([
      ['portolanInventory', 'doubt'],
    ]);
  });
});

describe('an inventory beside other files', () => {
  it('may put VMs on hosts that they describe', () => {
    const { estate, problems } = importOf({
      'HV07.Get-VMSwitch.json': { Name: 'vs', SwitchType: 2, IovEnabled: true },
      'i.json': { portolanInventory: 1, vms: [{ name: 'new', host: 'hv07' }] },
    });
    expect(estate.vms.map(({ hostId }) => hostId)).toEqual(['hv07']);
    expect(problems).toEqual([]);
  });

  it('overrules what it states and nothing by its defaults', () => {
    const { estate } = importOf({
      'HV07.Get-VMHost.json': {
        ComputerName: 'HV07',
        MaximumVirtualMachineMigrations: 8,
        MemoryCapacity: 5,
        LogicalProcessorCount: 48,
      },
      'i.json': { portolanInventory: 1, hosts: [{ name: 'HV07', memory: '1 GB' }] },
    });
    const [found] = estate.hosts;
    expect(
      [
        found?.facts.memoryBytes,
        found?.facts.migrationLimit,
        found?.facts.logicalProcessorCount,
      ].map(valueOrReason),
    ).toEqual([2 ** 30, 8, 48]);
  });
});
