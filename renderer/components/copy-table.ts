/** A table for the clipboard, as text and as HTML: for Excel, mail and tickets. */

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Tab-separated, one line per row; tabs and line ends inside a value become spaces. */
export function tableText({ head, rows }: Table): string {
  return [head, ...rows].map((row) => row.map((value) => oneLine(value)).join('\t')).join('\r\n');
}

export function tableHtml({ head, rows }: Table): string {
  const line = (tag: 'th' | 'td', values: readonly string[]) =>
    `<tr>${values.map((value) => `<${tag}>${escaped(oneLine(value))}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${line('th', head)}</thead><tbody>${rows.map((row) => line('td', row)).join('')}</tbody></table>`;
}

/** Names come from imported files: a spreadsheet must not take one for a formula or a new row. */
function oneLine(value: string): string {
  const line = value.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@-](?!\d*\.?\d*$)/.test(line) ? `'${line}` : line;
}

function escaped(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
