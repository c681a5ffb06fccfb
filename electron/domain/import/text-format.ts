import type { ImportedFile } from '../../../shared/model/import';

export type TextFormat = 'json' | Extract<ImportedFile['format'], `cmdlet-${string}`>;

/** The delimiters that Export-Csv is told to use, the commonest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The format of a text by how it begins. What has no marks of another counts as JSON, whose reader
 * steps over warnings and prompts before the first bracket.
 * @param start  at least the first lines of the file
 */
export function formatOf(start: string, fileName: string): Exclude<TextFormat, 'cmdlet-json'> {
  const text = start.slice(0, 65_536).replace(/^[\s\uFEFF]+/, '');
  if (/^(?:<|#< CLIXML)/i.test(text)) return 'cmdlet-clixml';
  if (/^[{[]/.test(text) || text === '') return 'json';
  if (/^"?#TYPE /i.test(text) || /^sep=.\r?\n/i.test(text)) return 'cmdlet-csv';
  const [line = ''] = text.split(/\r?\n/, 1);
  if (isHeader(line)) return 'cmdlet-csv';
  if (!/^\s*[{[]/m.test(text) && isListFrom(line, text)) return 'cmdlet-list';
  return /\.csv$/i.test(fileName) ? 'cmdlet-csv' : 'json';
}

/** `Name : value` as Format-List prints it. */
const LABEL = /^[A-Za-z_][\w-]* *:(?: |$)/;

/** A line of a console around what a command printed: its prompt, or the frame of a transcript. */
export const CONSOLE_LINE = /^(?:PS [^>]*>|\*{10})/;

function isListFrom(firstLine: string, text: string): boolean {
  if (LABEL.test(firstLine)) return true;
  return CONSOLE_LINE.test(firstLine) && /(?:\r?\n[A-Za-z_][\w-]* *:[^\r\n]*){2}/.test(text);
}

/** A line of nothing but names of properties, with a delimiter between them. */
function isHeader(line: string): boolean {
  if (/^"[^"]+"(?:([,;\t|])"[^"]+"(?:\1"[^"]+")*)\s*$/.test(line)) return true;
  return DELIMITERS.some((delimiter) => {
    const cells = line.split(delimiter);
    return cells.length >= 2 && cells.every((cell) => /^"?[A-Za-z_][\w-]*"?$/.test(cell.trim()));
  });
}
