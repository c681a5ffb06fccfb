import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cmdletNamed } from '../../../../electron/domain/import/hyperv/cmdlets';
import { isReadProperty } from '../../../../electron/domain/import/hyperv/read-properties';

const FOLDER = join(import.meta.dirname, '../../../../electron/domain/import/hyperv');
/** Files that name classes, commands and members of enums, and read no property. */
const OTHERS = ['enums.ts', 'cmdlets.ts', 'type-names.ts', 'read-properties.ts'];

it('every property that a reader names is kept of large records', () => {
  const left = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && !OTHERS.includes(name))
    .flatMap((name) => {
      const source = readFileSync(join(FOLDER, name), 'utf8');
      return [...source.matchAll(/'([A-Z][A-Za-z0-9_]*)(?:\.[A-Za-z]+)?'/g)].map(
        (match) => match[1] ?? '',
      );
    })
    .filter((name) => cmdletNamed(name) === null && !isReadProperty(name));
  expect(left).toEqual([]);
});
