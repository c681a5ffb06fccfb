/**
 * The locks are whole: for all three systems, without addresses of a particular registry, pinned
 * exactly, and every direct dependency stands with its reason in docs/dependencies.md.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const toolchains = ['electron25', 'node24', 'sqlite'].map((name) => `build/toolchain/${name}/`);

describe.each(['', ...toolchains])('%spackage-lock.json', (folder) => {
  const packages = lockedPackages(folder);

  it('has a hash for every package', () => {
    const unsealed = Object.entries(packages).filter(([, { integrity }]) => !integrity);
    expect(unsealed.map(([path]) => path)).toEqual([]);
  });

  it('names no address to download from, so that every registry and mirror will do', () => {
    const addressed = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(addressed.map(([path]) => path)).toEqual([]);
  });

  it('holds the part of every package for every system, whichever one wrote the lock', () => {
    expect(missingOptionalParts(packages)).toEqual([]);
  });

  it('belongs to a package.json that pins every dependency exactly', () => {
    const loose = Object.entries(directDependencies(folder)).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('agrees with its package.json', () => {
    const locked = Object.fromEntries(
      Object.keys(directDependencies(folder)).map((name) => [
        name,
        packages[`node_modules/${name}`]?.version,
      ]),
    );
    expect(locked).toEqual(directDependencies(folder));
  });
});

describe('docs/dependencies.md', () => {
  const reasons = documentedReasons();

  it('lists every direct dependency, and nothing else', () => {
    const direct = ['', ...toolchains].flatMap((folder) => Object.keys(directDependencies(folder)));
    expect([...reasons.keys()].sort()).toEqual(direct.sort());
  });

  it('gives a reason for each', () => {
    const unreasoned = [...reasons].filter(([, reason]) => !/\w.*\.$/.test(reason));
    expect(unreasoned).toEqual([]);
  });
});

/** All packages of a lock by their path; the project itself, which has the empty path, is left out. */
function lockedPackages(folder: string): Record<string, LockedPackage> {
  const { packages } = readJson(`${folder}package-lock.json`) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ''));
}

function missingOptionalParts(packages: Record<string, LockedPackage>): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => resolvedFrom(path, name, packages)?.version === undefined)
      .map((name) => `${name}, wanted by ${path}`),
  );
}

/** Looks where Node would: beside the package, then in each folder further out. */
function resolvedFrom(
  path: string,
  name: string,
  packages: Record<string, LockedPackage>,
): LockedPackage | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`];
    if (found !== undefined || at === '') return found;
  }
}

function directDependencies(folder: string): Record<string, string> {
  const { dependencies, devDependencies } = readJson(`${folder}package.json`) as Manifest;
  return { ...dependencies, ...devDependencies };
}

/** The rows of the tables: a package's name in backquotes, then its reason. */
function documentedReasons(): Map<string, string> {
  const text = readFileSync('docs/dependencies.md', 'utf8');
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)];
  return new Map(rows.map(([, name = '', reason = '']) => [name, reason.trim()]));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
