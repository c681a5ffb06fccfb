import { describe, expect, it } from 'vitest';
import { importOf } from '../import-of';

const vmHost = { LogicalProcessorCount: 48, MemoryCapacity: 2 ** 38, IovSupport: true };

function hostNames(name: string, record: object): readonly string[] {
  return importOf({ [name]: record }).estate.hosts.map((host) => host.name);
}

describe('the host of a record', () => {
  it.each<[string, string, object, string]>([
    [
      'PSComputerName first',
      'F1.Get-VMHost.json',
      { ...vmHost, PSComputerName: 'HV01', ComputerName: 'HV02' },
      'HV01',
    ],
    [
      'then ComputerName',
      'F1.Get-VMHost.json',
      { ...vmHost, PSComputerName: null, ComputerName: 'HV02' },
      'HV02',
    ],
    [
      'not the localhost of the compatibility layer',
      'F1.Get-VMHost.json',
      { ...vmHost, PSComputerName: 'localhost', ComputerName: 'HV02' },
      'HV02',
    ],
    [
      'SystemName of a CIM object',
      'F1.Win32_Processor.json',
      { Name: 'Xeon', NumberOfCores: 8, MaxClockSpeed: 2400, SystemName: 'HV03' },
      'HV03',
    ],
    [
      'the server of a CIM object',
      'F1.Win32_BIOS.json',
      { SMBIOSBIOSVersion: '1.2', CimSystemProperties: { ServerName: 'HV04' } },
      'HV04',
    ],
    [
      'the file name last',
      'HV05.Get-NetAdapterSriov.json',
      { Name: 'p1', SriovSupport: 1, NumVFs: 8, PSComputerName: null },
      'HV05',
    ],
  ])('%s', (_name, file, record, host) => {
    expect(hostNames(file, record)).toEqual([host]);
  });

  it('is one host in any letter case, with and without its domain', () => {
    const { estate } = importOf({
      'a.json': { ...vmHost, ComputerName: 'HV07.contoso.com' },
      'hv07.Get-VMSwitch.json': { Name: 'vs', SwitchType: 2, IovEnabled: true },
    });
    expect(estate.hosts.map((host) => [host.id, host.switches.length])).toEqual([['hv07', 1]]);
  });

  it('can differ within one file, as Invoke-Command on several hosts writes it', () => {
    const { estate, files } = importOf({
      'all.json': [
        { ...vmHost, PSComputerName: 'hv01' },
        { ...vmHost, PSComputerName: 'hv02' },
      ],
    });
    expect(estate.hosts.map((host) => host.id)).toEqual(['hv01', 'hv02']);
    expect(files[0]?.host).toBeNull();
  });

  it('is taken for the only one there is, with a doubt, when nothing says', () => {
    const { estate, problems } = importOf({
      'HV07.Get-VMHost.json': vmHost,
      'Get-NetAdapterSriov.json': { Name: 'p1', SriovSupport: 1, NumVFs: 8 },
    });
    expect(estate.hosts[0]?.adapters.map((adapter) => adapter.id)).toEqual(['hv07/nic/p1']);
    expect(problems.map((problem) => problem.severity)).toEqual(['doubt']);
  });

  it('is asked for when nothing says and several come into question', () => {
    const { estate, problems } = importOf({
      'HV07.Get-VMHost.json': vmHost,
      'HV08.Get-VMHost.json': vmHost,
      'Get-NetAdapterSriov.json': { Name: 'p1', SriovSupport: 1, NumVFs: 8 },
    });
    expect(estate.hosts.flatMap((host) => host.adapters)).toEqual([]);
    expect(problems.map(({ file, severity }) => [file, severity])).toEqual([
      ['Get-NetAdapterSriov.json', 'lost'],
    ]);
  });
});
