/** Which room may import what. The table of docs/architecture.md, watched. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

interface Room {
  readonly folder: string;
  /** Own rooms that it may reach into. */
  readonly rooms: readonly string[];
  /** Packages, by name or by prefix ending in a slash. */
  readonly packages: readonly string[];
}

const ROOMS: readonly Room[] = [
  { folder: 'shared', rooms: ['shared'], packages: ['zod'] },
  {
    folder: 'electron/domain',
    rooms: ['electron/domain', 'shared'],
    packages: ['zod'],
  },
  {
    folder: 'electron/app',
    rooms: ['electron/app', 'electron/domain', 'shared', 'build/collect', 'package.json'],
    packages: ['electron', 'node:', 'better-sqlite3', 'zod'],
  },
  {
    folder: 'renderer',
    rooms: ['renderer', 'shared'],
    packages: ['react', 'react-dom', '@mui/', '@emotion/', 'lucide-react', '@fontsource-variable/'],
  },
];

const files = ROOMS.flatMap((room) => sourcesIn(room.folder).map((file) => ({ room, file })));

describe('doors', () => {
  it('are many files to watch', () => expect(files.length).toBeGreaterThan(50));

  it.each(ROOMS)('$folder imports only what it may', (room) => {
    const trespassers = files
      .filter((one) => one.room === room)
      .flatMap(({ file }) =>
        importsOf(file)
          .filter((target) => !isAllowed(room, file, target))
          .map((target) => `${file} imports ${target}`),
      );
    expect(trespassers).toEqual([]);
  });

  it('only renderer/api touches the bridge', () => {
    const touching = files
      .filter(({ room, file }) => room.folder === 'renderer' && !file.startsWith('renderer/api/'))
      .filter(({ file }) =>
        /window\s*\.\s*portolan\b|\bglobalThis\s*\.\s*portolan\b/.test(read(file)),
      )
      .map(({ file }) => file);
    expect(touching).toEqual([]);
  });

  it('a feature of the screen does not reach into another', () => {
    const reaching = files.flatMap(({ file }) => {
      const own = featureOf(file);
      if (own === null) return [];
      return importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => resolve(file, target))
        .filter((target) => featureOf(target) !== null && featureOf(target) !== own)
        .map((target) => `${file} imports ${target}`);
    });
    expect(reaching).toEqual([]);
  });

  it('rules do not know each other', () => {
    const knowing = files
      .filter(({ file }) => /^electron\/domain\/rules\/hyperv\/.+\/(?!index\.)/.test(file))
      .flatMap(({ file }) =>
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => resolve(file, target))
          .filter((target) => /^electron\/domain\/rules\/hyperv\/[^/]+\/./.test(target))
          .map((target) => `${file} imports ${target}`),
      );
    expect(knowing).toEqual([]);
  });

  it('the domain reads no clock and draws no chance', () => {
    const impure = files
      .filter(({ room }) => room.folder === 'electron/domain' || room.folder === 'shared')
      .filter(({ file }) =>
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/.test(read(file)),
      )
      .map(({ file }) => file);
    expect(impure).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function importsOf(file: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...read(file).matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

function isAllowed(room: Room, file: string, target: string): boolean {
  if (target.startsWith('.')) {
    const path = resolve(file, target);
    return room.rooms.some((folder) => path === folder || path.startsWith(`${folder}/`));
  }
  return room.packages.some((name) =>
    /[/:]$/.test(name) ? target.startsWith(name) : target === name || target.startsWith(`${name}/`),
  );
}

function resolve(file: string, target: string): string {
  return relative(ROOT, normalize(join(ROOT, dirname(file), target)))
    .split(sep)
    .join('/');
}

function featureOf(file: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
}
