// @ts-check
/** Small JSON files that say what was finished. They are written last, and whole or not at all. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @param {string} file
 * @returns {any} what was written, or `undefined` when nothing readable is there
 */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // Never written, or cut off by a crash: both mean "do it again".
  }
}

/**
 * @param {string} file
 * @param {unknown} content
 */
export function writeStamp(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 1)}\n`);
  renameSync(draft, file);
}
