/**
 * An edit that is too long for one step: the same as an edit of the journal, all of it or nothing,
 * but made in slices and over a connection of its own. Until it is whole the plan reads on as it
 * was, and whoever leaves before its end has changed nothing.
 */
import { insertEntry } from './journal';
import { connectAgain, type OpenOptions, type PlanDatabase } from './plan-file';
import { type RowChange, Rows } from './rows';

export interface LongEdit {
  /** For people, after "Undo": "Import of 12 files". */
  readonly description: string;
  readonly at: Date;
  /** Asked for one by one; each is made before long, so what follows may read what became of it. */
  readonly changes: (rows: Rows) => Iterable<RowChange>;
}

/** Rows between two steps at most. */
const ROWS_PER_STEP = 50;

/**
 * Makes the edit; it is whole, and stays, when the generator has come to its end.
 * @returns  how many rows were changed; yields how many are so far
 */
export function* makeLongEdit(
  database: PlanDatabase,
  options: OpenOptions,
  { description, at, changes }: LongEdit,
): Generator<number, number> {
  // With a rollback journal a reader would have to wait for the writer; then nobody reads between.
  const isApart = database.pragma('journal_mode', { simple: true }) === 'wal';
  const writer = isApart ? connectAgain(database, options) : database;
  try {
    writer.exec('BEGIN IMMEDIATE');
    const rows = new Rows(writer);
    const inverse: string[] = [];
    let slice: RowChange[] = [];
    let count = 0;
    const makeSlice = () => {
      count += slice.length;
      // As text at once: the rows that were there before may be as many as the new ones.
      if (slice.length > 0) inverse.push(JSON.stringify(rows.apply(slice)).slice(1, -1));
      slice = [];
    };
    for (const change of changes(rows)) {
      slice.push(change);
      if (slice.length < ROWS_PER_STEP) continue;
      makeSlice();
      if (isApart) yield count;
    }
    makeSlice();
    insertEntry(writer, { description, at, inverse: `[${inverse.reverse().join(',')}]` });
    writer.exec('COMMIT');
    return count;
  } finally {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    if (isApart) writer.close();
  }
}
