import { describe, expect, it } from 'vitest';
import { partsOfFileName } from '../../../../electron/domain/import/hyperv/cmdlets';
import { fixture, importOf, latin1, onlyHost, onlySwitch, onlyVnic, valuesOf } from '../import-of';

const sample = (cmdlet: string) => fixture(`worked-examples/csv/HV07.${cmdlet}.csv`);
const switches = (text: string | Uint8Array, name = 'HV07.Get-VMSwitch.csv') => {
  const result = importOf({ [name]: text });
  return {
    names: result.estate.hosts.flatMap((host) => host.switches.map((one) => one.name)),
    problems: result.problems.map(({ place, severity }) => [place, severity]),
    result,
  };
};

describe('Export-Csv', () => {
  it('reads names of enums and numbers, and knows that a list was not written', () => {
    const result = importOf({ 'HV07.Get-VMSwitch.csv': sample('Get-VMSwitch') });
    expect(result.files[0]).toMatchObject({
      format: 'cmdlet-csv',
      host: 'HV07',
      cmdlets: ['Get-VMSwitch'],
      recordCount: 1,
    });
    expect(
      valuesOf(onlySwitch(result).facts, [
        'switchType',
        'iovSupport',
        'iovSupportReasons',
        'vfCapacity',
      ]),
    ).toEqual({
      switchType: 'external',
      iovSupport: false,
      iovSupportReasons: 'unknown: cut-off',
      vfCapacity: 0,
    });
    expect(
      result.problems.map(({ found, severity, message }) => [
        found,
        severity,
        /only the type/.test(message),
      ]),
    ).toContainEqual(['System.String[]', 'doubt', true]);
  });

  it('reads adapters of VMs and SR-IOV adapters', () => {
    const vnic = onlyVnic(
      importOf({ 'HV07.Get-VMNetworkAdapter.csv': sample('Get-VMNetworkAdapter') }),
    );
    expect(
      valuesOf(vnic.facts, [
        'iovWeight',
        'vfDataPathActive',
        'dhcpGuard',
        'aclActions',
        'accessVlanId',
      ]),
    ).toEqual({
      iovWeight: 100,
      vfDataPathActive: true,
      dhcpGuard: false,
      aclActions: 'unknown: cut-off',
      accessVlanId: 'unknown: cut-off',
    });
    const host = onlyHost(importOf({ 'HV07_netadaptersriov.csv': sample('Get-NetAdapterSriov') }));
    expect(valuesOf(host.adapters[0]?.facts ?? {}, ['sriovSupport', 'vfCount'])).toEqual({
      sriovSupport: 'no-iommu-support',
      vfCount: 64,
    });
  });

  it('keeps delimiters, quotes and line breaks inside quotes', () => {
    const { names, problems } = switches(
      '"Name","SwitchType","IovEnabled"\r\n"a, ""b""\r\nc","External","True"\r\n',
    );
    expect([names, problems]).toEqual([['a, "b"\r\nc'], []]);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('tells %s by the first line, quoted or not', (_name, mark) => {
    const plain = `Name,SwitchType,IovEnabled\nvs,External,True\n`.replaceAll(',', mark);
    expect(switches(plain).names).toEqual(['vs']);
    expect(switches(`sep=${mark}\n${plain}`).names).toEqual(['vs']);
  });

  it('reads what a spreadsheet made of it: words for true in other languages, ANSI letters', () => {
    const { names, result } = switches(
      latin1('Name;SwitchType;IovEnabled\r\nZürich;External;WAHR\r\n'),
    );
    expect([names, onlySwitch(result).facts.iovEnabled.state]).toEqual([['Zürich'], 'known']);
  });

  it('reads outputs one after the other, each with its class', () => {
    const text = `${sample('Get-VMSwitch')}${sample('Get-NetAdapterSriov')}`;
    expect(importOf({ 'HV07.all.csv': text }).files[0]?.cmdlets).toEqual([
      'Get-VMSwitch',
      'Get-NetAdapterSriov',
    ]);
  });

  it('without a host says how to name the file', () => {
    const result = importOf({ 'export.csv': sample('Get-VMSwitch') });
    expect(
      result.problems.map(({ severity, message }) => [
        severity,
        /HV07\.Get-VMSwitch/.test(message),
      ]),
    ).toContainEqual(['lost', true]);
  });
});

describe('damage in CSV', () => {
  const head = '"Name","SwitchType","IovEnabled"\r\n';
  it('costs the row that it is in', () => {
    const text = `${head}"a","External","True"\r\n"b","External"\r\n"c","External","True"x\r\n"d","External","True"\r\n`;
    const { names, problems } = switches(text);
    expect([names, problems]).toEqual([
      ['a', 'd'],
      [
        ['line 3', 'lost'],
        ['line 4', 'lost'],
      ],
    ]);
  });

  it('a quote that is never closed, and a head without rows, are told', () => {
    expect(switches(`${head}"a","External","Tr`).problems).toEqual([['line 2', 'lost']]);
    expect(switches(head).problems).toEqual([['line 2', 'lost']]);
  });
});

it.each([
  ['HV07.Get-VMSwitch.xml', 'Get-VMSwitch', 'HV07'],
  ['HV07_vmswitch.csv', 'Get-VMSwitch', 'HV07'],
  ['Get-VMSwitch_HV07.csv', 'Get-VMSwitch', 'HV07'],
  ['Get-VMSwitch-HV07-2026-03-01.csv', 'Get-VMSwitch', 'HV07'],
  ['HV07/Get-VMSwitch.clixml', 'Get-VMSwitch', 'HV07'],
  ['export.csv', undefined, null],
])('the name %s tells command and host', (name, cmdlet, prefix) => {
  const parts = partsOfFileName(name);
  expect([parts.cmdlet?.name, parts.prefix]).toEqual([cmdlet, prefix]);
});
