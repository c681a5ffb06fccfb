/** The document of the format says what the program does. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOfBytes, importFiles } from '../../../../electron/domain/import/import-files';
import { CONSTANT_DEFAULTS } from '../../../../electron/domain/import/inventory/constant-defaults';
import { SHORTHANDS } from '../../../../electron/domain/import/inventory/vocabulary';

const text = readFileSync('docs/inventory-format.md', 'utf8');
const lines = text.split('\n');

describe('docs/inventory-format.md', () => {
  it('has a row for every default, with its value and its reason', () => {
    const rows = Object.values(CONSTANT_DEFAULTS).flatMap((table) =>
      (table as readonly (readonly [string, unknown, string])[]).map(
        ([field, value, why]) => `| \`${field}\` | \`${JSON.stringify(value)}\` | ${why} |`,
      ),
    );
    expect(rows.filter((row) => !lines.includes(row))).toEqual([]);
  });

  it('has a row for every shorthand', () => {
    const rows = Object.values(SHORTHANDS).flatMap((words) =>
      words.map(({ name, description }) => `| \`${name}\` | ${description} |`),
    );
    expect(rows.filter((row) => !lines.includes(row))).toEqual([]);
  });

  it('shows an inventory that is read without a problem', () => {
    const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const work = importFiles([fileOfBytes('example.json', new TextEncoder().encode(example))]);
    let next = work.next();
    while (!next.done) next = work.next();
    expect(next.value.problems).toEqual([]);
    expect(next.value.estate.vms.map(({ name }) => name)).toEqual(['sql-03']);
  });
});
