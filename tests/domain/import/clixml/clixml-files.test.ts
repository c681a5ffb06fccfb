import { describe, expect, it } from 'vitest';
import { fixture, importOf, onlyHost, onlySwitch, onlyVnic, utf16, valuesOf } from '../import-of';

const sample = (cmdlet: string) => fixture(`worked-examples/clixml/HV07.${cmdlet}.xml`);
const objects = (inner: string) =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n${inner}\n</Objs>`;
const vSwitch = (name: string, more = '', refId = name) => `  <Obj RefId="${refId}">
    <TN RefId="0"><T>Microsoft.HyperV.PowerShell.VMSwitch</T><T>System.Object</T></TN>
    <ToString>VMSwitch (Name = '${name}')</ToString>
    <Props>
      <S N="Name">${name}</S>
      <B N="IovEnabled">true</B>
      <S N="ComputerName">HV07</S>${more}
    </Props>
  </Obj>`;
const switchesOf = (text: string, name = 'any.xml') => {
  const result = importOf({ [name]: text });
  return {
    names: result.estate.hosts.flatMap((host) => host.switches.map((one) => one.name)),
    problems: result.problems.map(({ place, severity }) => [place, severity]),
    result,
  };
};

describe('Export-Clixml', () => {
  it('of adapters of VMs reads like their JSON, guards off although their number is 1', () => {
    const name = 'HV07.Get-VMNetworkAdapter.xml';
    const result = importOf({ [name]: utf16(sample('Get-VMNetworkAdapter'), 'le') });
    expect(result.files[0]).toMatchObject({
      format: 'cmdlet-clixml',
      host: 'HV07',
      cmdlets: ['Get-VMNetworkAdapter'],
      recordCount: 1,
    });
    expect(result.problems).toEqual([]);
    const fields = ['iovWeight', 'vfDataPathActive', 'macAddressSpoofing', 'dhcpGuard'];
    expect(valuesOf(onlyVnic(result).facts, [...fields, 'portMirroring', 'isolationMode'])).toEqual(
      {
        iovWeight: 100,
        vfDataPathActive: true,
        macAddressSpoofing: false,
        dhcpGuard: false,
        portMirroring: 'none',
        isolationMode: 'vlan',
      },
    );
    expect(onlyVnic(result).facts.iovWeight).toMatchObject({
      origin: { file: name, field: 'Get-VMNetworkAdapter[0].IovWeight' },
    });
  });

  it('of a switch and of adapters', () => {
    const result = importOf({
      'HV07.Get-VMSwitch.xml': sample('Get-VMSwitch'),
      'HV07.Get-NetAdapterSriov.xml': sample('Get-NetAdapterSriov'),
    });
    expect(
      valuesOf(onlySwitch(result).facts, ['switchType', 'iovSupport', 'iovSupportReasons']),
    ).toEqual({
      switchType: 'external',
      iovSupport: false,
      iovSupportReasons: [
        'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
      ],
    });
    expect(
      valuesOf(onlyHost(result).adapters[0]?.facts ?? {}, ['sriovSupport', 'vfCount']),
    ).toEqual({
      sriovSupport: 'no-iommu-support',
      vfCount: 64,
    });
  });

  it('names the command by its class and the host by its records, whatever the file is called', () => {
    const { names, problems, result } = switchesOf(objects(vSwitch('vs')));
    expect([names, problems, result.files[0]?.host]).toEqual([['vs'], [], 'HV07']);
  });

  it('reads escapes of PowerShell and of XML, in values and in names', () => {
    const odd = 'a_x005F_x_x000A_b &lt;&amp;&gt; _xD83D__xDE00_';
    expect(switchesOf(objects(vSwitch(odd))).names).toEqual(['a_x\nb <&> 😀']);
  });

  it('reads lists and tables of records', () => {
    const list = `<Obj RefId="9"><TN RefId="7"><T>System.Object[]</T></TN><LST>${vSwitch('a')}${vSwitch('b')}</LST></Obj>`;
    const table = `<Obj RefId="9"><TN RefId="7"><T>System.Collections.Hashtable</T></TN><DCT><En>
      <S N="Key">VMSwitch</S><Obj N="Value" RefId="8"><LST>${vSwitch('a')}${vSwitch('b')}</LST></Obj></En></DCT></Obj>`;
    expect(
      [switchesOf(objects(list)), switchesOf(objects(table))].map(({ names, problems }) => [
        names,
        problems,
      ]),
    ).toEqual([
      [['a', 'b'], []],
      [['a', 'b'], []],
    ]);
  });

  it('follows a reference to an object before it, and tells one to none', () => {
    const once = switchesOf(objects(`${vSwitch('a')}\n  <Ref RefId="a" />`));
    const lost = switchesOf(objects(vSwitch('a', '<Ref N="Id" RefId="99" />')));
    expect([once.problems, lost.problems]).toEqual([[], [['the whole file', 'doubt']]]);
  });

  it('of no object at all says that there is none', () => {
    const result = importOf({ 'HV07.Get-VMSwitch.xml': objects('') });
    expect([onlyHost(result).switchesKnown, onlyHost(result).switches, result.problems]).toEqual([
      true,
      [],
      [],
    ]);
  });

  it('takes the host of a CIM object from its hidden class', () => {
    const text =
      objects(`<Obj RefId="0"><TN RefId="0"><T>Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetAdapter</T></TN>
      <Props><S N="Name">NIC1</S><S N="InterfaceDescription">Intel X710</S></Props>
      <MS><Obj N="__ClassMetadata" RefId="1"><LST><Obj RefId="2"><MS><S N="ClassName">MSFT_NetAdapter</S><S N="ServerName">HV07</S><S N="MiXml">&lt;CLASS/&gt;</S></MS></Obj></LST></Obj></MS></Obj>`);
    expect(importOf({ 'export.xml': text }).files[0]).toMatchObject({
      host: 'HV07',
      cmdlets: ['Get-NetAdapter'],
    });
  });
});

describe('damage in CLIXML', () => {
  const three = objects(['a', 'b', 'c'].map((name) => vSwitch(name)).join('\n'));

  it('costs the object that it is in', () => {
    const damaged = three.replace('<S N="Name">b</S>', '<S N="Name">b</T>');
    const { names, problems, result } = switchesOf(damaged);
    expect([names, problems]).toEqual([['a', 'c'], [['line 11', 'lost']]]);
    expect(onlyHost(result).switchesKnown).toBe(false);
  });

  it('a file that was cut off gives what was whole', () => {
    const cut = three.slice(0, three.indexOf('</Props>', three.indexOf('>c<')));
    const { names, problems } = switchesOf(cut);
    expect([names, problems]).toEqual([['a', 'b'], [['line 27', 'lost']]]);
  });

  it('a document type declaration ends the reading, and no entity is ever looked up', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${objects(vSwitch('&b;'))}`;
    const { names, problems } = switchesOf(bomb);
    expect([names, problems]).toEqual([[], [['line 1', 'lost']]]);
    expect(switchesOf(objects(vSwitch('&unknown;'))).names).toEqual(['&unknown;']);
  });

  it('nesting without end costs one object', () => {
    const deep = `<Obj N="x" RefId="1"><MS>`.repeat(50_000);
    const { problems } = switchesOf(objects(`${vSwitch('a')}\n<Obj RefId="1"><MS>${deep}`));
    expect(problems.map(([, severity]) => severity)).toContain('lost');
  });

  it('another XML is turned away', () => {
    const result = importOf({ 'page.xml': '<html><body>no</body></html>' });
    expect([result.files[0]?.format, result.problems[0]?.severity]).toEqual([
      'unrecognised',
      'lost',
    ]);
  });
});
