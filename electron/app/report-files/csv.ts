/**
 * Tables as CSV for spreadsheets (RFC 4180: commas, CRLF, quotes doubled), in UTF-8 with a byte
 * order mark, without which Excel takes the file for the local code page.
 */
export type CsvCell = string | number | null;

export function csv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header.map(cellText).join(',')];
  for (const row of rows) lines.push(row.map(cellText).join(','));
  return `\u{FEFF}${lines.join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A name from an import must not become a formula when a spreadsheet opens the file. */
const FORMULA = /^[=+\-@\t\r]/;
