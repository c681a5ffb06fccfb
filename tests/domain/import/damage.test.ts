/** Files of every format, changed and cut at random: nothing throws, nothing hangs, damage is told. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../estate/random';
import { exportClixml, exportCsv, type Properties } from '../../helpers/powershell-writers';
import { bytesOf, collectorFile, fixture, importOf, importWithSteps, utf16 } from './import-of';

const vSwitches: readonly Properties[] = ['vs-a', 'vs_x', 'Zürich & <Co>', 'vs-d'].map(
  (Name, index) => ({
    Name,
    Id: `a2c4e6f8-0b1d-4f3a-8c5e-7d9f1b3a5c7${index}`,
    SwitchType: 2,
    AllowManagementOS: index === 1,
    IovEnabled: true,
    IovSupportReasons: ['one', 'two'],
    IovVirtualFunctionCount: 60 + index,
    Notes: 'a line\r\nand "another"',
    Extra: { Deep: [1, 2, null] },
  }),
);
const TYPE = 'Microsoft.HyperV.PowerShell.VMSwitch';

const sources: Readonly<Record<string, readonly (readonly [name: string, bytes: Uint8Array])[]>> = {
  clixml: [
    ['HV07.Get-VMSwitch.xml', utf16(exportClixml(vSwitches, { type: TYPE }), 'le')],
    ['HV07.Get-VMSwitch.xml', bytesOf(exportClixml(vSwitches, { type: TYPE, isIndented: false }))],
    [
      'HV07.Get-VMNetworkAdapter.xml',
      bytesOf(fixture('worked-examples/clixml/HV07.Get-VMNetworkAdapter.xml')),
    ],
  ],
  csv: [
    ['HV07.Get-VMSwitch.csv', bytesOf(exportCsv(vSwitches, { type: TYPE }))],
    ['HV07.Get-VMSwitch.csv', utf16(exportCsv(vSwitches, { type: null, delimiter: ';' }), 'be')],
  ],
  list: [['HV07.Get-VMSwitch.txt', bytesOf(fixture('worked-examples/list/HV07.Get-VMSwitch.txt'))]],
  json: [
    ['HV07.Get-VMSwitch.json', bytesOf(JSON.stringify(vSwitches, null, 2))],
    ['HV07.Get-VMSwitch.json', utf16(fixture('worked-examples/ps51/HV07.Get-VMSwitch.json'), 'le')],
  ],
  collector: [['HV07-portolan.json', bytesOf(collectorFile({ 'Get-VMSwitch': vSwitches }))]],
  inventory: [['inventory.json', bytesOf(fixture('inventory/every-word.json'))]],
};

function importBounded(name: string, bytes: Uint8Array) {
  const { result, steps } = importWithSteps({ [name]: bytes });
  expect(steps.length).toBeLessThan(bytes.length + 100);
  expect(result.files).toHaveLength(1);
  return result;
}

describe.each(Object.entries(sources))('%s', (format, files) => {
  it('changed anywhere, it is read to its end', () => {
    const random = seededRandom(format.length);
    for (let run = 0; run < 500; run += 1) {
      const [name, bytes] = random.pick(files);
      importBounded(name, changed(bytes, random));
    }
  });

  it('cut off anywhere, it is told, or nothing is missing', () => {
    const random = seededRandom(format.length + 1);
    for (let run = 0; run < 200; run += 1) {
      const [name, bytes] = random.pick(files);
      const length = random.below(bytes.length);
      const cut = importBounded(name, bytes.subarray(0, length));
      const isTold = cut.problems.length > 0 || endsBetweenRecords(format, bytes, length);
      const whole = importOf({ [name]: bytes });
      if (!isTold) expect([length, cut.estate]).toEqual([length, whole.estate]);
    }
  });
});

describe.each([
  ['clixml', /[<>/"=]/],
  ['csv', /["]/],
] as const)('%s without one of its marks', (format, mark) => {
  it('is told, or reads the same', () => {
    const [source] = sources[format] ?? [];
    if (source === undefined) throw new Error('no source');
    const [name, bytes] = source;
    const isWide = bytes[1] === 0xfe;
    const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
    const whole = importOf({ [name]: text });
    for (let at = 0; at < text.length; at += 1) {
      if (!mark.test(text.charAt(at))) continue;
      const damaged = text.slice(0, at) + text.slice(at + 1);
      const result = importBounded(name, bytesOf(damaged));
      if (!result.problems.some(({ severity }) => severity === 'lost')) {
        expect([damaged.slice(at - 20, at + 20), result.estate]).toEqual([
          damaged.slice(at - 20, at + 20),
          whole.estate,
        ]);
      }
    }
  });
});

function changed(bytes: Uint8Array, random: ReturnType<typeof seededRandom>): Uint8Array {
  let text = [...bytes];
  const times = random.between(1, 6);
  for (let time = 0; time < times; time += 1) {
    const at = random.below(text.length + 1);
    const length = random.between(1, 30);
    switch (random.below(4)) {
      case 0:
        text[at] = random.below(256);
        break;
      case 1:
        text.splice(at, length);
        break;
      case 2:
        text.splice(at, 0, ...text.slice(at, at + length));
        break;
      default:
        text = [
          ...text.slice(0, at),
          ...bytesOf(random.pick(['<', '"', '{', ']', '</Obj>', '\0', ',', '\n'])),
          ...text.slice(at),
        ];
    }
  }
  return Uint8Array.from(text, (byte) => byte ?? 0);
}

/** Rows and blocks have no mark that says how many there are: what ends between two is whole. */
function endsBetweenRecords(format: string, bytes: Uint8Array, length: number): boolean {
  if (length <= 2) return true;
  if (format !== 'csv' && format !== 'list') return false;
  const isWide = bytes[0] === 0xfe || bytes[0] === 0xff;
  const label = bytes[0] === 0xfe ? 'utf-16be' : bytes[0] === 0xff ? 'utf-16le' : 'utf-8';
  const text = (part: Uint8Array) => new TextDecoder(label).decode(part);
  if (isWide && length % 2 === 1) return false;
  if (format === 'list') return true;
  return (
    /^[\r\n]|^$/.test(text(bytes.subarray(length))) || /\n$/.test(text(bytes.subarray(0, length)))
  );
}
