// @ts-check
/** npm, run as a script of the Node that it came with. */
import { copyFileSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lastLines, SetupFailure, say } from './messages.mjs';
import { capture, findProgram, mustRun } from './processes.mjs';
import { inProject } from './project.mjs';

/**
 * Exactly what the lock in `folder` names, each package checked against the hash in the lock. No
 * install scripts: nothing here needs one, and none shall run.
 * @param {string} purpose  completes "could not …" in the message of a failure
 * @param {string} folder
 */
export async function npmCi(purpose, folder) {
  const { node, script } = findNpm();
  const args = [script, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const surroundings = { cwd: folder, env: cleanEnvironment(), limitMinutes };
  // A registry that stops answering half way makes npm wait without end or a word. What it had
  // fetched by then is in its own cache, so that a second go has less to ask for.
  const first = await capture(node, [...args, '--prefer-offline'], surroundings);
  if (first.code === 0) return;
  say(`npm did not get there; trying once more. It said: ${lastLines(first.stderr, 3)}`);
  await mustRun(purpose, node, args, surroundings);
}

const limitMinutes = 4;

/**
 * The packages of one of the locks in build/toolchain, put into `folder`.
 * @param {'electron25' | 'node24' | 'sqlite'} name
 * @param {string} folder
 */
export async function installToolchain(name, folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(inProject('build', 'toolchain', name, file), join(folder, file));
  }
  await npmCi(`fetch the packages of build/toolchain/${name}`, folder);
  return join(folder, 'node_modules');
}

/**
 * npm started these scripts in most cases and says where it is. It is remembered in the two
 * variables it uses itself, for when these scripts go on under another Node.
 */
export function findNpm() {
  const { npm_execpath, npm_node_execpath } = process.env;
  if (npm_execpath && basename(npm_execpath) === 'npm-cli.js' && existsSync(npm_execpath)) {
    return { node: npm_node_execpath ?? process.execPath, script: npm_execpath };
  }
  const script = npmPlaces().find((place) => place && existsSync(place));
  if (script === undefined) {
    throw new SetupFailure('npm was not found. Install Node.js together with its npm.');
  }
  return { node: process.execPath, script };
}

function npmPlaces() {
  const nodeFolder = dirname(process.execPath);
  const launcher = findProgram('npm');
  const launched = launcher && realpathSync(launcher);
  return [
    join(nodeFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(nodeFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    launched && basename(launched) === 'npm-cli.js' ? launched : undefined,
  ];
}

/** An npm inside an npm would otherwise take the outer one's package and settings for its own. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|command|config_local_prefix)/i.test(name),
    ),
  );
}
