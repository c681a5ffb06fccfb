// @ts-check
/**
 * better-sqlite3 for the stand-in Electron. The libraries that the package ships need Node-API 10;
 * Electron 25 has 8 and would abort. So its sources are compiled once, with references that
 * Node-API 8 understands (see build/toolchain/sqlite/napi8.h), without node-gyp or Python. It
 * stays in the cache: inside node_modules better-sqlite3 would prefer it everywhere, and packaging
 * could pick it up.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../lib/cache.mjs';
import { contentKey } from '../lib/fingerprint.mjs';
import { say } from '../lib/messages.mjs';
import { installToolchain } from '../lib/npm.mjs';
import { mustRun } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';
import { ensureCompiler } from './libraries.mjs';

const sources = inProject('node_modules', 'better-sqlite3');
const toolchain = inProject('build', 'toolchain', 'sqlite');
const libraryName = 'better_sqlite3.node';
const commonFlags = ['-O2', '-w', '-fPIC', '-fvisibility=hidden', '-DNDEBUG'];

/** @returns the compiled library's path */
export async function ensureSqliteForStandIn() {
  const folder = await cached('sqlite', sqliteKey(), compile);
  return join(folder, libraryName);
}

function sqliteKey() {
  return contentKey([
    join(sources, 'package.json'),
    join(sources, 'deps', 'defines.gypi'),
    join(toolchain, 'package-lock.json'),
    join(toolchain, 'napi8.h'),
    inProject('build', 'scripts', 'setup', 'sqlite.mjs'),
  ]);
}

/** @param {string} workshop */
async function compile(workshop) {
  await ensureCompiler();
  say('compiling the database library for the stand-in once (about 40 s) …');
  const build = join(workshop, 'build');
  mkdirSync(build);
  const headers = await installToolchain('sqlite', build);
  await Promise.all([compileSqlite(build), compileAddon(build, headers)]);
  await link(build);
  copyFileSync(join(build, libraryName), join(workshop, libraryName));
  rmSync(build, { recursive: true });
}

/** @param {string} build */
async function compileSqlite(build) {
  const source = join(sources, 'deps', 'sqlite3', 'sqlite3.c');
  const target = ['-c', source, '-o', join(build, 'sqlite3.o')];
  const flags = ['-std=c99', ...commonFlags, ...sqliteDefinitions()];
  await mustRun('compile SQLite', 'gcc', [...flags, ...target]);
}

/**
 * @param {string} build
 * @param {string} headers  the node_modules folder with Node-API's headers
 */
async function compileAddon(build, headers) {
  const flags = ['-std=c++20', ...commonFlags, '-fvisibility-inlines-hidden'];
  const definitions = [
    '-DNODE_GYP_MODULE_NAME=better_sqlite3',
    '-DBUILDING_NODE_EXTENSION',
    '-DNAPI_DISABLE_CPP_EXCEPTIONS',
    '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  ];
  const includes = [
    ['-include', join(toolchain, 'napi8.h')],
    ['-I', join(headers, 'node-addon-api')],
    ['-I', join(headers, 'node-api-headers', 'include')],
    ['-I', join(sources, 'deps', 'sqlite3')],
  ].flat();
  const target = ['-c', join(sources, 'src', 'better_sqlite3.cpp'), '-o', join(build, 'addon.o')];
  await mustRun('compile better-sqlite3', 'g++', [
    ...flags,
    ...definitions,
    ...includes,
    ...target,
  ]);
}

/** @param {string} build */
async function link(build) {
  const flags = ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  const objects = [join(build, 'addon.o'), join(build, 'sqlite3.o')];
  const target = ['-o', join(build, libraryName), ...objects, '-ldl', '-lpthread', '-lm'];
  await mustRun('link better-sqlite3', 'g++', [...flags, ...target]);
}

/** The settings with which better-sqlite3's authors compile SQLite, as compiler options. */
function sqliteDefinitions() {
  const text = readFileSync(join(sources, 'deps', 'defines.gypi'), 'utf8');
  return [...text.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map(([, setting]) => `-D${setting}`);
}
