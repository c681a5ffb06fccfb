// @ts-check
/** Sees to what Linux has to bring along: the libraries Electron links to, a display, a compiler. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../lib/fingerprint.mjs';
import { SetupFailure } from '../lib/messages.mjs';
import { capture, findProgram } from '../lib/processes.mjs';
import { cacheFolder } from '../lib/project.mjs';
import { readStamp, writeStamp } from '../lib/stamp.mjs';
import { ensureSystemPackages } from './apt.mjs';

/** With these, all that Electron links to is there on a minimal Debian; a font comes along. */
const electronPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** @param {string} program  the Electron that must be able to start */
export async function ensureElectronLibraries(program) {
  if (process.platform !== 'linux') return;
  // Asking the linker takes a moment, so its answer is kept; a library that has gone since shows.
  const stampFile = join(cacheFolder(), 'libraries', `${digest(program).slice(0, 16)}.json`);
  const found = readStamp(stampFile)?.found;
  if (Array.isArray(found) && found.every((library) => existsSync(library))) return;

  let links = await linkedLibraries(program);
  if (links.missing.length > 0) {
    await ensureSystemPackages(
      `libraries that Electron needs (${links.missing.join(', ')})`,
      electronPackages,
    );
    links = await linkedLibraries(program);
  }
  if (links.missing.length > 0) {
    throw new SetupFailure(
      `Electron cannot start: the system lacks ${links.missing.join(', ')}. Please install the packages that contain them and try again.`,
    );
  }
  writeStamp(stampFile, { program, found: links.found });
}

/** @param {string} program */
async function linkedLibraries(program) {
  const { code, stdout, stderr } = await capture('ldd', [program]);
  if (code !== 0) throw new SetupFailure(`ldd could not read ${program}: ${stderr.trim()}`);
  return parseLinks(stdout);
}

/**
 * @param {string} text  what ldd prints, one library a line: `libgbm.so.1 => /lib/libgbm.so.1 (0x…)`
 *   or `libgbm.so.1 => not found`
 */
export function parseLinks(text) {
  const lines = [...text.matchAll(/^\s*(\S+) => (not found|\S+)/gm)];
  const missing = lines.filter(([, , place]) => place === 'not found').map(([, name]) => name);
  const found = lines.filter(([, , place]) => place !== 'not found').map(([, , place]) => place);
  return { missing, found };
}

/** A display without a screen, for tests and for printing where there is none. */
export async function ensureVirtualDisplay() {
  if (!hasVirtualDisplay()) await ensureSystemPackages('a virtual display', ['xvfb', 'xauth']);
}

function hasVirtualDisplay() {
  return ['xvfb-run', 'Xvfb', 'xauth'].every((name) => findProgram(name) !== undefined);
}

export async function ensureCompiler() {
  if (findProgram('gcc') !== undefined && findProgram('g++') !== undefined) return;
  await ensureSystemPackages('a C++ compiler', ['gcc', 'g++', 'libc6-dev']);
}
