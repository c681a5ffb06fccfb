// @ts-check
/** Sees to out/: the built application, made again only when one of its sources changed. */
import { existsSync, rmSync } from 'node:fs';
import { exclusively } from '../lib/exclusive.mjs';
import { stateKey } from '../lib/fingerprint.mjs';
import { say } from '../lib/messages.mjs';
import { mustRun, toolScript } from '../lib/processes.mjs';
import { inProject, projectFolder } from '../lib/project.mjs';
import { readStamp, writeStamp } from '../lib/stamp.mjs';

const stampFile = inProject('out', '.build.json');
const firstOutput = inProject('out', 'main', 'index.cjs');

/** Everything that can end up in out/, and what decides how; the benchmarks are part of the tests. */
const sources = [
  ...['electron', 'renderer', 'shared', 'build', 'tests/bench', 'tests/estate'],
  ...['electron.vite.config.ts', 'package.json', 'package-lock.json'],
].map((path) => inProject(path));

export async function ensureBuild() {
  if (isCurrent()) return;
  await exclusively(inProject('out'), async () => {
    if (isCurrent()) return;
    await build();
  });
}

function isCurrent() {
  return existsSync(firstOutput) && readStamp(stampFile)?.sources === stateKey(sources);
}

/** Builds even if nothing changed. The stamp tells what the sources were before, not after. */
export async function build() {
  const before = stateKey(sources);
  rmSync(stampFile, { force: true });
  say('building …');
  const args = [toolScript('electron-vite'), 'build', '--logLevel', 'warn'];
  await mustRun('build Portolan', process.execPath, args, {
    cwd: projectFolder,
    // electron-vite wants to know for which Electron; the configuration says all that follows
    // from it, so no Electron need be there yet.
    env: { ...process.env, ELECTRON_MAJOR_VER: '25' },
  });
  writeStamp(stampFile, { sources: before });
}
