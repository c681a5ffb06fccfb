// @ts-check
import { rmSync } from 'node:fs';
import { SetupFailure } from '../lib/messages.mjs';
import { handOver, toolScript } from '../lib/processes.mjs';
import { inProject, projectFolder } from '../lib/project.mjs';
import { build } from '../setup/build.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { ensurePackages } from '../setup/packages.mjs';

/**
 * Packages Portolan for people. The stand-in Electron must never reach them, so it is refused here.
 * PORTOLAN_PACK_STAND_IN=1 is for trying the packaging itself where nothing else is to be had.
 * @param {string[]} args  for electron-builder, such as `--linux dir`
 */
export async function dist(args) {
  await ensurePackages();
  const electron = await ensureElectron();
  const isTrial = process.env.PORTOLAN_PACK_STAND_IN === '1';
  if (electron.kind === 'stand-in' && !isTrial) {
    throw new SetupFailure(
      'Nothing for people is packaged with the stand-in Electron. Run this on a machine that can have the official one.',
    );
  }
  rmSync(inProject('out'), { recursive: true, force: true });
  await build();
  const options = ['--config', 'electron-builder.config.cjs', '--publish', 'never'];
  return handOver(process.execPath, [toolScript('electron-builder'), ...options, ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...trialVariables(electron) },
  });
}

/**
 * What electron-builder.config.cjs packs in place of the official Electron; for a release each of
 * these is taken out of the environment, whatever it held.
 * @param {import('../setup/electron.mjs').Electron} electron
 */
function trialVariables({ kind, folder, version, sqliteBinding }) {
  const isTrial = kind === 'stand-in';
  return {
    PORTOLAN_STAND_IN_FOLDER: isTrial ? folder : undefined,
    PORTOLAN_STAND_IN_VERSION: isTrial ? version : undefined,
    PORTOLAN_STAND_IN_SQLITE: isTrial ? sqliteBinding : undefined,
  };
}
