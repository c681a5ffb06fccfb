// @ts-check
/** Things made once and kept: unpacked programs and compiled libraries, each with a seal. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from './exclusive.mjs';
import { filesBelow, sha256Of } from './fingerprint.mjs';
import { cacheFolder } from './project.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const sealName = 'seal.json';

/**
 * @typedef {Record<string, { size: number, mtimeMs: number, sha256: string }>} Seal
 */

/**
 * The folder `<name>-<key>` of the cache, made now unless it is there and unharmed. It is made in
 * a temporary folder and renamed into place when finished: killed half way, nothing is left that
 * could pass for whole.
 * @param {string} name
 * @param {string} key  changes whenever the content would
 * @param {(folder: string) => Promise<void>} make  fills the (empty) folder it is given
 */
export async function cached(name, key, make) {
  const folder = join(cacheFolder(), `${name}-${key}`);
  if (await isUnharmed(folder)) return folder;
  return exclusively(folder, async () => {
    if (await isUnharmed(folder)) return folder;
    mkdirSync(cacheFolder(), { recursive: true });
    removeAbandoned(`making-${name}-${key}-`);
    const workshop = mkdtempSync(join(cacheFolder(), `making-${name}-${key}-`));
    try {
      await make(workshop);
      writeStamp(join(workshop, sealName), await sealOf(workshop));
      rmSync(folder, { recursive: true, force: true });
      renameSync(workshop, folder);
    } finally {
      rmSync(workshop, { recursive: true, force: true });
    }
    return folder;
  });
}

/** @param {string} folder */
async function sealOf(folder) {
  /** @type {Seal} */
  const seal = {};
  for (const file of filesBelow(folder)) {
    const { size, mtimeMs } = statSync(join(folder, file));
    seal[file] = { size, mtimeMs, sha256: await sha256Of(join(folder, file)) };
  }
  return seal;
}

/**
 * Size and time of every file are compared at each start. Contents are read only where the time
 * differs (a copied cache, a touched file), which keeps a start without work below a second.
 * @param {string} folder
 */
async function isUnharmed(folder) {
  /** @type {Seal | undefined} */
  const seal = readStamp(join(folder, sealName));
  if (seal === undefined) return false;
  for (const [file, sealed] of Object.entries(seal)) {
    const found = statSync(join(folder, file), { throwIfNoEntry: false });
    if (found === undefined || found.size !== sealed.size) return false;
    if (found.mtimeMs === sealed.mtimeMs) continue;
    if ((await sha256Of(join(folder, file))) !== sealed.sha256) return false;
  }
  return true;
}

/**
 * What killed runs left behind. Whoever holds the lock is the only one who makes this thing, so
 * nothing of that name is still at work.
 * @param {string} beginning  of the names of their folders
 */
function removeAbandoned(beginning) {
  for (const entry of readdirSync(cacheFolder())) {
    if (!entry.startsWith(beginning)) continue;
    rmSync(join(cacheFolder(), entry), { recursive: true, force: true });
  }
}
