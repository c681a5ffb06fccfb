// @ts-check
/** The official Electron, fetched by its own installer, which checks it against its checksums. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../lib/messages.mjs';
import { capture, toolScript } from '../lib/processes.mjs';
import { cacheFolder, inProject } from '../lib/project.mjs';
import { readStamp, writeStamp } from '../lib/stamp.mjs';

const packageFolder = inProject('node_modules', 'electron');
const refusalFile = join(cacheFolder(), 'official-electron-refused.json');
const oneDayMs = 24 * 60 * 60 * 1000;
const networkLimitSeconds = 15;

/** Lets Node's own `fetch` pass through company proxies, which it does only when asked. */
const proxyEnvironment = { NODE_USE_ENV_PROXY: '1', NODE_USE_SYSTEM_CA: '1' };

/** @returns {string} */
export function officialVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

/** @returns its folder, or nothing while it is not (wholly) installed */
export function installedOfficialElectron() {
  const dist = join(packageFolder, 'dist');
  // The installer writes path.txt last: where it is missing, an installation was cut off.
  const pathFile = join(packageFolder, 'path.txt');
  const versionFile = join(dist, 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  const program = join(dist, readFileSync(pathFile, 'utf8'));
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return version === officialVersion() && existsSync(program) ? { dist, program } : undefined;
}

/** @returns {Promise<string | undefined>} why it could not be installed; nothing when it was */
export async function installOfficialElectron() {
  say(`fetching Electron ${officialVersion()} once (about 110 MB) …`);
  const outcome = await capture(process.execPath, [toolScript('electron-installer')], {
    env: { ...process.env, ...proxyEnvironment },
  });
  if (outcome.code === 0) return undefined;
  // The installer prints the stack of its error, whose first line says what happened.
  const [reason] = outcome.stderr.trim().split('\n');
  return reason || 'its installer failed';
}

/**
 * Asks for a small file of the release first: a network that swallows packets would hold the
 * download itself for five minutes. Only where the stand-in can take over.
 */
export async function officialElectronIsReachable() {
  const outcome = await capture(
    process.execPath,
    ['--input-type=module', '--eval', probeScript, releaseAddress(), String(networkLimitSeconds)],
    { env: { ...process.env, ...proxyEnvironment } },
  );
  return outcome.code === 0;
}

/** A process of its own, since Node reads the proxy settings only when it starts. */
const probeScript = `
const [address, limitSeconds] = process.argv.slice(-2);
const signal = AbortSignal.timeout(Number(limitSeconds) * 1000);
const answer = await fetch(address, { method: 'HEAD', signal }).catch(() => ({ ok: false }));
process.exit(answer.ok ? 0 : 1);
`;

function releaseAddress() {
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  return `${mirror}v${officialVersion()}/SHASUMS256.txt`;
}

export function wasRefusedLately() {
  const refusal = readStamp(refusalFile);
  return refusal?.version === officialVersion() && Date.now() - refusal.atMs < oneDayMs;
}

export function rememberRefusal() {
  writeStamp(refusalFile, { version: officialVersion(), atMs: Date.now() });
}
