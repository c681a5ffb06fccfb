import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  differencesFrom,
  estateFolder,
  makeDemoEstate,
} from '../../build/demo/make-demo-estate.mjs';

const files = readdirSync(estateFolder).filter((name) => name.endsWith('.json'));
const collectorText = readFileSync('build/collect/Collect-PortolanHost.ps1', 'utf8');

describe('the demonstration estate', () => {
  it('is exactly what its script makes', () => {
    expect(differencesFrom(makeDemoEstate())).toEqual([]);
  });

  it('comes out the same twice', () => {
    const [first, second] = [makeDemoEstate(), makeDemoEstate()];
    expect([...first.keys()]).toEqual([...second.keys()]);
    for (const [name, bytes] of first)
      expect(bytes.equals(second.get(name) ?? Buffer.alloc(0))).toBe(true);
  });

  it('stays below 1.5 MB', () => {
    const bytes = files.reduce((sum, name) => sum + bytesOf(name).length, 0);
    expect(bytes).toBeLessThan(1.5e6);
  });

  it.each(files)('%s is JSON, or empty where a command found nothing', (name) => {
    const text = textOf(name);
    if (text !== '') expect(() => JSON.parse(text)).not.toThrow();
  });

  it('has the outputs of twelve hosts', () => {
    expect(new Set(files.map((name) => name.replace(/-portolan\.json|\..*/, '')))).toEqual(
      new Set([
        'BR-HV1',
        'HV01',
        'HV02',
        'HV03',
        'HV04',
        'HV11',
        'HV12',
        'HV13',
        'HV14',
        'HV21',
        'HV22',
        'LAB-HV1',
      ]),
    );
  });

  it('was written in every encoding that the two editions of PowerShell use', () => {
    const beginnings = new Set(files.map((name) => bytesOf(name).subarray(0, 2).toString('hex')));
    // UTF-16LE with mark, UTF-8 with mark, UTF-8 beginning with an array or an object, nothing.
    expect(beginnings).toEqual(new Set(['fffe', 'efbb', '5b0d', '7b0d', '']));
  });

  it('names only sections that the collector has, and all of those that are read', () => {
    const sections = Object.keys(collectorFile('HV01').sections);
    const known = [...collectorText.matchAll(/^Invoke-PortolanSection '([^']+)'/gm)].map(
      ([, name]) => name,
    );
    expect(sections.filter((name) => !known.includes(name))).toEqual([]);
    // Receive side scaling of the ports is the one section that nothing reads. The estate was
    // collected before there were the others, as files that people have may be.
    expect(known.filter((name) => !sections.includes(name ?? ''))).toEqual([
      'Get-VMSan',
      'Get-VMHostPartitionableGpu',
      'Get-HgsClientConfiguration',
      'Get-NetAdapterRss',
    ]);
  });

  it('names only properties that the collector asks for', () => {
    const words = new Set(collectorText.split(/[^\w]+/));
    const strange = new Set<string>();
    for (const host of ['HV01', 'HV13', 'HV22', 'LAB-HV1']) {
      for (const [section, { records }] of Object.entries(collectorFile(host).sections)) {
        // The capabilities of SR-IOV are taken with all their properties.
        if (section === 'Get-NetAdapterSriov') continue;
        for (const name of records.flatMap(propertiesOf))
          if (!words.has(name)) strange.add(`${section}.${name}`);
      }
    }
    expect([...strange]).toEqual([
      'PortolanMicrocode.Update Revision',
      'PortolanMicrocode.Previous Update Revision',
      'PortolanMicrocode.Update Status',
    ]);
  });

  it('lets the counters of the collected hosts agree with each other', () => {
    for (const host of ['HV01', 'HV02', 'HV11', 'HV12', 'HV13', 'HV22', 'BR-HV1', 'LAB-HV1']) {
      const { sections } = collectorFile(host);
      const vnics = sections['Get-VMNetworkAdapter']?.records ?? [];
      for (const one of sections['Get-VMSwitch']?.records ?? []) {
        const holders = vnics.filter(
          (vnic) => vnic.SwitchId === one.Id && Number(vnic.IovUsage ?? 0) > 0,
        );
        expect({ host, vfs: one.IovVirtualFunctionsInUse }).toEqual({ host, vfs: holders.length });
      }
      const assigned = sum(
        (sections['Get-VM']?.records ?? []).map((vm) => Number(vm.MemoryAssigned)),
      );
      const [system] = sections.Win32_OperatingSystem?.records ?? [];
      const total = Number(system?.TotalVisibleMemorySize);
      expect(Number(system?.FreePhysicalMemory)).toBeLessThan(total - assigned / 1024);
      const vfs = sum(
        (sections['Get-NetAdapterSriov']?.records ?? []).map((port) =>
          Number(port.NumAllocatedVFs),
        ),
      );
      expect(sections['Get-NetAdapterSriovVf']?.records).toHaveLength(vfs);
    }
  });

  it('gives every VM an id and every adapter an address of its own', () => {
    const ids: unknown[] = [];
    const macs: unknown[] = [];
    for (const { cmdlet, records } of allRecords()) {
      if (cmdlet === 'Get-VM') ids.push(...records.map(({ Id }) => Id));
      if (cmdlet === 'Get-VMNetworkAdapter')
        macs.push(...records.map(({ MacAddress }) => MacAddress));
    }
    expect(ids.length).toBeGreaterThan(40);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(macs).size).toBe(macs.length);
  });

  it('names nothing outside itself', () => {
    const text = files.map(textOf).join('\n');
    expect(
      text.match(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g)?.filter(isRoutable) ?? [],
    ).toEqual([]);
  });
});

type Properties = Readonly<Record<string, unknown>>;
interface CollectorFile {
  readonly sections: Readonly<Record<string, { readonly records: readonly Properties[] }>>;
}

function collectorFile(host: string): CollectorFile {
  return JSON.parse(textOf(`${host}-portolan.json`)) as CollectorFile;
}

function* allRecords(): Generator<{ cmdlet: string; records: readonly Properties[] }> {
  for (const name of files) {
    const text = textOf(name);
    if (text === '') continue;
    const content: unknown = JSON.parse(text);
    if (name.endsWith('-portolan.json')) {
      for (const [cmdlet, { records }] of Object.entries((content as CollectorFile).sections)) {
        yield { cmdlet, records };
      }
      continue;
    }
    const cmdlet = name.split('.').at(-2) ?? '';
    yield { cmdlet, records: [content].flat() as readonly Properties[] };
  }
}

function propertiesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(propertiesOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => [name, ...propertiesOf(one)]);
}

function bytesOf(name: string): Buffer {
  return readFileSync(join(estateFolder, name));
}

function textOf(name: string): string {
  const bytes = bytesOf(name);
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

function sum(list: readonly number[]): number {
  return list.reduce((total, one) => total + one, 0);
}

/** Addresses set aside for documentation, and versions that read like addresses. */
function isRoutable(address: string): boolean {
  const isVersion = /^(?:\d\.|1[0-4]\.|2[0-4]\.\d+\.\d{5})/.test(address);
  return (
    !isVersion &&
    !/^(?:0\.0\.0\.0|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|255\.255\.255\.0)/.test(address)
  );
}
