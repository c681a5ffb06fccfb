/** Edits, each saved at once and journalled with what takes it back; undo survives a restart. */
import { Refusal } from '../../../shared/fault';
import type { HistoryEntry } from '../../../shared/model/plan';
import type { PlanDatabase } from './plan-file';
import { type RowChange, Rows } from './rows';

interface Entry {
  readonly number: number;
  readonly description: string;
  readonly rows: string;
}

/**
 * Notes an edit within the transaction that makes it; what was undone before can no longer be redone.
 * @param inverse  the changes that take it back, as JSON
 */
export function insertEntry(
  database: PlanDatabase,
  { description, at, inverse }: { description: string; at: Date; inverse: string },
): void {
  database.prepare('DELETE FROM journal WHERE is_undone = 1').run();
  database
    .prepare('INSERT INTO journal (edited_at, description, rows) VALUES (?, ?, ?)')
    .run(at.toISOString(), description, inverse);
}

export class Journal {
  readonly #database: PlanDatabase;
  readonly #rows: Rows;

  constructor(database: PlanDatabase, rows = new Rows(database)) {
    this.#database = database;
    this.#rows = rows;
  }

  /**
   * Makes an edit: all of it or nothing.
   * @param description  for people, after "Undo": "Import of 12 files"
   */
  edit(description: string, changes: readonly RowChange[], at: Date): void {
    this.#database.transaction(() => {
      const inverse = JSON.stringify(this.#rows.apply(changes));
      insertEntry(this.#database, { description, at, inverse });
    })();
  }

  /**
   * @returns  the rows that changed
   * @throws Refusal `edit.nothing-to-undo`
   */
  undo(): readonly RowChange[] {
    const entry = this.#lastDone();
    if (entry === null) throw new Refusal('edit.nothing-to-undo', 'There is nothing to undo.');
    return this.#swap(entry, 1);
  }

  /**
   * @returns  the rows that changed
   * @throws Refusal `edit.nothing-to-redo`
   */
  redo(): readonly RowChange[] {
    const entry = this.#firstUndone();
    if (entry === null) throw new Refusal('edit.nothing-to-redo', 'There is nothing to redo.');
    return this.#swap(entry, 0);
  }

  /**
   * Undoes or redoes up to the moment right after an edit; 0 is the moment before all of them.
   * @returns  the rows that changed, in the order in which they did
   * @throws Refusal `edit.no-such-moment`
   */
  goTo(number: number): readonly RowChange[] {
    if (number !== 0 && this.#find(`number = ${Math.trunc(number)}`) === null) {
      throw new Refusal('edit.no-such-moment', 'This edit is no longer in the history.');
    }
    const changes: RowChange[] = [];
    this.#database.transaction(() => {
      for (let last = this.#lastDone(); last !== null && number < last.number; ) {
        for (const change of this.#swap(last, 1)) changes.push(change);
        last = this.#lastDone();
      }
      for (let next = this.#firstUndone(); next !== null && next.number <= number; ) {
        for (const change of this.#swap(next, 0)) changes.push(change);
        next = this.#firstUndone();
      }
    })();
    return changes;
  }

  /** Newest first, with how many there are. */
  history(from: number, count: number): { total: number; entries: HistoryEntry[] } {
    const rows = this.#database
      .prepare(
        `SELECT number, edited_at, description, is_undone FROM journal
         ORDER BY number DESC LIMIT ? OFFSET ?`,
      )
      .all(count, from) as {
      number: number;
      edited_at: string;
      description: string;
      is_undone: number;
    }[];
    const counted = this.#database.prepare('SELECT count(*) AS total FROM journal').get();
    return {
      total: (counted as { total: number }).total,
      entries: rows.map((row) => ({
        number: row.number,
        editedAt: row.edited_at,
        description: row.description,
        isUndone: row.is_undone === 1,
      })),
    };
  }

  /** What undo and redo would do, in words; `null` where there is nothing. */
  descriptions(): { readonly undo: string | null; readonly redo: string | null } {
    return {
      undo: this.#lastDone()?.description ?? null,
      redo: this.#firstUndone()?.description ?? null,
    };
  }

  lastEditAt(): string | null {
    const row = this.#database.prepare('SELECT max(edited_at) AS at FROM journal').get();
    return (row as { at: string | null }).at;
  }

  #swap(entry: Entry, undone: 0 | 1): readonly RowChange[] {
    const changes = JSON.parse(entry.rows) as RowChange[];
    this.#database.transaction(() => {
      const other = this.#rows.apply(changes);
      this.#database
        .prepare('UPDATE journal SET rows = ?, is_undone = ? WHERE number = ?')
        .run(JSON.stringify(other), undone, entry.number);
    })();
    return changes;
  }

  #lastDone(): Entry | null {
    return this.#find('is_undone = 0 ORDER BY number DESC');
  }

  #firstUndone(): Entry | null {
    return this.#find('is_undone = 1 ORDER BY number ASC');
  }

  #find(where: string): Entry | null {
    const sql = `SELECT number, description, rows FROM journal WHERE ${where} LIMIT 1`;
    return (this.#database.prepare(sql).get() as Entry | undefined) ?? null;
  }
}
