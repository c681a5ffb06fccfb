/**
 * Opens and creates plan files: SQLite databases with an id of our own, so that a foreign file is
 * told apart, and with the format as `user_version`, so that a newer one is refused.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/fault';
import { DAMAGE_ADVICE } from './damage';
import { migrations, PLAN_FORMAT } from './migrations';

export type PlanDatabase = Database.Database;

/** "PTLN" as a number, in the header of every plan file. */
const APPLICATION_ID = 0x50544c4e;

export interface OpenOptions {
  /** A native binding other than the packaged one, in development only. */
  readonly nativeBinding?: string | undefined;
  /** Never writes the file, even where that would be allowed. */
  readonly readOnly?: boolean;
}

export interface OpenedPlan {
  readonly database: PlanDatabase;
  /** True when the database is a copy in memory, because the file may not be written. */
  readonly isReadOnly: boolean;
}

/** @throws Refusal when the file cannot be written */
export function createPlanFile(path: string, options: OpenOptions = {}): PlanDatabase {
  // A log that a former file of this name left behind would be taken for the new one's.
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  const database = connect(path, options);
  try {
    database.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database);
    tune(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/**
 * Opens a plan file for writing, or, where it may not be written, as a copy in memory.
 * @throws Refusal `plan.not-found`, `plan.not-a-plan`, `plan.too-new`, `plan.damaged`, `plan.busy`,
 *   `file.unreadable`
 */
export function openPlan(path: string, options: OpenOptions = {}): OpenedPlan {
  checkFile(path);
  if (options.readOnly || !isWritable(path)) return openCopy(path, options);
  if (existsSync(`${path}-wal`)) {
    // Closing a writable database takes its log in; whether the log is its own is found out before.
    const reader = connect(path, { ...options, readOnly: true });
    try {
      checkPlan(reader, path);
      checkLog(reader, path, options);
    } finally {
      reader.close();
    }
  }
  const database = connect(path, options);
  try {
    checkPlan(database, path);
    migrate(database);
    tune(database);
    return { database, isReadOnly: false };
  } catch (cause) {
    database.close();
    if (isSqlite(cause, 'SQLITE_READONLY', 'SQLITE_CANTOPEN')) return openCopy(path, options);
    throw refusalOf(cause, path);
  }
}

/** Another connection to the same plan, for one who writes while others read. */
export function connectAgain(database: PlanDatabase, options: OpenOptions): PlanDatabase {
  const again = connect(database.name, { ...options, readOnly: false });
  tune(again);
  return again;
}

/** Leaves one tidy file: no write-ahead log beside it. */
export function closePlanFile(database: PlanDatabase): void {
  if (!database.open) return;
  try {
    if (!database.memory) {
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.pragma('journal_mode = DELETE');
    }
  } catch (cause) {
    // Somebody else has the plan open too: whoever closes it last tidies up.
    if (!isSqlite(cause, 'SQLITE_BUSY')) throw cause;
  } finally {
    database.close();
  }
}

/** What the file system can say before the database is asked. */
function checkFile(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new Refusal(
      'plan.not-found',
      `${path} is not there.`,
      'Choose another plan, or restore the file.',
    );
  }
  if (stats.isDirectory()) {
    throw new Refusal('plan.not-a-plan', `${path} is a folder, not a plan.`, CHOOSE_A_PLAN);
  }
  if (stats.size === 0) {
    throw new Refusal('plan.not-a-plan', `${path} is empty.`, CHOOSE_A_PLAN);
  }
}

/** That the database is a plan that this program knows, and whole. */
function checkPlan(database: PlanDatabase, path: string): void {
  const id = readHeader(database, path);
  if (id !== APPLICATION_ID) {
    throw new Refusal('plan.not-a-plan', `${path} is not a Portolan plan.`, CHOOSE_A_PLAN);
  }
  const format = database.pragma('user_version', { simple: true }) as number;
  if (PLAN_FORMAT < format) {
    throw new Refusal(
      'plan.too-new',
      `${path} was written by a newer Portolan (format ${format}, this one knows ${PLAN_FORMAT}).`,
      'Update Portolan and open the plan again.',
    );
  }
  const check = quickCheck(database, path);
  if (check !== 'ok') throw damaged(path, check);
}

/**
 * That the log beside the file is the file's own. A log is taken in whatever it holds, and one of
 * another plan would put that plan in the place of this one.
 */
function checkLog(withLog: PlanDatabase, path: string, { nativeBinding }: OpenOptions): void {
  const bytes = withoutLog(readFileSync(path));
  const alone = new Database(bytes, nativeBinding ? { nativeBinding } : {});
  try {
    const [own, logged] = [planIdIn(alone), planIdIn(withLog)];
    // A plan that was never closed yet may have all that it holds in its log.
    if (own !== null && own !== logged) throw damaged(path, 'its log is that of another plan');
  } finally {
    alone.close();
  }
}

function planIdIn(database: PlanDatabase): string | null {
  try {
    const row = database.prepare("SELECT value FROM setting WHERE key = 'plan-id'").get();
    return (row as { value: string } | undefined)?.value ?? null;
  } catch {
    // Without its log the file may be half of something; then it says nothing.
    return null;
  }
}

function quickCheck(database: PlanDatabase, path: string): string {
  try {
    return String(database.pragma('quick_check(1)', { simple: true }));
  } catch (cause) {
    throw refusalOf(cause, path);
  }
}

/**
 * The plan in memory, so that neither a migration nor a log needs to write beside the file.
 * Changes to it end with it.
 */
function openCopy(path: string, options: OpenOptions): OpenedPlan {
  const bytes = withoutLog(bytesOf(path, options));
  const { nativeBinding } = options;
  let database: PlanDatabase | null = null;
  try {
    database = new Database(bytes, nativeBinding ? { nativeBinding } : {});
    checkPlan(database, path);
    migrate(database);
    database.pragma('trusted_schema = OFF');
    return { database, isReadOnly: true };
  } catch (cause) {
    database?.close();
    throw refusalOf(cause, path);
  }
}

/** Bytes 18 and 19 say "write-ahead log", which a database in memory cannot have. */
function withoutLog(bytes: Buffer): Buffer {
  bytes.fill(1, 18, 20);
  return bytes;
}

/** The file with what its log holds; without one the file alone, which always can be read. */
function bytesOf(path: string, options: OpenOptions): Buffer {
  try {
    if (!existsSync(`${path}-wal`)) return readFileSync(path);
    const database = connect(path, { ...options, readOnly: true });
    try {
      return database.serialize();
    } finally {
      database.close();
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if (cause instanceof Database.SqliteError) throw refusalOf(cause, path);
    throw unreadable(path, cause);
  }
}

function connect(path: string, { nativeBinding, readOnly }: OpenOptions): PlanDatabase {
  try {
    return new Database(path, {
      timeout: 3000,
      ...(readOnly ? { readonly: true } : {}),
      ...(nativeBinding ? { nativeBinding } : {}),
    });
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    // Then it is read, which has refusals of its own.
    return false;
  }
}

function readHeader(database: PlanDatabase, path: string): number {
  try {
    return database.pragma('application_id', { simple: true }) as number;
  } catch (cause) {
    if (isSqlite(cause, 'SQLITE_BUSY')) {
      throw new Refusal(
        'plan.busy',
        `${path} is in use by another program.`,
        'Close the other window and try again.',
        { retryable: true, cause },
      );
    }
    if (isSqlite(cause, 'SQLITE_CANTOPEN', 'SQLITE_READONLY')) throw cause;
    if (looksLikeOurs(path)) throw damaged(path, 'it does not hold together', cause);
    throw new Refusal('plan.not-a-plan', `${path} is not a Portolan plan.`, CHOOSE_A_PLAN, {
      cause,
    });
  }
}

/** Whether the file begins as a plan does, whatever became of the rest. */
function looksLikeOurs(path: string): boolean {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return (
    header.toString('latin1', 0, 15) === 'SQLite format 3' &&
    header.readUInt32BE(68) === APPLICATION_ID
  );
}

const CHOOSE_A_PLAN = 'Choose a .portolan file; files from your hosts are imported into a plan.';

function refusalOf(cause: unknown, path: string): unknown {
  if (isSqlite(cause, 'SQLITE_CORRUPT', 'SQLITE_NOTADB')) {
    return damaged(path, (cause as Error).message, cause);
  }
  if (isSqlite(cause, 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_IOERR')) {
    return unreadable(path, cause);
  }
  return cause;
}

function damaged(path: string, what: string, cause?: unknown): Refusal {
  const log = `${path}-wal`;
  return new Refusal(
    'plan.damaged',
    `${path} is damaged: ${what}.`,
    existsSync(log)
      ? `${log} may belong to another plan: move it away and open the plan again. Otherwise: ${DAMAGE_ADVICE.charAt(0).toLowerCase()}${DAMAGE_ADVICE.slice(1)}`
      : DAMAGE_ADVICE,
    { cause },
  );
}

function unreadable(path: string, cause: unknown): Refusal {
  return new Refusal(
    'file.unreadable',
    `${path} could not be opened.`,
    'Check that the folder exists and that you may read and write there.',
    { cause },
  );
}

function isSqlite(cause: unknown, ...codes: readonly string[]): boolean {
  return cause instanceof Database.SqliteError && codes.some((code) => cause.code.startsWith(code));
}

/** Every acknowledged edit survives a power cut; readers never wait for the writer. */
function tune(database: PlanDatabase): void {
  database.pragma('journal_mode = WAL'); // SQLite itself stays with a rollback journal where it cannot.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
}

function migrate(database: PlanDatabase): void {
  const from = database.pragma('user_version', { simple: true }) as number;
  for (const { number, sql } of migrations) {
    if (number <= from) continue;
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`user_version = ${number}`);
    })();
  }
}
