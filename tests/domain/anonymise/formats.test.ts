import { describe, expect, it } from 'vitest';
import { anonymiseFiles } from '../../../electron/domain/anonymise/anonymise-files';
import { replaced, sentence } from '../../../electron/domain/anonymise/anonymise-text';
import { Pseudonyms } from '../../../electron/domain/anonymise/pseudonyms';
import { fileOfBytes, importFiles } from '../../../electron/domain/import/import-files';
import type { InputFile } from '../../../electron/domain/import/input-file';

const file = (name: string, text: string) => fileOfBytes(name, new TextEncoder().encode(text));

function finished<R>(work: Generator<unknown, R>): R {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
function anonymised(files: readonly InputFile[]) {
  const names = new Pseudonyms();
  return { names, ...finished(anonymiseFiles(files, names)) };
}

const SWITCH = {
  Name: 'vs-prod',
  Id: '322267ec-606e-4885-a336-6e4c390de87c',
  ComputerName: 'HV07',
  SwitchType: 'External',
  IovEnabled: 'True',
  Notes: 'ask Erika & <Bob>',
};

const CLIXML = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
  <Obj RefId="0"><TN RefId="0"><T>Microsoft.HyperV.PowerShell.VMSwitch</T><T>System.Object</T></TN>
    <ToString>VMSwitch (Name = 'vs-prod') [Id = '${SWITCH.Id}']</ToString>
    <Props><S N="Name">vs-prod</S><G N="Id">${SWITCH.Id}</G><S N="ComputerName">HV07</S>
      <Obj N="SwitchType" RefId="1"><ToString>External</ToString><I32>2</I32></Obj>
      <B N="IovEnabled">true</B><S N="Notes">ask Erika &amp; &lt;Bob&gt;</S><Nil N="Extra" />
      <BA N="Blob">RXJpa2E=</BA></Props></Obj></Objs>`;
const CSV = `#TYPE Microsoft.HyperV.PowerShell.VMSwitch\r\n${Object.keys(SWITCH)
  .map((key) => `"${key}"`)
  .join(',')}\r\n${Object.values(SWITCH)
  .map((value) => `"${value}"`)
  .join(',')}\r\n`;
const LIST = `WARNING: Erika was here\n\n${Object.entries(SWITCH)
  .map(([key, value]) => `${key.padEnd(13)}: ${value}`)
  .join('\n')}\n`;

describe('every format that can be imported', () => {
  it.each([
    ['CLIXML', 'HV07.Get-VMSwitch.xml', CLIXML],
    ['CSV', 'HV07.Get-VMSwitch.csv', CSV],
    ['a list', 'HV07.Get-VMSwitch.txt', LIST],
    ['JSON', 'HV07.Get-VMSwitch.json', JSON.stringify([SWITCH])],
  ])('%s keeps its form and what it says, and names nobody', (_, name, text) => {
    const given = [file(name, text)];
    const { files, leftOut, names } = anonymised(given);
    expect(leftOut).toEqual([]);
    const [one] = files;
    expect(`${one?.name}\n${one?.text}`).not.toMatch(/hv07|vs-prod|322267ec|erika|bob|RXJpa2E/i);
    expect(one?.name).toBe(`host-1.Get-VMSwitch${name.slice(name.lastIndexOf('.'))}`);
    const before = finished(importFiles(given)).estate;
    const after = finished(importFiles([file(one?.name ?? '', one?.text ?? '')])).estate;
    expect(after.hosts.map((host) => host.name)).toEqual([names.name('HV07', 'host')]);
    const [was, is] = [before.hosts[0]?.switches[0], after.hosts[0]?.switches[0]];
    expect(is?.name).toBe(names.name('vs-prod'));
    expect(is?.facts.iovEnabled).toMatchObject({ state: 'known', value: true });
    expect(is?.facts.switchType).toMatchObject({
      value: was?.facts.switchType.state === 'known' ? was.facts.switchType.value : 'not known',
    });
  });

  it.each([
    ['cut off', '{"host": "HV07", "sections": {'],
    ['cut off in an element', CLIXML.slice(0, 400)],
    ['cut off in quotes', CSV.slice(0, -6)],
  ])('is left out where it is %s', (_, text) => {
    const { files, leftOut } = anonymised([file('HV07.Get-VMSwitch.json', text)]);
    expect(files).toEqual([]);
    expect(leftOut).toHaveLength(1);
  });
});

describe('texts', () => {
  const names = new Pseudonyms();
  const text = (given: string, property = 'whatever') => replaced(given, property, names);

  it('that are equal but for letter case stay so', () => {
    expect(text('SQL-03', 'VMName')).toBe(text('sql-03', 'VMName'));
    expect(text('SQL-03', 'VMName')).not.toBe(text('sql-04', 'VMName'));
  });

  it.each([
    [
      'C:\\ClusterStorage\\Volume1\\erp\\disk.vhdx',
      /^C:\\ClusterStorage\\Volume1\\folder-\d+\\folder-\d+\.vhdx$/,
    ],
    ['\\\\files01\\vms\\a.iso', /^\\\\folder-\d+\\folder-\d+\\folder-\d+\.iso$/],
    ['hv07.corp.example', /^name-\d+\.domain-\d+$/],
    ['CORP\\erika', /^name-\d+\\name-\d+$/],
    ['S-1-5-21-1-2-3-500', /^S-1-5-21-0-0-0-\d+$/],
    ['192.168.7.0/24', /^10\.0\.0\.\d+\/24$/],
    ['fe80::1c2f:3', /^fd00::\d+$/],
    ['00-15-5D-0C-00-1F', /^00-15-5D-[\dA-F-]{8}$/],
    ['{8CE49187-B517-4C82-A950-3B325C22B14C}', /^\{00000000-0000-4000-8000-[\dA-F]{12}\}$/],
    [
      'PCI\\VEN_8086&DEV_1528&SUBSYS_00018086&REV_01\\E89EC0FFFF',
      /^PCI\\VEN_8086&DEV_1528&SUBSYS_00018086&REV_01\\instance-\d+$/,
    ],
  ])('%s keep their kind', (given, expected) => {
    expect(text(given)).toMatch(expected);
    expect(text(given)).toBe(text(given));
  });

  it.each(['', 'True', '2026-02-10T21:14:11Z', '/Date(1737015031670)/', '10.0.20348', '0'])(
    '%j stays: it names nobody',
    (given) => {
      expect(text(given)).toBe(given);
    },
  );

  it('keep the ends of a MAC range', () => {
    expect(text('00155D0C0000').slice(0, 8)).toBe(text('00155D0CFFFF').slice(0, 8));
    expect(text('00155D0C0000')).toMatch(/0000$/);
    expect(text('00155D0CFFFF')).toMatch(/FFFF$/);
  });

  it('that are sentences lose names, addresses and what is quoted', () => {
    text('vs-prod', 'SwitchName');
    expect(
      sentence("vs-prod on 10.1.2.3 refused 'Erika' at 00-15-5D-0C-00-1F.", names),
    ).not.toMatch(/vs-prod|10\.1\.2\.3|Erika|0C-00-1F/);
  });
});
