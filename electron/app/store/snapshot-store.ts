/** Kept states of the plan, each a row with its body deflated in another. */
import { deflateSync, inflateSync } from 'node:zlib';
import { Refusal } from '../../../shared/fault';
import { AUTOMATIC_SNAPSHOTS_KEPT, type Snapshot } from '../../../shared/model/snapshot';
import type { PlanDatabase } from './plan-file';
import { changesTo, type RowSource, type StateRows, stateInPieces } from './plan-state';
import type { Row, RowChange, Rows, Table } from './rows';

/** What a snapshot's body holds: pieces on lines of their own, each as JSON, deflated, in base64. */
interface Piece {
  /** Rows as the tables held them, in their order; a table that came later is not there. */
  readonly tables: Partial<StateRows>;
}

/** Rows of one piece. */
const ROWS_PER_PIECE = 500;

export interface SnapshotWish {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly isAutomatic: boolean;
}

export class SnapshotStore {
  readonly #database: PlanDatabase;
  readonly #rows: Rows;

  constructor(database: PlanDatabase, rows: Rows) {
    this.#database = database;
    this.#rows = rows;
  }

  /** Newest first. The bodies stay where they are: they are only read to compare and to restore. */
  list(): Snapshot[] {
    const sql = `
      SELECT id, name, made_at, is_automatic, host_count, vm_count
      FROM snapshot ORDER BY made_at DESC, id DESC`;
    return (this.#database.prepare(sql).all() as Row[]).map((row) => ({
      id: String(row.id),
      name: String(row.name),
      madeAt: String(row.made_at),
      isAutomatic: row.is_automatic === 1,
      hostCount: Number(row.host_count),
      vmCount: Number(row.vm_count),
    }));
  }

  /** @throws Refusal `snapshot.unknown` */
  one(id: string): Snapshot {
    const found = this.list().find((one) => one.id === id);
    if (found === undefined) throw gone();
    return found;
  }

  /** Keeps the present state of the plan, at once. */
  makeChanges(wish: SnapshotWish): RowChange[] {
    const work = this.makeInSteps(wish);
    let next = work.next();
    while (!next.done) next = work.next();
    return next.value;
  }

  /** The same piece by piece, for a plan that must not change meanwhile. */
  *makeInSteps({ id, name, at, isAutomatic }: SnapshotWish): Generator<void, RowChange[]> {
    // A plan that holds nothing yet has one piece as well, or an empty body would pass for it.
    const pieces: string[] = [deflated({ tables: {} })];
    const counts = { host: 0, vm: 0 };
    for (const { table, rows } of stateInPieces(this.#rows, ROWS_PER_PIECE)) {
      pieces.push(deflated({ tables: { [table]: rows } }));
      if (table === 'host' || table === 'vm') counts[table] += rows.length;
      yield;
    }
    return [
      {
        table: 'snapshot',
        key: id,
        row: {
          id,
          name,
          made_at: at.toISOString(),
          is_automatic: isAutomatic ? 1 : 0,
          host_count: counts.host,
          vm_count: counts.vm,
        },
      },
      { table: 'snapshot_body', key: id, row: { id, body: pieces.join('\n') } },
    ];
  }

  /** Makes room for one more automatic snapshot: the oldest go. */
  pruneChanges(): RowChange[] {
    return this.list()
      .filter((one) => one.isAutomatic)
      .slice(AUTOMATIC_SNAPSHOTS_KEPT - 1)
      .flatMap(({ id }) => this.removeChanges(id));
  }

  /** A renamed snapshot is one that somebody wants: it no longer goes by itself. */
  renameChanges(id: string, name: string): RowChange[] {
    const row = this.#rows.one('snapshot', id);
    if (row === null) throw gone();
    return [{ table: 'snapshot', key: id, row: { ...row, name, is_automatic: 0 } }];
  }

  removeChanges(id: string): RowChange[] {
    return [
      { table: 'snapshot', key: id, row: null },
      { table: 'snapshot_body', key: id, row: null },
    ];
  }

  /** What makes the plan say what it said then. Snapshots themselves are never taken back. */
  restoreChanges(id: string): RowChange[] {
    return changesTo(this.#rows, this.rowsOf(id));
  }

  /**
   * The rows of the plan as they were.
   * @throws Refusal `snapshot.unknown`, `plan.damaged`
   */
  rowsOf(id: string): RowSource {
    const { name } = this.one(id);
    const pieces = readBody(name, String(this.#rows.one('snapshot_body', id)?.body));
    return {
      all: (table: Table): Row[] =>
        pieces.flatMap(({ tables }) => tables[table as keyof StateRows] ?? []),
    };
  }
}

/** Quick rather than small: most of a body is repeated words, which any level finds. */
function deflated(piece: Piece): string {
  return deflateSync(JSON.stringify(piece), { level: 1 }).toString('base64');
}

function readBody(name: string, text: string): Piece[] {
  try {
    return text.split('\n').map((line) => {
      const piece: unknown = JSON.parse(inflateSync(Buffer.from(line, 'base64')).toString('utf8'));
      if (typeof piece === 'object' && piece !== null && 'tables' in piece) return piece as Piece;
      throw new TypeError('a piece without tables');
    });
  } catch (cause) {
    throw new Refusal(
      'plan.damaged',
      `The snapshot “${name}” is damaged in the plan file and cannot be read.`,
      'Remove it; the plan itself is not touched by this.',
      { cause },
    );
  }
}

function gone(): Refusal {
  return new Refusal('snapshot.unknown', 'This snapshot is no longer in the plan.');
}
