import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PlanSession } from '../../../electron/app/session/plan-session';
import type { Begun } from './kill-child';
import { digestOf } from './plan-digest';

const KILLS = 200;
/** A new plan after so many, or its journal makes every look at all of it long. */
const KILLS_PER_PLAN = 20;
/** A child dies after so many words at most, counted and not timed: a busy machine changes nothing. */
const MOST_WORDS = 24;
const LONGEST_LAST_BREATH_MILLISECONDS = 2;
/** Two plans at a time: one process dies while the other plan is looked at. */
const LANES = 2;

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-kill-'));
  program = join(folder, 'child.cjs');
  const bundle = await rolldown({
    input: 'tests/app/store/kill-child.ts',
    platform: 'node',
    external: ['better-sqlite3'],
    logLevel: 'silent',
  });
  await bundle.write({ file: program, format: 'cjs' });
  await bundle.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`loses nothing acknowledged when it is killed ${KILLS} times at any moment`, async () => {
  const done = await Promise.all(
    Array.from({ length: LANES }, (_, lane) => killOften(lane, KILLS / LANES)),
  );
  const edits = done.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  const cutShort = done.reduce((sum, { inFlight }) => sum + inFlight, 0);
  // The test is worth something only when edits were made, and when some died half way.
  expect(edits).toBeGreaterThan(KILLS);
  expect(cutShort).toBeGreaterThan(KILLS / 20);
}, 600_000);

async function killOften(lane: number, kills: number) {
  let path = '';
  let initial = '';
  let acknowledged = 0;
  let inFlight = 0;
  for (let kill = 0; kill < kills; kill++) {
    if (kill % KILLS_PER_PLAN === 0) {
      path = join(folder, `${lane}-${kill}.portolan`);
      PlanSession.create(path, 'Killed').close();
      initial = digest(path);
    }
    const seed = lane * 1000 + kill;
    const said = await liveAndDie(path, seed);
    acknowledged += said.states.length - 1;
    if (said.begun !== null) inFlight += 1;
    const isLast = (kill + 1) % KILLS_PER_PLAN === 0;
    checkPlan(path, said, isLast ? initial : null, `kill ${kill} of lane ${lane}`);
  }
  return { acknowledged, inFlight };
}

interface Said {
  /** What the plan held after each acknowledged edit. */
  readonly states: readonly string[];
  /** What was begun and never acknowledged. */
  readonly begun: Begun | null;
}

/** Lets the child say a random number of words, and kills it in the middle of what it does then. */
async function liveAndDie(path: string, seed: number): Promise<Said> {
  const child: ChildProcess = spawn(process.execPath, [program, path, String(seed)], {
    env: {
      ...process.env,
      NODE_PATH: resolve('node_modules'),
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const ended = new Promise<NodeJS.Signals | null>((end) => {
    child.on('close', (_code, signal) => end(signal));
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const words = 1 + ((seed * 7919) % MOST_WORDS);
  await new Promise<void>((enough) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.split('\n').length > words) enough();
    });
    child.on('close', () => enough());
  });
  // A fraction of a millisecond matters: edits take about one.
  const breath = ((seed * 104_729) % 1000) * (LONGEST_LAST_BREATH_MILLISECONDS / 1000);
  await new Promise((wake) => setTimeout(wake, breath));
  child.kill('SIGKILL');
  expect(await ended, `the child ended by itself: ${err}`).toBe('SIGKILL');
  const lines = out.split('\n').slice(0, -1);
  const last = lines.at(-1) ?? '';
  return {
    states: lines.filter((line) => line.startsWith('state ')).map((line) => line.slice(6)),
    begun: last.startsWith('begin ') ? (last.slice(6) as Begun) : null,
  };
}

function checkPlan(path: string, said: Said, initial: string | null, what: string): void {
  const acknowledged = said.states.at(-1);
  const session = PlanSession.open(path);
  try {
    const found = digest(path);
    if (found !== acknowledged) {
      // What was under way may be there whole: taken back, the acknowledged state stands.
      expect(said.begun, `${what}: an acknowledged edit is missing`).not.toBeNull();
      if (said.begun === 'undo') session.redo();
      else session.undo();
      expect(digest(path), `${what}: ${said.begun} was half done`).toBe(acknowledged);
    }
    expect(integrity(path), what).toBe('ok');
    if (initial !== null) {
      const now = digest(path);
      const done = session.history(0, 10_000).entries.find(({ isUndone }) => !isUndone);
      session.goTo(0);
      expect(digest(path), `${what}: undoing all`).toBe(initial);
      session.goTo(done?.number ?? 0);
      expect(digest(path), `${what}: redoing all`).toBe(now);
    }
  } finally {
    session.close();
  }
}

function digest(path: string): string {
  return read(path, digestOf);
}

function integrity(path: string): unknown {
  return read(path, (database) => database.pragma('integrity_check', { simple: true }));
}

function read<T>(path: string, look: (database: Database.Database) => T): T {
  const database = new Database(path, { readonly: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}
