import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../shared/fact';
import type { Estate } from '../../../shared/model/estate';
import { exportClixml, exportCsv, type Properties } from '../../helpers/powershell-writers';
import { importOf, utf16 } from './import-of';

const FOLDER = join(import.meta.dirname, '../../../electron/app/demo/estate');
const HOST = 'HV03';

/** Name of the command → its records, from the plain JSON files of one host. */
const outputs = new Map<string, readonly Properties[]>(
  readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${HOST}.`) && name.endsWith('.json'))
    .map((name) => {
      const bytes = readFileSync(join(FOLDER, name));
      const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
      const text = bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace('\uFEFF', '');
      const parsed: unknown = text.trim() === '' ? [] : JSON.parse(text);
      const records = (Array.isArray(parsed) ? parsed : [parsed]) as Properties[];
      return [name.slice(HOST.length + 1, -5), records];
    }),
);

const TYPES: Readonly<Record<string, string>> = {
  'Get-VM': 'Microsoft.HyperV.PowerShell.VirtualMachine',
  'Get-VMSwitch': 'Microsoft.HyperV.PowerShell.VMSwitch',
  'Get-VMNetworkAdapter': 'Microsoft.HyperV.PowerShell.VMNetworkAdapter',
  'Get-NetAdapter':
    'Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetAdapter',
};
const typeOf = (command: string) =>
  TYPES[command] ?? 'Microsoft.Management.Infrastructure.CimInstance';

function importAs(
  write: (command: string, records: readonly Properties[]) => string | Uint8Array,
  end: string,
) {
  return importOf(
    Object.fromEntries(
      [...outputs].map(([command, records]) => [
        `${HOST}.${command}.${end}`,
        write(command, records),
      ]),
    ),
  );
}

/** `vm app01 state` → its value, for all facts that are known. */
function valuesIn(estate: Estate): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  const note = (kind: string, list: readonly { readonly id: string; readonly facts: object }[]) => {
    for (const one of list) {
      for (const [field, fact] of Object.entries(one.facts) as [string, Fact<unknown>][]) {
        if (fact.state === 'known') values.set(`${kind} ${one.id} ${field}`, fact.value);
      }
    }
  };
  note('cluster', estate.clusters);
  note('host', estate.hosts);
  note('vm', estate.vms);
  for (const host of estate.hosts) {
    note('adapter', host.adapters);
    note('switch', host.switches);
  }
  for (const vm of estate.vms) note('vnic', vm.vnics);
  return values;
}

const asJson = valuesIn(
  importAs((_command, records) => (records.length === 0 ? '' : JSON.stringify(records)), 'json')
    .estate,
);

describe('the same records in another format', () => {
  it('are worth comparing', () => expect(asJson.size).toBeGreaterThan(200));

  it.each([
    ['indented', true],
    ['on one line', false],
  ] as const)('as CLIXML %s give the same facts', (_name, isIndented) => {
    const result = importAs(
      (command, records) =>
        utf16(exportClixml(records, { type: typeOf(command), depth: 4, isIndented }), 'le'),
      'xml',
    );
    expect(result.files.map(({ format }) => format)).not.toContain('unrecognised');
    expect(Object.fromEntries(valuesIn(result.estate))).toEqual(Object.fromEntries(asJson));
    expect(result.problems.filter(({ severity }) => severity === 'lost')).toEqual([]);
  });

  it.each([
    ['5.1, with the name of the type', ',', true],
    ['7, without it', ',', false],
    ['a German system, semicolons', ';', false],
    ['tabs', '\t', true],
  ] as const)(
    'as CSV of %s give no other facts, and only lists are missing',
    (_name, delimiter, hasType) => {
      const result = importAs(
        (command, records) =>
          exportCsv(records, { type: hasType ? typeOf(command) : null, delimiter }),
        'csv',
      );
      const values = valuesIn(result.estate);
      const others = [...values].filter(
        ([fact, value]) =>
          asJson.has(fact) && JSON.stringify(value) !== JSON.stringify(asJson.get(fact)),
      );
      // Without the settings object only the mode that is in force now is left to read.
      expect(others.filter(([fact]) => !fact.endsWith(' isolationMode'))).toEqual([]);
      expect(values.size).toBeGreaterThan(asJson.size * 0.75);
    },
  );
});
