// @ts-check
/** Debian's packages: installed where we are root and may, named in one sentence elsewhere. */
import { SetupFailure, say } from '../lib/messages.mjs';
import { capture, findProgram, mustRun } from '../lib/processes.mjs';

/**
 * @param {string} what  is missing, for the message: "a C++ compiler"
 * @param {string[]} packages  Debian's names
 */
export async function ensureSystemPackages(what, packages) {
  const isRoot = process.getuid?.() === 0;
  if (findProgram('apt-get') === undefined) {
    throw new SetupFailure(
      `This system lacks ${what}. Please install it with the system's package manager (Debian calls the packages ${packages.join(' ')}) and try again.`,
    );
  }
  if (!isRoot) {
    const names = await namesOnThisRelease(packages);
    throw new SetupFailure(
      `This system lacks ${what}. Please run "sudo apt-get install --no-install-recommends ${names.join(' ')}" and try again.`,
    );
  }
  say(`installing ${what} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await mustRun('read the list of system packages', 'apt-get', ['update', '-qq'], { env });
  const names = await namesOnThisRelease(packages);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  await mustRun(`install ${what}`, 'apt-get', args, { env });
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries when they moved to 64-bit times.
 * @param {string[]} packages
 */
async function namesOnThisRelease(packages) {
  const renamed = packages.map((name) => `${name}t64`);
  const { stdout } = await capture('apt-cache', ['pkgnames', 'lib']);
  const known = new Set(stdout.split('\n'));
  return packages.map((name, index) => (known.has(renamed[index] ?? '') ? `${name}t64` : name));
}
