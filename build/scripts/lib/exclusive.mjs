// @ts-check
/** One at a time, also between two terminals: `npm test` beside `npm start` must not collide. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { digest } from './fingerprint.mjs';
import { say } from './messages.mjs';
import { cacheFolder } from './project.mjs';

/**
 * @template T
 * @param {string} subject  what only one process may work on, usually a folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(subject, work) {
  const folder = join(cacheFolder(), 'locks');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${digest(subject).slice(0, 16)}.lock`);
  for (let looks = 0; !take(file); looks += 1) {
    if (looks === 5) {
      say(`waiting for process ${holder(file)}; if that is none of Portolan's, delete ${file}`);
    }
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * A lock is linked into place with its owner's number already inside: one cut off half way would
 * otherwise have no owner and never be released.
 * @param {string} file
 */
function take(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    const owner = holder(file);
    if (owner !== undefined && !isAlive(owner)) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file */
function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // Released between our two looks.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function errorCode(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}
