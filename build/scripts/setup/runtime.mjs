// @ts-check
/** The Electron found, put into words that Portolan's own programs and tests understand. */

import { displayPrefix, hasDisplay, sandboxArguments } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureElectronLibraries, ensureVirtualDisplay } from './libraries.mjs';

/** An Electron that can start on this machine: with its libraries, and a display of some kind. */
export async function ensureRunnableElectron() {
  const electron = await ensureElectron();
  await ensureElectronLibraries(electron.program);
  if (!hasDisplay()) await ensureVirtualDisplay();
  return electron;
}

/**
 * What the application and its tests read; the README of these scripts lists it.
 * @param {import('./electron.mjs').Electron} electron
 */
export function runtimeVariables(electron) {
  return {
    PORTOLAN_ELECTRON_PATH: electron.program,
    PORTOLAN_ELECTRON_LAUNCH: JSON.stringify(launchCommand(electron)),
    PORTOLAN_RUNTIME: runtimeInWords(electron),
    ...sqliteVariable(electron),
  };
}

/**
 * The beginning of a command line that starts this Electron whatever the machine is like; the
 * folder of the application and its arguments follow. It stands alone: also a program that has
 * none of our variables starts an Electron that has them.
 * @param {import('./electron.mjs').Electron} electron
 */
function launchCommand(electron) {
  const variables = Object.entries(sqliteVariable(electron)).map(
    ([name, value]) => `${name}=${value}`,
  );
  const environment = variables.length > 0 ? ['env', ...variables] : [];
  return [...environment, ...displayPrefix(), electron.program, ...sandboxArguments()];
}

/**
 * Which Electron this is, for the About box.
 * @param {import('./electron.mjs').Electron} electron
 */
function runtimeInWords({ kind, version }) {
  return kind === 'official'
    ? `official Electron ${version}`
    : `stand-in Electron ${version}, for machines that cannot have the official one`;
}

/** @param {import('./electron.mjs').Electron} electron */
function sqliteVariable({ sqliteBinding }) {
  return sqliteBinding ? { PORTOLAN_SQLITE_BINDING: sqliteBinding } : {};
}
