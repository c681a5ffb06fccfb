/**
 * Files that are no text at all, told by their first bytes, and what to do with them: they are never
 * opened, since whoever has one knows better what is in it.
 */

interface ForeignFormat {
  /** For people: "a ZIP archive". */
  readonly name: string;
  readonly advice: string;
}

const UNPACK = 'unpack it first and import the files that are in it';
const AS_CSV = 'save the sheet as CSV and import that';
const EXPORT = 'export the output of commands as text, such as with ConvertTo-Json -Depth 4';

/** First bytes in Latin-1, the name of the format, what to do. */
const FOREIGN: readonly (readonly [string, string, string])[] = [
  ['PK\x03\x04', 'a ZIP archive', UNPACK],
  ['PK\x05\x06', 'an empty ZIP archive', UNPACK],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', UNPACK],
  ['Rar!\x1a\x07', 'a RAR archive', UNPACK],
  ['MSCF', 'a cabinet file', UNPACK],
  ['\x1f\x8b', 'a gzip file', UNPACK],
  ['\xd0\xcf\x11\xe0', 'a workbook or document of an older Office', AS_CSV],
  ['SQLite format 3\0', 'a plan or another database', 'open it instead of importing it'],
  ['%PDF-', 'a PDF', EXPORT],
  ['ElfFile\0', 'an event log', EXPORT],
  ['MZ', 'a program', EXPORT],
];

/** Bytes that are needed to tell. */
export const FOREIGN_MARK_LENGTH = 16;

/** @returns `null` for what may be a text */
export function foreignFormatOf(start: Uint8Array, fileName: string): ForeignFormat | null {
  const text = String.fromCharCode(...start.subarray(0, FOREIGN_MARK_LENGTH));
  const found = FOREIGN.find(([mark]) => text.startsWith(mark));
  if (found === undefined) return null;
  const [mark, name, advice] = found;
  // Two letters are a weak mark: a text may begin with them too.
  if (mark === 'MZ' && !start.includes(0)) return null;
  return mark.startsWith('PK') && /\.xls[xmb]$/i.test(fileName)
    ? { name: 'a workbook', advice: AS_CSV }
    : { name, advice };
}
