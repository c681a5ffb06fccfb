/** Export-Csv and Format-List texts with their values replaced. */
import { DELIMITERS } from '../import/text-format';
import { anonymiseText } from './anonymise-text';
import type { Pseudonyms } from './pseudonyms';

/** @throws SyntaxError when a quote is not closed */
export function anonymiseCsv(text: string, names: Pseudonyms): string {
  const lines: string[] = [];
  let rest = text.replace(/^\uFEFF/, '');
  for (;;) {
    const mark = /^(?:"?#TYPE [^\r\n]*|sep=.)(?:\r?\n|$)/i.exec(rest)?.[0];
    if (mark === undefined) break;
    lines.push(mark.trim());
    rest = rest.slice(mark.length);
  }
  const [first = ''] = rest.split(/\r?\n/, 1);
  const delimiter = DELIMITERS.toSorted((a, b) => count(first, b) - count(first, a))[0] ?? ',';
  const [head = [], ...rows] = rowsOf(rest, delimiter);
  const among = new Set(head.map((one) => (one ?? '').toLowerCase()));
  const write = (cells: readonly (string | null)[]) =>
    cells.map((cell) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`)).join(delimiter);
  lines.push(write(head));
  for (const row of rows) {
    lines.push(
      write(
        row.map((cell, at) =>
          cell === null ? null : anonymiseText(cell, head[at] ?? '', among, names),
        ),
      ),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

function count(text: string, one: string): number {
  return text.split(one).length - 1;
}

/** A cell with nothing in it is `null`, one with two quotes an empty text. */
function rowsOf(text: string, delimiter: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let cells: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    let cell: string | null = null;
    if (text[at] === '"') {
      let end = at + 1;
      while (!(text[end] === '"' && text[end + 1] !== '"')) {
        if (text.length <= end) throw new SyntaxError('a quote is not closed');
        end += text[end] === '"' ? 2 : 1;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      let end = at;
      while (
        end < text.length &&
        text[end] !== delimiter &&
        text[end] !== '\r' &&
        text[end] !== '\n'
      ) {
        end += 1;
      }
      cell = at === end ? null : text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    while (text[at] === '\r' || text[at] === '\n') at += 1;
    rows.push(cells);
    cells = [];
  }
  if (0 < cells.length) rows.push(cells);
  return rows.filter((row) => row.some((cell) => cell !== null));
}

/** `Name : value`; a value goes on in the next lines where those have no label. */
export function anonymiseList(text: string, names: Pseudonyms): string {
  const blocks = text.replace(/^\uFEFF/, '').split(/\r?\n[ \t]*\r?\n/);
  return `${blocks.map((block) => listBlock(block, names)).join('\n\n')}\n`;
}

function listBlock(block: string, names: Pseudonyms): string {
  const entries: { readonly label: string; readonly pad: string; value: string }[] = [];
  for (const line of block.split(/\r?\n/)) {
    const [, label, pad = '', value = ''] = /^([A-Za-z_][\w-]*)( *): ?(.*)$/.exec(line) ?? [];
    const last = entries.at(-1);
    if (label !== undefined) entries.push({ label, pad, value });
    else if (last !== undefined) last.value += line.trim();
    // A line before the first label is a warning or a prompt, with nobody knows what in it.
  }
  const among = new Set(entries.map(({ label }) => label.toLowerCase()));
  return entries
    .map(({ label, pad, value }) => `${label}${pad}: ${listValue(value, label, among, names)}`)
    .join('\n');
}

function listValue(
  value: string,
  label: string,
  among: ReadonlySet<string>,
  names: Pseudonyms,
): string {
  const items = /^\{(.*)\}$/s.exec(value.trim())?.[1];
  if (items === undefined) return anonymiseText(value.trim(), label, among, names);
  return `{${items
    .split(/, ?/)
    .map((item) => anonymiseText(item, label, among, names))
    .join(', ')}}`;
}
