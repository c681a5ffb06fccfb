/** The demonstration estate: raw cmdlet outputs that go through the importers like any others. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FileToRead } from '../worker/protocol';

/** Beside the sources and, packaged, in the same place inside the archive. */
const FOLDER = join(__dirname, '../../electron/app/demo/estate');

export function demonstrationFiles(): FileToRead[] {
  return readdirSync(FOLDER)
    .filter((name) => /\.(json|txt)$/.test(name))
    .sort()
    .map((name) => ({ name, path: join(FOLDER, name) }));
}
