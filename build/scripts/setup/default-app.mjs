// @ts-check
/**
 * What an Electron runs when it is started with the folder of an application: the stand-in comes
 * without it, so Portolan brings a small one of its own.
 */

/** Runs inside Electron: loads the application in the folder named on the command line. */
const mainScript = `'use strict';
const path = require('node:path');
const Module = require('node:module');
const { app } = require('electron');
const at = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
const folder = path.resolve(at > 0 ? process.argv[at] : '.');
const description = require(path.join(folder, 'package.json'));
app.setName(description.productName ?? description.name);
app.setVersion(description.version ?? '0.0.0');
if (description.desktopName) app.setDesktopName(description.desktopName);
app.setAppPath(folder);
Module._load(path.join(folder, description.main ?? 'index.js'), Module, true);
`;

export function defaultAppArchive() {
  return asarArchive({ 'main.js': mainScript, 'package.json': '{"main":"main.js"}' });
}

/**
 * An asar archive of some text files. Its format: two nested "pickles" (32-bit lengths, then the
 * index of files as JSON padded to four bytes), then the files end to end.
 * @param {Record<string, string>} files
 * @see https://github.com/electron/asar#format
 */
export function asarArchive(files) {
  const bodies = Object.values(files).map((text) => Buffer.from(text));
  let offset = 0;
  const entries = Object.keys(files).map((name, index) => {
    const size = bodies[index]?.length ?? 0;
    const entry = [name, { size, offset: String(offset) }];
    offset += size;
    return entry;
  });
  const index = Buffer.from(JSON.stringify({ files: Object.fromEntries(entries) }));
  const padded = Math.ceil(index.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(8 + padded, 4);
  head.writeUInt32LE(4 + padded, 8);
  head.writeUInt32LE(index.length, 12);
  index.copy(head, 16);
  return Buffer.concat([head, ...bodies]);
}
