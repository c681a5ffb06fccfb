/**
 * Output of commands on many hosts, of any length: the records of one real-looking VM and its
 * adapter, with names and ids of their own.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exportClixml, exportCsv, type Properties } from './powershell-writers';

/** From the folder of the project, where tests and benchmarks run. */
const FOLDER = resolve('electron/app/demo/estate');
const VMS_PER_HOST = 20;

export type LargeFormat = 'json' | 'clixml' | 'csv';

/** What one file of the format holds, piece by piece, until it has as many bytes. */
export function* largeOutput(format: LargeFormat, bytes: number): Generator<string> {
  const vm = firstRecord('Get-VM');
  const adapter = firstRecord('Get-VMNetworkAdapter');
  const head = HEADS[format](vm);
  yield head;
  let length = head.length;
  for (let host = 0; length < bytes; host += 1) {
    const text = PIECES[format](renamed(vm, host), renamed(adapter, host));
    const piece = format === 'json' && host > 0 ? `,\n${text}` : text;
    length += piece.length;
    yield piece;
  }
  yield TAILS[format];
}

/** As one file in memory. */
export function largeFile(format: LargeFormat, bytes: number): Uint8Array {
  return new TextEncoder().encode([...largeOutput(format, bytes)].join(''));
}

type Records = readonly Properties[];

const HEADS: Readonly<Record<LargeFormat, (vm: Properties) => string>> = {
  json: () => '[\n',
  clixml: () =>
    '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n',
  csv: (vm) => `${exportCsv([vm], { type: null }).split('\r\n', 1)[0]}\r\n`,
};

const TAILS: Readonly<Record<LargeFormat, string>> = {
  json: '\n]\n',
  clixml: '</Objs>\n',
  csv: '',
};

const PIECES: Readonly<Record<LargeFormat, (vms: Records, adapters: Records) => string>> = {
  json: (vms, adapters) =>
    [...vms, ...adapters].map((record) => JSON.stringify(record, null, 2)).join(',\n'),
  clixml: (vms, adapters) =>
    [
      exportClixml(vms, { type: 'Microsoft.HyperV.PowerShell.VirtualMachine', depth: 2 }),
      exportClixml(adapters, { type: 'Microsoft.HyperV.PowerShell.VMNetworkAdapter', depth: 2 }),
    ]
      .map((text) => text.replace(/^<Objs [^>]*>\r\n/, '').replace(/<\/Objs>$/, ''))
      .join(''),
  csv: (vms) => exportCsv(vms, { type: null }).split('\r\n').slice(1).join('\r\n'),
};

/** The record for each VM of a host. */
function renamed(record: Properties, host: number): Records {
  const text = JSON.stringify(record);
  return Array.from({ length: VMS_PER_HOST }, (_, index) => {
    const number = host * VMS_PER_HOST + index;
    const digits = number.toString(16).padStart(8, '0');
    return JSON.parse(
      text
        .replaceAll(/b5df7fd2(?=-)/gi, digits)
        .replaceAll('822B508B', digits.toUpperCase())
        .replaceAll('file-01', `file-${number}`)
        .replaceAll('HV03', `HV${host}`),
    ) as Properties;
  });
}

function firstRecord(command: string): Properties {
  const bytes = readFileSync(join(FOLDER, `HV03.${command}.json`));
  const isUtf16 = bytes[0] === 0xff;
  const text = bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace('\uFEFF', '');
  const [first] = JSON.parse(text) as readonly Properties[];
  if (first === undefined) throw new Error(`no record of ${command}`);
  return first;
}
