/** Edits, each saved at once and journalled with what takes it back; undo survives a restart. */
import { Refusal } from '../../../shared/fault';
import type { PlanDatabase } from './plan-file';
import { type RowChange, Rows } from './rows';

interface Entry {
  readonly number: number;
  readonly description: string;
  readonly rows: string;
}

export class Journal {
  readonly #database: PlanDatabase;
  readonly #rows: Rows;

  constructor(database: PlanDatabase) {
    this.#database = database;
    this.#rows = new Rows(database);
  }

  /**
   * Makes an edit: all of it or nothing.
   * @param description  for people, after "Undo": "Import of 12 files"
   */
  edit(description: string, changes: readonly RowChange[], at: Date): void {
    this.#database.transaction(() => {
      this.#database.prepare('DELETE FROM journal WHERE is_undone = 1').run();
      const inverse = this.#rows.apply(changes);
      this.#database
        .prepare('INSERT INTO journal (edited_at, description, rows) VALUES (?, ?, ?)')
        .run(at.toISOString(), description, JSON.stringify(inverse));
    })();
  }

  /** @throws Refusal `edit.nothing-to-undo` */
  undo(): void {
    const entry = this.#lastDone();
    if (entry === null) throw new Refusal('edit.nothing-to-undo', 'There is nothing to undo.');
    this.#swap(entry, 1);
  }

  /** @throws Refusal `edit.nothing-to-redo` */
  redo(): void {
    const entry = this.#firstUndone();
    if (entry === null) throw new Refusal('edit.nothing-to-redo', 'There is nothing to redo.');
    this.#swap(entry, 0);
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

  #swap(entry: Entry, undone: 0 | 1): void {
    this.#database.transaction(() => {
      const other = this.#rows.apply(JSON.parse(entry.rows) as RowChange[]);
      this.#database
        .prepare('UPDATE journal SET rows = ?, is_undone = ? WHERE number = ?')
        .run(JSON.stringify(other), undone, entry.number);
    })();
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
