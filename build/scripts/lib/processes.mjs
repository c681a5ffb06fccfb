// @ts-check
/** Starting other programs: always by argument list, never through a shell. */
import { spawn } from 'node:child_process';
import { constants as access, accessSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { lastLines, SetupFailure, say } from './messages.mjs';
import { inProject } from './project.mjs';

/**
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMinutes?: number }} Surroundings
 *   A program that takes longer than `limitMinutes` is stopped, with all that it started, and
 *   counts as failed with exit code 124: nothing here may wait for ever without a word.
 * @typedef {{ code: number, stdout: string, stderr: string }} Outcome
 */

const tooLongCode = 124;
const ordinaryLimitMinutes = 20;

/**
 * Runs a program to its end and gives back what it printed. A program that cannot be started
 * counts as one that failed.
 * @param {string} program
 * @param {string[]} args
 * @param {Surroundings} [surroundings]
 * @returns {Promise<Outcome>}
 */
export function capture(program, args, { cwd, env, limitMinutes = ordinaryLimitMinutes } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // What the program started may hold the pipes open; nobody waits for that.
      child.stdout.destroy();
      child.stderr.destroy();
      stderr += `\nIt was stopped because it was not done after ${limitMinutes} minutes.`;
      resolve({ code: tooLongCode, stdout, stderr });
    }, limitMinutes * 60_000);
    /** @param {Outcome} outcome */
    const end = (outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    child.on('error', (error) => end({ code: 127, stdout, stderr: stderr + error.message }));
    child.on('close', (code) => end({ code: code ?? 1, stdout, stderr }));
  });
}

/**
 * Runs a program whose failure ends the set-up.
 * @param {string} purpose  completes "could not …" in the message
 * @param {string} program
 * @param {string[]} args
 * @param {Surroundings} [surroundings]
 */
export async function mustRun(purpose, program, args, surroundings) {
  const outcome = await capture(program, args, surroundings);
  if (outcome.code !== 0) {
    throw new SetupFailure(
      `Could not ${purpose}:\n${lastLines(`${outcome.stdout}\n${outcome.stderr}`)}`,
    );
  }
  return outcome.stdout;
}

/**
 * Lets a program act in our place, at the same terminal. A program that starts others and does not
 * mind them when it is told to stop (`xvfb-run`) gets a process group, so that all can be told.
 * @param {string} program
 * @param {string[]} args
 * @param {Surroundings & { asGroup?: boolean }} [surroundings]
 * @returns {Promise<number>} its exit code; as shells do, 128 and the signal's number when killed
 */
export function handOver(program, args, { cwd, env, limitMinutes, asGroup = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit', detached: asGroup });
    let isTooLong = false;
    const limit = limitMinutes === undefined ? undefined : limitMinutes * 60_000;
    const timer = limit && setTimeout(stop, limit);
    function stop() {
      isTooLong = true;
      say(`stopped after ${limitMinutes} minutes, which is too long: ${args.join(' ')}`);
      if (asGroup) tellGroup(child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    }
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      if (asGroup) tellGroup(child.pid, signal);
      // The terminal sends Ctrl-C to the program as well; it decides, and we stay to report.
      else if (signal !== 'SIGINT') child.kill(signal);
    };
    for (const signal of passedOn) process.on(signal, pass);
    const finish = () => {
      clearTimeout(timer);
      for (const signal of passedOn) process.off(signal, pass);
      if (asGroup) tellGroup(child.pid, 'SIGTERM');
    };
    child.on('error', (error) => {
      finish();
      reject(error);
    });
    child.on('close', (code, signal) => {
      finish();
      resolve(isTooLong ? tooLongCode : (code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
    });
  });
}

const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * @param {number | undefined} leader
 * @param {NodeJS.Signals} signal
 */
function tellGroup(leader, signal) {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody of the group is left, which is what was wanted.
  }
}

/**
 * The start script of a tool among the packages. Run with Node itself it needs no shell and no
 * `.cmd` file, which is the same on every system.
 * @param {keyof typeof toolScripts} tool
 */
export function toolScript(tool) {
  return inProject('node_modules', ...toolScripts[tool].split('/'));
}

const toolScripts = /** @type {const} */ ({
  biome: '@biomejs/biome/bin/biome',
  'electron-builder': 'electron-builder/cli.js',
  'electron-installer': 'electron/install.js',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  playwright: 'playwright/cli.js',
  typescript: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
});

/** @param {string} name  of a program; answers its full path, or nothing when PATH lacks it */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, access.X_OK);
    return true;
  } catch {
    return false; // Absent and not executable are the same to the caller.
  }
}
