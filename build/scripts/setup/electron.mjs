// @ts-check
/** Decides between the official Electron and the stand-in, and sees to the one chosen. */
import { join } from 'node:path';
import { exclusively } from '../lib/exclusive.mjs';
import { SetupFailure, say } from '../lib/messages.mjs';
import { projectFolder } from '../lib/project.mjs';
import {
  installedOfficialElectron,
  installOfficialElectron,
  officialElectronIsReachable,
  officialVersion,
  rememberRefusal,
  wasRefusedLately,
} from './official-electron.mjs';
import { ensureSqliteForStandIn } from './sqlite.mjs';
import {
  ensureStandInElectron,
  standInSuitsThisMachine,
  standInVersion,
} from './stand-in-electron.mjs';

/**
 * @typedef {object} Electron
 * @property {'official' | 'stand-in'} kind
 * @property {string} version
 * @property {string} folder  the unpacked distribution
 * @property {string} program  the executable in it
 * @property {string} [sqliteBinding]  the database library compiled for it, where the shipped one does not fit
 */

/**
 * The Electron to develop and test with. `PORTOLAN_ELECTRON=official` or `compat` insists on one.
 * @returns {Promise<Electron>}
 */
export async function ensureElectron() {
  const wish = process.env.PORTOLAN_ELECTRON;
  if (wish !== undefined && wish !== '' && wish !== 'official' && wish !== 'compat') {
    throw new SetupFailure(`PORTOLAN_ELECTRON is "${wish}"; it may be "official" or "compat".`);
  }
  if (wish === 'compat') return standIn();
  if (installedOfficialElectron() === undefined) {
    const reason = await exclusively(projectFolder, () => tryToInstall(wish === 'official'));
    if (reason !== undefined) {
      if (wish === 'official' || !standInSuitsThisMachine()) {
        throw new SetupFailure(
          `The official Electron could not be installed; HTTPS_PROXY and ELECTRON_MIRROR are minded.\n${reason}`,
        );
      }
      return standIn();
    }
  }
  return official();
}

/**
 * Only a release that cannot be reached is remembered. A download that broke off on the way is
 * tried again at the next start.
 * @param {boolean} insist  ask again even if it was refused an hour ago
 * @returns {Promise<string | undefined>} why there is none; nothing when there is one
 */
async function tryToInstall(insist) {
  if (installedOfficialElectron() !== undefined) return undefined;
  if (standInSuitsThisMachine() && !insist) {
    if (wasRefusedLately()) return 'it was refused less than a day ago';
    if (!(await officialElectronIsReachable())) {
      say('the official Electron cannot be reached from here; the stand-in takes its place.');
      rememberRefusal();
      return 'its release cannot be reached';
    }
  }
  const reason = await installOfficialElectron();
  if (reason !== undefined) say(`the official Electron could not be fetched (${reason}).`);
  return reason;
}

/** @returns {Electron} */
function official() {
  const installed = installedOfficialElectron();
  if (installed === undefined) throw new SetupFailure('Electron’s installer left it incomplete.');
  return {
    kind: 'official',
    version: officialVersion(),
    folder: installed.dist,
    program: installed.program,
  };
}

/** @returns {Promise<Electron>} */
async function standIn() {
  if (!standInSuitsThisMachine()) {
    throw new SetupFailure('The stand-in Electron exists for Linux on x64 only.');
  }
  const folder = await ensureStandInElectron();
  return {
    kind: 'stand-in',
    version: standInVersion,
    folder,
    program: join(folder, 'electron'),
    sqliteBinding: await ensureSqliteForStandIn(),
  };
}
