/** A table as lines of text: names to the left, figures to the right. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const lines = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? '')].length)),
  );
  return lines.map((line) =>
    widths
      .map((width, column) => {
        const cell = line[column] ?? '';
        const blanks = ' '.repeat(width - [...cell].length);
        return column === 0 ? `${cell}${blanks}` : `${blanks}${cell}`;
      })
      .join('  ')
      .trimEnd(),
  );
}
