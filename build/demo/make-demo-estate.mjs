/**
 * Makes the files of the demonstration estate.
 *
 *     node build/demo/make-demo-estate.mjs          writes them
 *     node build/demo/make-demo-estate.mjs --check  says which differ, exit code 1 if any
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectorFile } from './collector-file.mjs';
import { deriveEstate } from './derive-estate.mjs';
import { plainFiles } from './plain-files.mjs';

export const estateFolder = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../electron/app/demo/estate',
);

/** Bytes by file name. */
export function makeDemoEstate() {
  const estate = deriveEstate();
  const files = new Map();
  for (const host of estate.hosts) {
    if (host.form.kind === 'collector') {
      files.set(`${host.name}-portolan.json`, Buffer.from(collectorFile(host, estate), 'utf8'));
      continue;
    }
    for (const [command, bytes] of plainFiles(host, estate)) {
      files.set(`${host.name}.${command}.json`, bytes);
    }
  }
  return files;
}

/**
 * Names of files that are missing, superfluous or different.
 * @param {ReadonlyMap<string, Buffer>} files
 */
export function differencesFrom(files) {
  const present = readdirSync(estateFolder).filter((name) => name.endsWith('.json'));
  const wrong = [...files.keys()].filter(
    (name) =>
      !present.includes(name) || !readFileSync(join(estateFolder, name)).equals(files.get(name)),
  );
  return [...wrong, ...present.filter((name) => !files.has(name))].sort();
}

/**
 * @param {boolean} isCheck
 */
function main(isCheck) {
  const files = makeDemoEstate();
  if (isCheck) {
    const wrong = differencesFrom(files);
    for (const name of wrong) console.error(`differs: ${name}`);
    process.exitCode = wrong.length === 0 ? 0 : 1;
    return;
  }
  mkdirSync(estateFolder, { recursive: true });
  for (const name of readdirSync(estateFolder)) {
    if (name.endsWith('.json') && !files.has(name)) rmSync(join(estateFolder, name));
  }
  for (const [name, bytes] of files) writeFileSync(join(estateFolder, name), bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'));
