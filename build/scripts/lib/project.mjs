// @ts-check
/** Where things are: the checkout, and the folder of this user that outlives it. */
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** @param {...string} parts  a path inside the checkout */
export function inProject(...parts) {
  return join(projectFolder, ...parts);
}

/**
 * What is downloaded or compiled once and serves every checkout of this user.
 * PORTOLAN_CACHE moves it, for tests and for machines whose home folder is small.
 */
export function cacheFolder() {
  if (process.env.PORTOLAN_CACHE) return resolve(process.env.PORTOLAN_CACHE);
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'portolan-build');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'portolan-build');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'portolan-build');
}
