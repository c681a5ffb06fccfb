/**
 * Facts that two sources disagree about. A newer collection of the same host is a change and no
 * conflict; so is a file that is imported again under its name. A conflict is what two different
 * files say of one thing where nothing tells which of them is newer.
 */
import type { Origin } from '../../../shared/fact';
import type { Estate, RecordKind } from '../../../shared/model/estate';
import { fieldTables } from '../../../shared/model/estate';
import type { FieldSpec } from '../../../shared/model/field';
import { fieldText } from '../../../shared/model/field-text';
import type { ConflictSide, ImportConflict, ImportProblem } from '../../../shared/model/import';
import { type Facts, factsById, recordKey } from './facts-by-id';
import { isDefault } from './inventory/defaults-origin';

export interface ComparedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
  readonly before: Facts;
  readonly after: Facts;
}

/** Conflicts that are listed; beyond, two estates have nothing to do with each other. */
const MOST_CONFLICTS = 5000;

/** What changes from minute to minute: two files of different minutes do not disagree about it. */
const MOMENTARY: ReadonlySet<string> = new Set([
  'collectedAt',
  'memoryFreeBytes',
  'migrationsRunning',
  'vfsAllocated',
  'vportsActive',
  'vfsInUse',
  'queuePairsInUse',
  'vmqsInUse',
  'state',
  'memoryAssignedBytes',
  'dirtyBytesPerSecond',
  'iovUsage',
  'vmqUsage',
  'vfDataPathActive',
  'receiveBitsPerSecond',
  'sendBitsPerSecond',
  'receivePacketsPerSecond',
  'sendPacketsPerSecond',
  'droppedPackets',
]);

export class ConflictLog {
  readonly #most: number;
  readonly #found: ImportConflict[] = [];
  #leftOut = 0;
  /** Of the first that was left out, the file whose value counts, and the other. */
  #leftOutFiles: readonly [string, string] = ['', ''];

  /** @param most  conflicts that are listed; those beyond are counted and told as a problem */
  constructor(most = MOST_CONFLICTS) {
    this.#most = most;
  }

  get all(): readonly ImportConflict[] {
    return this.#found;
  }

  /** What is to be told of the conflicts that are not listed; none when all are. */
  problems(): readonly ImportProblem[] {
    const [file, other] = this.#leftOutFiles;
    if (this.#leftOut === 0) return [];
    return [
      {
        file,
        place: 'the whole file',
        found: `${this.#most + this.#leftOut} facts that sources tell differently`,
        expected: `at most ${this.#most}`,
        severity: 'doubt',
        message: `Files such as ${file} and ${other} disagree about ${this.#most + this.#leftOut} facts, of which the first ${this.#most} are listed; for the others the value read last counts. If one of the files is out of date, undo the import and repeat it without that file.`,
      },
    ];
  }

  /** Looks for facts of one record that two sources know and do not agree about; `after` counts. */
  compare({ kind, id, name, before, after }: ComparedRecord): void {
    const specs: Readonly<Record<string, FieldSpec>> = fieldTables.hyperv[kind];
    for (const [field, now] of Object.entries(after)) {
      const was = before[field];
      const spec = specs[field];
      if (was?.state !== 'known' || now.state !== 'known' || spec === undefined) continue;
      if (was === now || MOMENTARY.has(field) || sameValue(was.value, now.value)) continue;
      if (isDefault(was) || isDefault(now)) continue;
      const [wasFile, nowFile] = [fileOf(was.origin, before), fileOf(now.origin, after)];
      if (wasFile === null || wasFile === nowFile) continue;
      if (this.#most <= this.#found.length) {
        if (this.#leftOut === 0) this.#leftOutFiles = [nowFile ?? name, wasFile];
        this.#leftOut += 1;
        continue;
      }
      this.#found.push({
        recordKind: kind,
        recordId: id,
        recordName: name,
        field,
        title: spec.title,
        kept: sideOf(spec, now.value, now.origin),
        other: sideOf(spec, was.value, was.origin),
      });
    }
  }
}

/**
 * One conflict per fact, with what really counts in the end as its `kept` side; a fact about which
 * a later source has made both sides agree is left out.
 * @param estate  what all sources together have become
 */
export function settledConflicts(
  conflicts: readonly ImportConflict[],
  estate: Estate,
): readonly ImportConflict[] {
  if (conflicts.length === 0) return conflicts;
  const records = factsById(estate);
  const byFact = new Map<string, ImportConflict>();
  for (const conflict of conflicts) {
    const { recordKind, recordId, field } = conflict;
    const fact = records.get(recordKey(recordKind, recordId))?.[field];
    const spec: FieldSpec | undefined = (
      fieldTables.hyperv[recordKind] as Readonly<Record<string, FieldSpec>>
    )[field];
    if (fact?.state !== 'known' || spec === undefined) continue;
    const kept = sideOf(spec, fact.value, fact.origin);
    const other = [conflict.other, conflict.kept].find(
      (side) => !sameValue(side.value, fact.value),
    );
    if (other !== undefined) {
      byFact.set(`${recordKey(recordKind, recordId)}\n${field}`, { ...conflict, kept, other });
    }
  }
  return [...byFact.values()];
}

function sideOf(spec: FieldSpec, value: unknown, origin: Origin): ConflictSide {
  return { text: fieldText(spec, value), value, origin };
}

/** The file that a fact is from; of a conclusion, the file that speaks of the record. */
function fileOf(origin: Origin, facts: Facts): string | null {
  if (origin.kind === 'import') return origin.file;
  for (const fact of Object.values(facts)) {
    if (fact.state === 'known' && fact.origin.kind === 'import') return fact.origin.file;
  }
  return null;
}

/** Windows minds neither letter case nor, in its lists, the order. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  const inOrder = (list: readonly unknown[]) => list.map((one) => String(one).toLowerCase()).sort();
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}
