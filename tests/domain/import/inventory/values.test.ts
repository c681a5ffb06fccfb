import { describe, expect, it } from 'vitest';
import { fixture, importOf, valueOrReason, valuesOf } from '../import-of';

const result = importOf({ 'every-word.json': fixture('inventory/every-word.json') });
const [host] = result.estate.hosts;
const adapter = (name: string) => host?.adapters.find((one) => one.name === name)?.facts ?? {};
const vSwitch = (name: string) => host?.switches.find((one) => one.name === name)?.facts ?? {};
const vm = (name: string) => result.estate.vms.find((one) => one.name === name);

describe('values as people write them', () => {
  it('sizes, clocks, rates, names and numbers of PowerShell', () => {
    expect(
      valuesOf(host?.facts ?? {}, [
        'memoryBytes',
        'clockMegahertz',
        'migrationTransport',
        'migrationAuthentication',
        'osBuild',
        'osEdition',
        'processorVendor',
        'processorGeneration',
      ]),
    ).toEqual({
      memoryBytes: 512 * 2 ** 30,
      clockMegahertz: 2800,
      migrationTransport: 'smb',
      migrationAuthentication: 'kerberos',
      osBuild: 17763,
      osEdition: 'Standard',
      processorVendor: 'amd',
      processorGeneration: 'amd-milan',
    });
    expect(valuesOf(adapter('NIC1'), ['linkBitsPerSecond', 'pcieGigatransfersPerSecond'])).toEqual({
      linkBitsPerSecond: 25_000_000_000,
      pcieGigatransfersPerSecond: 8,
    });
    expect(valuesOf(adapter('NIC2'), ['vfCount', 'sriovSupport'])).toEqual({
      vfCount: 32,
      sriovSupport: 'no-vf-bar-space',
    });
  });

  it('"unknown" and null for "I do not know", which no default overrules', () => {
    expect(valueOrReason(host?.facts.iovSupport)).toBe('unknown: not-collected');
    expect(valueOrReason(vm('legacy-01')?.facts.guestArchitecture)).toBe('unknown: not-collected');
    expect(valueOrReason(result.estate.clusters[0]?.facts.parallelMigrations)).toBe(
      'unknown: not-collected',
    );
  });

  it('teams, told by the adapters behind a switch', () => {
    expect(
      valuesOf(vSwitch('vs-set'), [
        'memberAdapters',
        'teaming',
        'teamingMode',
        'iovEnabled',
        'bandwidthMode',
      ]),
    ).toEqual({
      memberAdapters: ['NIC1', 'NIC2'],
      teaming: 'set',
      teamingMode: 'switch-independent',
      iovEnabled: true,
      bandwidthMode: 'absolute',
    });
    expect(valuesOf(vSwitch('vs-lbfo'), ['memberAdapters', 'teaming', 'vmqCapacity'])).toEqual({
      memberAdapters: ['NIC3'],
      teaming: 'lbfo',
      vmqCapacity: 64,
    });
    expect(
      valuesOf(vSwitch('vs-inside'), ['memberAdapters', 'teaming', 'vfCapacity', 'vmqCapacity']),
    ).toEqual({
      memberAdapters: [],
      teaming: 'none',
      vfCapacity: 0,
      vmqCapacity: 0,
    });
  });

  it('VMs by GUID, off, in a cluster', () => {
    const web = vm('web-01');
    expect([web?.id, web?.hostId]).toEqual(['6d1f4c9e-1a57-4c0e-9f43-6a1c2b7d8e01', 'hv01']);
    expect(
      valuesOf(web?.facts ?? {}, [
        'state',
        'memoryStartupBytes',
        'memoryAssignedBytes',
        'configurationVersion',
        'clustered',
        'possibleOwners',
        'configurationPossibleOwners',
        'secureBoot',
      ]),
    ).toEqual({
      state: 'off',
      memoryStartupBytes: 8 * 2 ** 30,
      memoryAssignedBytes: 0,
      configurationVersion: '9.0',
      clustered: true,
      possibleOwners: ['HV01'],
      configurationPossibleOwners: ['HV01'],
      secureBoot: false,
    });
    const [front, back] = web?.vnics ?? [];
    expect(
      valuesOf(front?.facts ?? {}, [
        'aclActions',
        'maximumBandwidthBitsPerSecond',
        'vlanMode',
        'accessVlanId',
      ]),
    ).toEqual({
      aclActions: ['meter'],
      maximumBandwidthBitsPerSecond: 1_000_000_000,
      vlanMode: 'access',
      accessVlanId: 120,
    });
    expect(valuesOf(back?.facts ?? {}, ['switchName', 'connected', 'dhcpGuard'])).toEqual({
      switchName: null,
      connected: false,
      dhcpGuard: true,
    });
  });

  it('a VM without a host and without adapters is in the plan, without a place', () => {
    const legacy = vm('legacy-01');
    expect([legacy?.hostId, legacy?.vnicsKnown]).toEqual([null, false]);
    expect(valueOrReason(legacy?.facts.possibleOwners)).toBe(null);
  });

  it('tells what it did not understand, and nothing else', () => {
    expect(result.problems.map(({ place, severity }) => [place, severity])).toEqual([
      ['vms[1]', 'doubt'],
      ['hosts[0].adapters[2].model', 'doubt'],
    ]);
  });
});

describe('pools', () => {
  const estate = (vms: readonly object[], more: object = {}) =>
    importOf({
      'inventory.json': {
        portolanInventory: 1,
        hosts: [
          {
            name: 'HV01',
            os: 'Windows Server 2022',
            memory: '64 GB',
            adapters: [{ name: 'NIC1', model: 'Intel X710', vfCount: 2 }],
            switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: true, ...more }],
            vms,
          },
        ],
      },
    }).estate.hosts[0];
  const vnics = [{ switchName: 'VS', iovWeight: 100 }];
  const use = (vms: readonly object[], more?: object) =>
    valuesOf(estate(vms, more)?.switches[0]?.facts ?? {}, ['vfCapacity', 'vfsInUse', 'vmqsInUse']);

  it('count running VMs, in their order, up to what there is', () => {
    const names = ['a', 'b', 'c'];
    expect(use(names.map((name) => ({ name, vnics })))).toEqual({
      vfCapacity: 2,
      vfsInUse: 2,
      vmqsInUse: 1,
    });
  });

  it('do not count VMs that are off, guests that can use no VF, and adapters that want none', () => {
    expect(
      use([
        { name: 'off', state: 'off', vnics },
        { name: 'old', guestOs: 'Windows Server 2008 R2', vnics },
        { name: 'plain', vnics: [{ switchName: 'vs' }] },
        { name: 'none', vnics: [{ switchName: 'vs', vmqWeight: 0 }] },
        { name: 'legacy', vnics: [{ switchName: 'vs', isLegacy: true, iovWeight: 100 }] },
      ]),
    ).toEqual({ vfCapacity: 2, vfsInUse: 0, vmqsInUse: 2 });
  });

  it('are empty of VFs on a switch without SR-IOV', () => {
    expect(use([{ name: 'a', vnics }], { iovEnabled: false })).toEqual({
      vfCapacity: 0,
      vfsInUse: 0,
      vmqsInUse: 1,
    });
  });

  it('of memory lose what running VMs have', () => {
    const host = estate([
      { name: 'a', memory: '16 GB' },
      { name: 'b', memory: '16 GB', state: 'off' },
    ]);
    expect(valueOrReason(host?.facts.memoryFreeBytes)).toBe(48 * 2 ** 30);
  });
});
