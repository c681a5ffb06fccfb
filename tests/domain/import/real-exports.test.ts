/**
 * What administrators have at hand beside the plain forms: other systems' languages, spreadsheets
 * in between, several hosts at once, and files that have to be unpacked first.
 */
import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../../electron/domain/import/import-files';
import { type Contents, importOf, latin1, utf16, valueOrReason } from './import-of';

/** Hosts with their switches: `HV07: vs SR-IOV true`. */
function switchesIn({ estate }: ImportResult): string[] {
  return estate.hosts.flatMap(({ name, switches }) =>
    switches.map(
      (one) => `${name}: ${one.name} SR-IOV ${String(valueOrReason(one.facts.iovEnabled))}`,
    ),
  );
}

const HEAD = ['Name', 'SwitchType', 'IovEnabled', 'AllowManagementOS', 'BandwidthPercentage'];
const ROW = ['Büro', 'External', 'True', 'False', '12,5'];
const quoted = (cells: readonly string[], delimiter: string) =>
  cells.map((cell) => `"${cell}"`).join(delimiter);
const csv = (delimiter: string, type = '') =>
  `${type}${quoted(HEAD, delimiter)}\r\n${quoted(ROW, delimiter)}\r\n`;
const TYPE = '#TYPE Microsoft.HyperV.PowerShell.VMSwitch\r\n';
const bare = (cells: readonly string[], delimiter: string) => `${cells.join(delimiter)}\r\n`;

describe('one switch', () => {
  const LIST =
    '\r\n\r\nName                : Büro\r\nSwitchType          : External\r\nIovEnabled          : True\r\nAllowManagementOS   : False\r\n\r\n\r\n';
  it.each<readonly [string, string, Contents]>([
    ['Export-Csv of 5.1, which asks `?` for letters beyond ASCII', 'csv', csv(',', TYPE)],
    ['Export-Csv -NoTypeInformation', 'csv', csv(',')],
    ['Export-Csv -UseCulture on a German system', 'csv', csv(';', TYPE)],
    ['Export-Csv -UseCulture -NoTypeInformation', 'csv', csv(';')],
    ['Export-Csv -Delimiter `t', 'csv', csv('\t', TYPE)],
    ['Export-Csv -Encoding Unicode', 'csv', utf16(csv(',', TYPE), 'le')],
    ['Export-Csv -Encoding BigEndianUnicode', 'csv', utf16(csv(';'), 'be')],
    ['Export-Csv -Encoding UTF8 of 5.1', 'csv', `\uFEFF${csv(',', TYPE)}`],
    ['Export-Csv -Encoding Default', 'csv', latin1(csv(';', TYPE))],
    ['Export-Csv -UseQuotes AsNeeded', 'csv', bare(HEAD, ';') + bare(ROW, ';')],
    ['ConvertTo-Csv into a file', 'txt', utf16(csv(',', TYPE), 'le')],
    [
      'a German spreadsheet',
      'csv',
      latin1(bare(HEAD, ';') + bare(['Büro', 'External', 'WAHR', 'FALSCH', '12,5'], ';')),
    ],
    [
      'a French spreadsheet with empty columns at the end',
      'csv',
      `\uFEFFsep=;\r\n${bare([...HEAD, ''], ';')}${bare(['Büro', 'External', 'VRAI', 'FAUX', '12,5', ''], ';')}`,
    ],
    ['fl * into a file, 5.1', 'txt', utf16(LIST, 'le')],
    ['fl * into a file, 7', 'txt', LIST],
    [
      'a transcript of fl *',
      'txt',
      `**********************\r\nWindows PowerShell transcript start\r\nStart time: 20260301080000\r\nUsername: CONTOSO\\admin\r\n**********************\r\nPS C:\\> Get-VMSwitch | fl *\r\n${LIST}PS C:\\> exit\r\n`,
    ],
    [
      'text copied from a console with its prompt',
      'txt',
      `PS C:\\Users\\admin> Get-VMSwitch | Format-List *\n${LIST.replaceAll('\r', '')}`,
    ],
  ])('%s', (_name, end, contents) => {
    const result = importOf({ [`HV07.Get-VMSwitch.${end}`]: contents });
    expect(switchesIn(result)).toEqual(['HV07: Büro SR-IOV true']);
  });
});

