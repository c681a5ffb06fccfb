/** Writes records as Export-Clixml and Export-Csv do, after the sources of PowerShell. */
import type { EnumTable } from '../../electron/domain/import/hyperv/enums';
import * as enums from '../../electron/domain/import/hyperv/enums';

export type Value = null | boolean | number | string | readonly Value[] | Properties;
export interface Properties {
  readonly [name: string]: Value;
}

/** Properties that are enums, and their class, as far as the records of tests need them. */
const ENUMS: Readonly<Record<string, readonly [type: string, table: EnumTable<unknown>]>> = {
  SwitchType: ['Microsoft.HyperV.PowerShell.VMSwitchType', enums.switchType],
  BandwidthReservationMode: [
    'Microsoft.HyperV.PowerShell.VMSwitchBandwidthMode',
    enums.bandwidthMode,
  ],
  MacAddressSpoofing: ['Microsoft.HyperV.PowerShell.OnOffState', enums.onOffState],
  DhcpGuard: ['Microsoft.HyperV.PowerShell.OnOffState', enums.onOffState],
  RouterGuard: ['Microsoft.HyperV.PowerShell.OnOffState', enums.onOffState],
  AllowTeaming: ['Microsoft.HyperV.PowerShell.OnOffState', enums.onOffState],
};

export interface ClixmlOptions {
  /** Full name of the class of the records. */
  readonly type: string;
  /** Objects inside objects that are written out; beyond, their text. */
  readonly depth?: number;
  /** With a line break and indent before every tag, as Export-Clixml does. */
  readonly isIndented?: boolean;
}

export function exportClixml(
  records: readonly Properties[],
  { type, depth = 2, isIndented = true }: ClixmlOptions,
): string {
  const lines: string[] = [
    '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
  ];
  const typeIds = new Map<string, number>();
  let objectId = 0;
  const put = (level: number, text: string) => {
    lines.push(isIndented ? `${'  '.repeat(level)}${text}` : text);
  };
  const names = (level: number, types: readonly string[]) => {
    const key = types.join('\n');
    const known = typeIds.get(key);
    if (known !== undefined) {
      put(level, `<TNRef RefId="${known}" />`);
      return;
    }
    const id = typeIds.size;
    typeIds.set(key, id);
    put(level, `<TN RefId="${id}">`);
    for (const one of types) put(level + 1, `<T>${escaped(one)}</T>`);
    put(level, '</TN>');
  };
  const value = (level: number, name: string | null, item: Value, left: number): void => {
    const n = name === null ? '' : ` N="${escaped(name)}"`;
    const enumeration = name === null ? undefined : ENUMS[name];
    const row = enumeration?.[1].rows.find(([, number]) => number === item);
    if (enumeration !== undefined && row !== undefined) {
      put(level, `<Obj${n} RefId="${objectId++}">`);
      names(level + 1, [enumeration[0], 'System.Enum', 'System.ValueType', 'System.Object']);
      put(level + 1, `<ToString>${row[0]}</ToString>`);
      put(level + 1, `<I32>${row[1]}</I32>`);
      put(level, '</Obj>');
    } else if (item === null) put(level, `<Nil${n} />`);
    else if (typeof item === 'boolean') put(level, `<B${n}>${item}</B>`);
    else if (typeof item === 'number') {
      const tag = Number.isInteger(item) ? (Math.abs(item) < 2 ** 31 ? 'I32' : 'I64') : 'Db';
      put(level, `<${tag}${n}>${item}</${tag}>`);
    } else if (typeof item === 'string') {
      put(level, item === '' ? `<S${n}></S>` : `<S${n}>${escaped(item)}</S>`);
    } else if (isList(item)) {
      put(level, `<Obj${n} RefId="${objectId++}">`);
      names(level + 1, ['System.Object[]', 'System.Array', 'System.Object']);
      put(level + 1, '<LST>');
      for (const one of item) value(level + 2, null, one, left);
      put(level + 1, '</LST>');
      put(level, '</Obj>');
    } else if (left <= 0) put(level, `<S${n}>System.Object</S>`);
    else object(level, n, item, ['System.Management.Automation.PSCustomObject'], left);
  };
  const object = (
    level: number,
    n: string,
    item: Properties,
    types: readonly string[],
    left: number,
  ): void => {
    put(level, `<Obj${n} RefId="${objectId++}">`);
    names(level + 1, [...types, 'System.Object']);
    put(level + 1, '<Props>');
    for (const [name, one] of Object.entries(item)) value(level + 2, name, one, left - 1);
    put(level + 1, '</Props>');
    put(level, '</Obj>');
  };
  for (const record of records) object(1, '', record, [type], depth);
  lines.push('</Objs>');
  return lines.join(isIndented ? '\r\n' : '');
}

/** Escapes of PowerShell, then those of XML. */
function escaped(text: string): string {
  return text
    .split('')
    .map((char, at) => (isEscaped(char, text.charAt(at + 1)) ? escapeOf(char) : char))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function isEscaped(char: string, following: string): boolean {
  const code = char.charCodeAt(0);
  const isControl = code < 0x20 || (0x7f <= code && code <= 0x9f);
  const isSurrogate = 0xd800 <= code && code <= 0xdfff;
  return isControl || isSurrogate || (char === '_' && /[xX]/.test(following));
}

function escapeOf(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

export interface CsvOptions {
  /** For the `#TYPE` line of 5.1; `null`: none, as 7 does. */
  readonly type: string | null;
  readonly delimiter?: string;
}

/** Columns are those of the first record; a list or object is written as the name of its type. */
export function exportCsv(
  records: readonly Properties[],
  { type, delimiter = ',' }: CsvOptions,
): string {
  const [first] = records;
  if (first === undefined) return '';
  const columns = Object.keys(first);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [
    ...(type === null ? [] : [`#TYPE ${type}`]),
    columns.map(quoted).join(delimiter),
    ...records.map((record) =>
      columns
        .map((name) => {
          const text = textOf(name, record[name] ?? null);
          return text === null ? '' : quoted(text);
        })
        .join(delimiter),
    ),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function textOf(name: string, value: Value): string | null {
  if (value === null) return null;
  if (isList(value)) return 'System.String[]';
  if (typeof value === 'object') return 'Microsoft.HyperV.PowerShell.VMNetworkAdapterVlanSetting';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const row = ENUMS[name]?.[1].rows.find(([, number]) => number === value);
  return row === undefined ? String(value) : row[0];
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
