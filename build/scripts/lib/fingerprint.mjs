// @ts-check
/** Short names for "the same as last time", from contents or from what the file system knows. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @param {...(string | Buffer)} parts */
export function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** @param {string[]} files  whose contents together decide whether something must be made again */
export function contentKey(files) {
  return digest(...files.map((file) => readFileSync(file))).slice(0, 16);
}

/** @param {string} file  read as a stream, since an Electron does not belong in memory */
export async function sha256Of(file) {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}

/**
 * All files below a folder, as sorted relative paths with forward slashes.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  return listBelow(folder)
    .map((file) => relative(folder, file).split(sep).join('/'))
    .sort();
}

/**
 * Changes when any file below changes its size or time, or comes or goes. Reads no contents, so
 * that asking costs milliseconds.
 * @param {string[]} places  files and folders; those that do not exist count as empty
 */
export function stateKey(places) {
  const lines = places.flatMap(listBelow).map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${file} ${size} ${mtimeMs}`;
  });
  return digest(...lines.sort());
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function listBelow(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name);
    if (entry.isDirectory()) return listBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