describe('several hosts in one file', () => {
  const rows = [
    {
      PSComputerName: 'hv07.contoso.com',
      RunspaceId: 'x',
      Name: 'vs',
      SwitchType: 2,
      IovEnabled: true,
    },
    { PSComputerName: 'HV08', RunspaceId: 'y', Name: 'vs', SwitchType: 2, IovEnabled: false },
  ];
  const expected = ['hv07: vs SR-IOV true', 'HV08: vs SR-IOV false'];

  it('as JSON, CSV and a list', () => {
    const cells = rows.map((row) => Object.values(row).map((value) => String(value)));
    const names = Object.keys(rows[0] ?? {});
    const list = cells
      .map((row) => names.map((name, at) => `${name.padEnd(14)} : ${row[at]}`).join('\r\n'))
      .join('\r\n\r\n');
    expect(switchesIn(importOf({ 'all.json': rows }))).toEqual(expected);
    expect(
      switchesIn(importOf({ 'all.csv': [names, ...cells].map((row) => bare(row, ',')).join('') })),
    ).toEqual(expected.map((one) => one.replace(/true|false/, (word) => word)));
    expect(switchesIn(importOf({ 'all.txt': list }))).toEqual(expected);
  });

  it('reached by address, under the names that they give themselves', () => {
    const byAddress = rows.map((row, index) => ({
      ...row,
      PSComputerName: `10.0.0.${index + 7}`,
      ComputerName: `HV0${index + 7}`,
    }));
    expect(switchesIn(importOf({ 'all.json': byAddress }))).toEqual([
      'HV07: vs SR-IOV true',
      'HV08: vs SR-IOV false',
    ]);
  });
});

it('adapters of the host are told apart in every language of a spreadsheet', () => {
  const text =
    'Name;VMName;VMId;IsManagementOs;SwitchName;MacAddress;IovWeight\r\n' +
    'vEthernet;vm-of-nobody;;WAHR;vs;00155D000001;0\r\nnic;app01;;FALSCH;vs;00155D000002;100\r\n';
  const { estate } = importOf({ 'HV07.Get-VMNetworkAdapter.csv': text });
  expect(estate.vms.map(({ name }) => name)).toEqual(['app01']);
});

describe('a file that is no text', () => {
  const bytes = (...start: readonly number[]) => Uint8Array.from([...start, 0, 1, 2, 250, 251, 9]);
  it.each([
    ['a ZIP archive', 'export.zip', bytes(0x50, 0x4b, 3, 4), 'unpack it first'],
    ['a workbook', 'export.xlsx', bytes(0x50, 0x4b, 3, 4), 'save the sheet as CSV'],
    ['an old workbook', 'export.xls', bytes(0xd0, 0xcf, 0x11, 0xe0), 'save the sheet as CSV'],
    ['a 7-Zip archive', 'export.7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'unpack it first'],
    ['a gzip file', 'export.json.gz', bytes(0x1f, 0x8b, 8), 'unpack it first'],
    ['a RAR archive', 'a.rar', bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 7), 'unpack it first'],
    ['a cabinet', 'a.cab', bytes(0x4d, 0x53, 0x43, 0x46), 'unpack it first'],
    [
      'a plan',
      'estate.portolan',
      new TextEncoder().encode('SQLite format 3\0…'),
      'open it instead of importing it',
    ],
    ['a PDF', 'a.pdf', new TextEncoder().encode('%PDF-1.7\n'), 'export the output of commands'],
    [
      'an event log',
      'a.evtx',
      new TextEncoder().encode('ElfFile\0'),
      'export the output of commands',
    ],
  ])('%s is told as what it is', (_name, file, contents, advice) => {
    const { problems, files, estate } = importOf({ [file]: contents });
    expect(files[0]?.format).toBe('unrecognised');
    expect(estate.hosts).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(advice);
  });
});
