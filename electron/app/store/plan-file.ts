/**
 * Opens and creates plan files: SQLite databases with an id of our own, so that a foreign file is
 * told apart, and with the format as `user_version`, so that a newer one is refused.
 */
import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/fault';
import { migrations, PLAN_FORMAT } from './migrations';

export type PlanDatabase = Database.Database;

/** "PTLN" as a number, in the header of every plan file. */
const APPLICATION_ID = 0x50544c4e;

export interface OpenOptions {
  /** A native binding other than the packaged one, in development only. */
  readonly nativeBinding?: string | undefined;
}

/** @throws Refusal when the file exists or cannot be written */
export function createPlanFile(path: string, options: OpenOptions = {}): PlanDatabase {
  if (existsSync(path)) rmSync(path);
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
 * @throws Refusal `plan.not-found`, `plan.not-a-plan`, `plan.too-new`, `plan.damaged`, `plan.busy`
 */
export function openPlanFile(path: string, options: OpenOptions = {}): PlanDatabase {
  if (!existsSync(path)) {
    throw new Refusal(
      'plan.not-found',
      `${path} is not there.`,
      'Choose another plan, or restore the file.',
    );
  }
  const database = connect(path, options);
  try {
    const id = readHeader(database, path);
    if (id !== APPLICATION_ID) {
      throw new Refusal(
        'plan.not-a-plan',
        `${path} is not a Portolan plan.`,
        'Choose a .portolan file; files from your hosts are imported into a plan.',
      );
    }
    const format = database.pragma('user_version', { simple: true }) as number;
    if (PLAN_FORMAT < format) {
      throw new Refusal(
        'plan.too-new',
        `${path} was written by a newer Portolan (format ${format}, this one knows ${PLAN_FORMAT}).`,
        'Update Portolan and open the plan again.',
      );
    }
    const check = database.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') {
      throw new Refusal(
        'plan.damaged',
        `${path} is damaged: ${String(check)}.`,
        'Restore the plan from a backup, or import the files of your hosts again.',
      );
    }
    migrate(database);
    tune(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** Leaves one tidy file: no write-ahead log beside it. */
export function closePlanFile(database: PlanDatabase): void {
  if (!database.open) return;
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.pragma('journal_mode = DELETE');
  } catch (cause) {
    // Somebody else has the plan open too: whoever closes it last tidies up.
    if (!(cause instanceof Database.SqliteError) || cause.code !== 'SQLITE_BUSY') throw cause;
  } finally {
    database.close();
  }
}

function connect(path: string, { nativeBinding }: OpenOptions): PlanDatabase {
  try {
    return new Database(path, { timeout: 3000, ...(nativeBinding ? { nativeBinding } : {}) });
  } catch (cause) {
    throw new Refusal(
      'file.unreadable',
      `${path} could not be opened.`,
      'Check that the folder exists and that you may write there.',
      { cause },
    );
  }
}

function readHeader(database: PlanDatabase, path: string): number {
  try {
    return database.pragma('application_id', { simple: true }) as number;
  } catch (cause) {
    const code = cause instanceof Database.SqliteError ? cause.code : '';
    if (code === 'SQLITE_BUSY') {
      throw new Refusal(
        'plan.busy',
        `${path} is in use by another program.`,
        'Close the other window and try again.',
        { retryable: true, cause },
      );
    }
    throw new Refusal(
      'plan.not-a-plan',
      `${path} is not a Portolan plan.`,
      'Choose a .portolan file; files from your hosts are imported into a plan.',
      { cause },
    );
  }
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
