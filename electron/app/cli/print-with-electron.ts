/** A PDF takes a print engine: an Electron process is started for it, and for nothing else. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printArguments } from '../report-files/print-arguments';
import { type CommandIo, UsageError } from './io';

const LAUNCH = 'PORTOLAN_ELECTRON_LAUNCH';
const LIMIT_MILLISECONDS = 180_000;

/** @throws UsageError when there is no Electron to print with, or it did not print */
export async function printWithElectron(
  io: CommandIo,
  html: string,
  pdfPath: string,
): Promise<void> {
  const [program, ...prefix] = launchPrefix(io);
  const folder = await mkdtemp(join(tmpdir(), 'portolan-pdf-'));
  try {
    const htmlPath = join(folder, 'report.html');
    await writeFile(htmlPath, html, { mode: 0o600 });
    const before = await stat(pdfPath).catch(() => null);
    const { code, complaint } = await runToEnd(
      program,
      [...prefix, io.projectFolder, ...printArguments({ htmlPath, pdfPath })],
      io,
    );
    const after = await stat(pdfPath).catch(() => null);
    const isNew = after !== null && (before === null || before.mtimeMs < after.mtimeMs);
    if (code === 0 && isNew) return;
    throw new UsageError(
      `${pdfPath} was not printed: ${complaint}`,
      'Check that the folder is there and can be written to; --format html gives a file that any browser prints.',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The command that starts Electron here, as whoever prepared this machine has set it. */
function launchPrefix({ env }: CommandIo): [string, ...string[]] {
  const text = env[LAUNCH];
  const prefix: unknown = text === undefined || text === '' ? null : parsed(text);
  if (isTexts(prefix)) return prefix;
  throw new UsageError(
    'A PDF is printed by Electron, and this command was not told how to start it.',
    `Use npm run -s portolan, which sees to it, or --format html; ${LAUNCH} takes the command as a JSON array.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a command either; the caller says what is expected.
    return null;
  }
}

function isTexts(value: unknown): value is [string, ...string[]] {
  return Array.isArray(value) && 0 < value.length && value.every((one) => typeof one === 'string');
}

interface Ending {
  readonly code: number | null;
  /** The last line of what it said, or why there is none. */
  readonly complaint: string;
}

function runToEnd(program: string, args: readonly string[], { env }: CommandIo): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LIMIT_MILLISECONDS,
    });
    let said = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
    child.on('error', ({ message }) => resolve({ code: null, complaint: message }));
    child.on('close', (code) => {
      const last = said.trim().split('\n').at(-1) ?? '';
      resolve({ code, complaint: last === '' ? `Electron ended with code ${code}.` : last });
    });
  });
}
