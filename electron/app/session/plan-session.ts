/**
 * An open plan: its file, its estate with edits, and the judge over it. Used by the plan worker
 * behind the window and by the command line; knows neither Electron nor windows.
 */
import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ImportOutcome } from '../../../shared/contract/imports';
import { Refusal } from '../../../shared/fault';
import { type Assumptions, assumptionTable } from '../../../shared/model/assumptions';
import type { OwnRowTable } from '../../../shared/model/catalogue';
import type { StoredConflict } from '../../../shared/model/conflict';
import type { Estate, Host, Vm } from '../../../shared/model/estate';
import type { ImportedFile, ImportProblem } from '../../../shared/model/import';
import type { HistoryEntry, PlanState } from '../../../shared/model/plan';
import { PLAN_EXTENSION } from '../../../shared/model/plan';
import type { Snapshot } from '../../../shared/model/snapshot';
import type { Waiver, WaiverSubject } from '../../../shared/model/waiver';
import type { OwnRowTypes } from '../../domain/catalogue/own-tables';
import { ConflictLog, settledConflicts } from '../../domain/import/conflicts';
import {
  type ImportProgress,
  type ImportResult,
  type InputFile,
  importFiles,
} from '../../domain/import/import-files';
import { EstateMerger } from '../../domain/import/merge-estates';
import { steadily } from '../../domain/import/steadily';
import type { Judge } from '../../domain/verdict/judge';
import { Matrix } from '../../domain/verdict/matrix';
import { removeCatalogueRow, setCatalogueRow } from '../store/catalogue-store';
import { conflictChanges, loadConflicts, oneConflict } from '../store/conflict-store';
import {
  eachEstateChange,
  editChange,
  type FactEdit,
  loadEdits,
  loadEstate,
  withEdits,
} from '../store/estate-store';
import { importRecords, loadFiles, loadProblems, type StoredFile } from '../store/import-store';
import { Journal } from '../store/journal';
import { LiveEstate } from '../store/live-estate';
import { makeLongEdit } from '../store/long-edit';
import {
  closePlanFile,
  createPlanFile,
  type OpenOptions,
  openPlan,
  type PlanDatabase,
} from '../store/plan-file';
import { assumptionsOf, settingChange } from '../store/plan-settings';
import { type RowChange, Rows } from '../store/rows';
import { SnapshotStore } from '../store/snapshot-store';
import { loadWaivers, removeWaiver, setWaiver } from '../store/waiver-store';
import { judgeOf } from './judge-of';
import type { Step } from './steps';

export interface SessionOptions extends OpenOptions {
  /** The clock, so that tests can hold it still. */
  readonly now?: () => Date;
  readonly isDemonstration?: boolean;
  /** Where to count on from, when the same plan goes on in another file. Default 1. */
  readonly firstRevision?: number;
}

/** A file to import, with the hash that reports name it by. */
export interface HashedFile extends InputFile {
  readonly sha256: string;
}

export class PlanSession {
  readonly path: string;
  readonly #database: PlanDatabase;
  readonly #rows: Rows;
  readonly #journal: Journal;
  readonly #now: () => Date;
  readonly #isDemonstration: boolean;
  readonly #isReadOnly: boolean;
  readonly #live: LiveEstate;
  readonly #snapshots: SnapshotStore;
  readonly #options: OpenOptions;
  #isImporting = false;
  #revision: number;
  #judge: Judge | null = null;
  #matrix: Matrix | null = null;
  #isMatrixCurrent = false;

  private constructor(
    path: string,
    database: PlanDatabase,
    isReadOnly: boolean,
    options: SessionOptions,
  ) {
    this.path = path;
    this.#database = database;
    this.#rows = new Rows(database);
    this.#journal = new Journal(database, this.#rows);
    this.#snapshots = new SnapshotStore(database, this.#rows);
    this.#isReadOnly = isReadOnly;
    this.#options = options;
    this.#revision = options.firstRevision ?? 1;
    this.#now = options.now ?? (() => new Date());
    this.#isDemonstration = options.isDemonstration ?? false;
    this.#live = new LiveEstate(this.#rows);
    if (this.#setting('plan-id') === null) {
      this.#rows.apply([settingChange('plan-id', randomUUID())]);
    }
  }

  /** @throws Refusal when the file cannot be written */
  static create(path: string, name: string, options: SessionOptions = {}): PlanSession {
    const database = createPlanFile(path, options);
    const now = options.now ?? (() => new Date());
    new Rows(database).apply([
      settingChange('name', name),
      settingChange('created-at', now().toISOString()),
    ]);
    return new PlanSession(path, database, false, options);
  }

  /** @throws Refusal `plan.…` when the file is no plan, too new, damaged, busy or not there */
  static open(path: string, options: SessionOptions = {}): PlanSession {
    const { database, isReadOnly } = openPlan(path, options);
    try {
      return new PlanSession(path, database, isReadOnly, options);
    } catch (cause) {
      closePlanFile(database);
      throw cause;
    }
  }

  close(): void {
    closePlanFile(this.#database);
  }

  /** Writes a tidy copy of the plan; the session stays with its own file. */
  copyTo(path: string): void {
    if (resolve(path) === resolve(this.path)) return;
    const draft = `${path}.new`;
    rmSync(draft, { force: true });
    this.#database.exec(`VACUUM INTO '${draft.replaceAll("'", "''")}'`);
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
    renameSync(draft, path);
  }

  /** With edits by hand, and as the plan's own catalogue rows describe it. */
  get estate(): Estate {
    return this.judge.estate;
  }

  get revision(): number {
    return this.#revision;
  }

  get judge(): Judge {
    this.#judge ??= judgeOf(this.#rows, this.#live.edited);
    return this.#judge;
  }

  /** The one matrix of the plan: it follows edits, so nobody may keep it across them. */
  get matrix(): Matrix {
    if (this.#matrix === null) this.#matrix = new Matrix(this.judge);
    else if (!this.#isMatrixCurrent) this.#matrix = this.#matrix.updated(this.judge);
    this.#isMatrixCurrent = true;
    return this.#matrix;
  }

  get name(): string {
    return this.#setting('name') ?? basename(this.path, `.${PLAN_EXTENSION}`);
  }

  get assumptions(): Assumptions {
    return assumptionsOf(this.#rows);
  }

  /** Reasons set aside, newest first. */
  get waivers(): readonly Waiver[] {
    return loadWaivers(this.#rows);
  }

  get state(): PlanState {
    return {
      id: this.#setting('plan-id') ?? '',
      name: this.name,
      fileName: this.#isDemonstration ? null : basename(this.path),
      revision: this.#revision,
      savedAt:
        this.#journal.lastEditAt() ?? this.#setting('created-at') ?? this.#now().toISOString(),
      ...this.#journal.descriptions(),
      assumptions: this.assumptions,
      isDemonstration: this.#isDemonstration,
      readOnly: this.#isReadOnly,
    };
  }

  get files(): readonly StoredFile[] {
    return loadFiles(this.#rows);
  }

  get problems(): readonly ImportProblem[] {
    return loadProblems(this.#rows);
  }

  /** What sources disagree about; open ones first. */
  get conflicts(): readonly StoredConflict[] {
    return loadConflicts(this.#rows, loadEdits(this.#rows));
  }

  /** Newest first. */
  get snapshots(): readonly Snapshot[] {
    return this.#snapshots.list();
  }

  /** The journal, newest first. */
  history(from: number, count: number): { total: number; entries: HistoryEntry[] } {
    return this.#journal.history(from, count);
  }

  /** @throws Refusal `verdict.unknown-vm` */
  vm(id: string): Vm {
    const vm = this.judge.vm(id);
    if (vm === null) throw new Refusal('verdict.unknown-vm', 'This VM is no longer in the plan.');
    return vm;
  }

  /** @throws Refusal `verdict.unknown-host` */
  host(id: string): Host {
    const host = this.judge.host(id);
    if (host === null) {
      throw new Refusal('verdict.unknown-host', 'This host is no longer in the plan.');
    }
    return host;
  }

  rename(name: string): void {
    this.#edit(`Rename to “${name}”`, [settingChange('name', name)]);
  }

  setAssumption(name: keyof Assumptions, choice: string): void {
    const next = { ...this.assumptions, [name]: choice };
    this.#edit(`Assumption: ${assumptionTable[name].title}`, [
      settingChange('assumptions', JSON.stringify(next)),
    ]);
  }

  /** Sets reasons aside, or changes their note. */
  setWaivers(description: string, subjects: readonly WaiverSubject[], note: string): void {
    const setAt = this.#now().toISOString();
    this.#edit(
      description,
      subjects.map((subject) => setWaiver({ ...subject, note, setAt })),
    );
  }

  removeWaivers(description: string, subjects: readonly WaiverSubject[]): void {
    this.#edit(description, subjects.map(removeWaiver));
  }

  /** @param replaced  id of the own row in whose place it comes; `null`: it is added */
  setOwnRow<T extends OwnRowTable>(
    description: string,
    table: T,
    row: OwnRowTypes[T],
    replaced: string | null,
  ): void {
    const gone =
      replaced === null || replaced === row.id ? [] : [removeCatalogueRow(table, replaced)];
    this.#edit(description, [...gone, setCatalogueRow(table, row)]);
  }

  removeOwnRow(description: string, table: OwnRowTable, id: string): void {
    this.#edit(description, [removeCatalogueRow(table, id)]);
  }

  /** @param value  `undefined` takes the imported value back */
  editFact(description: string, edit: Omit<FactEdit, 'value'>, value: unknown): void {
    this.#edit(description, [editChange(edit, value)]);
  }

  /** Sets several facts to one value, as one edit; `undefined` takes the imported values back. */
  editFacts(description: string, edits: readonly Omit<FactEdit, 'value'>[], value: unknown): void {
    this.#edit(
      description,
      edits.map((edit) => editChange(edit, value)),
    );
  }

  /**
   * Settles a disagreement by setting the fact to what one side says; `null` opens it again.
   * @throws Refusal `conflict.unknown`
   */
  settleConflict(id: string, side: 'kept' | 'other' | null): void {
    const conflict = oneConflict(this.conflicts, id);
    const { recordKind: kind, recordId, field, title, recordName } = conflict;
    this.#edit(`${title} of ${recordName}, ${side === null ? 'open again' : 'settled'}`, [
      editChange({ kind, recordId, field }, side === null ? undefined : conflict[side].value),
    ]);
  }

  /** Keeps the present state under a name. @returns its id */
  makeSnapshot(name: string): string {
    const id = randomUUID();
    const wish = { id, name, at: this.#now(), isAutomatic: false };
    this.#edit(`Snapshot “${name}”`, this.#snapshots.makeChanges(wish));
    return id;
  }

  /** @throws Refusal `snapshot.unknown` */
  renameSnapshot(id: string, name: string): void {
    const before = this.#snapshots.one(id);
    this.#edit(
      `Rename snapshot “${before.name}” to “${name}”`,
      this.#snapshots.renameChanges(id, name),
    );
  }

  /** @throws Refusal `snapshot.unknown` */
  removeSnapshot(id: string): void {
    const { name } = this.#snapshots.one(id);
    this.#edit(`Remove snapshot “${name}”`, this.#snapshots.removeChanges(id));
  }

  /**
   * Makes the estate, the edits, the assumptions and all else what they were; an edit as any other.
   * @throws Refusal `snapshot.unknown`, `plan.damaged`
   */
  restoreSnapshot(id: string): void {
    const { name } = this.#snapshots.one(id);
    this.#edit(`Back to snapshot “${name}”`, this.#snapshots.restoreChanges(id));
  }

  /**
   * The judge over a kept state, or over the present one (`null`).
   * @throws Refusal `snapshot.unknown`, `plan.damaged`
   */
  judgeAt(snapshotId: string | null): Judge {
    if (snapshotId === null) return this.judge;
    const source = this.#snapshots.rowsOf(snapshotId);
    return judgeOf(source, withEdits(loadEstate(source), loadEdits(source)));
  }

  /** @throws Refusal `snapshot.unknown` */
  snapshot(id: string): Snapshot {
    return this.#snapshots.one(id);
  }

  /** @throws Refusal `edit.nothing-to-undo` */
  undo(): void {
    this.#checkWritable();
    this.#follow(this.#journal.undo());
  }

  /** @throws Refusal `edit.nothing-to-redo` */
  redo(): void {
    this.#checkWritable();
    this.#follow(this.#journal.redo());
  }

  /**
   * Undoes or redoes up to the moment right after an edit of the history; 0: before all of them.
   * @throws Refusal `edit.no-such-moment`
   */
  goTo(number: number): void {
    this.#checkWritable();
    this.#follow(this.#journal.goTo(number));
  }

  /** Reads files into the plan as one edit. Stopping between steps leaves the plan as it was. */
  *import(files: readonly HashedFile[]): Generator<Step, ImportOutcome> {
    this.#checkWritable();
    const reading = importFiles(files);
    let next = reading.next();
    while (!next.done) {
      yield readingStep(next.value);
      next = reading.next();
    }
    // From here on the plan must stay what the import was merged with.
    this.#isImporting = true;
    try {
      return yield* this.#save(files, next.value);
    } finally {
      this.#isImporting = false;
    }
  }

  *#save(files: readonly HashedFile[], result: ImportResult): Generator<Step, ImportOutcome> {
    const before = this.#live.imported;
    const found = new ConflictLog();
    const merging = { fraction: 0.7, step: 'Merging with the plan' };
    const merged = yield* steadily(merge(before, result.estate, found), merging);
    const problems = [...result.problems, ...merged.problems, ...found.problems()];
    const conflicts = settledConflicts([...result.conflicts, ...found.all], merged.estate);
    const at = this.#now();
    const description = describeImport(result.files);
    const snapshotId = this.#isEmpty(before) || this.#isEmpty(result.estate) ? null : randomUUID();
    const snapshot =
      snapshotId === null
        ? []
        : [
            ...this.#snapshots.pruneChanges(),
            ...(yield* steadily(
              this.#snapshots.makeInSteps({
                id: snapshotId,
                name: `Before ${description.charAt(0).toLowerCase()}${description.slice(1)}`,
                at,
                isAutomatic: true,
              }),
              { fraction: 0.71, step: 'Keeping the state before' },
            )),
          ];
    const notes = importRecords(this.#rows, {
      files: result.files.map((file, index) => ({ file, sha256: files[index]?.sha256 ?? '' })),
      problems,
      at,
    });
    const saving = makeLongEdit(this.#database, this.#options, {
      description,
      at,
      *changes(rows) {
        yield* snapshot;
        yield* eachEstateChange(rows, merged.estate);
        yield* conflictChanges(rows, conflicts, result.estate);
        yield* notes;
      },
    });
    const total = recordCount(merged.estate);
    const saved = yield* savingSteps(saving, total);
    if (saved > 0) {
      this.#live.adopt(merged.estate);
      this.#forgetVerdicts();
    }
    this.#revision += 1;
    return {
      files: result.files,
      problemCount: problems.length,
      hosts: result.estate.hosts.length,
      vms: result.estate.vms.length,
      conflictCount: conflicts.length,
      snapshotId,
    };
  }

  #edit(description: string, changes: readonly RowChange[]): void {
    this.#checkWritable();
    this.#journal.edit(description, changes, this.#now());
    this.#follow(changes);
  }

  /** @throws Refusal `plan.busy`, `plan.read-only` */
  #checkWritable(): void {
    if (this.#isImporting) {
      throw new Refusal(
        'plan.busy',
        'Files are being taken into the plan, so it cannot be changed now.',
        'Wait until the import is done, or cancel it.',
        { retryable: true },
      );
    }
    if (!this.#isReadOnly) return;
    throw new Refusal(
      'plan.read-only',
      `${basename(this.path)} may not be written, so the plan cannot be changed.`,
      'Save the plan under another name and go on there.',
    );
  }

  /** Brings what is in memory up to what the rows say now. */
  #follow(changes: readonly RowChange[]): void {
    const touched = this.#live.follow(changes);
    if (touched !== 'nothing' || changes.some(bearsOnVerdicts)) {
      this.#forgetVerdicts();
    }
    this.#revision += 1;
  }

  #forgetVerdicts(): void {
    this.#judge = null;
    this.#isMatrixCurrent = false;
  }

  #isEmpty({ hosts, vms }: Estate): boolean {
    return hosts.length === 0 && vms.length === 0;
  }

  #setting(key: string): string | null {
    const row = this.#rows.one('setting', key);
    return row === null ? null : String(row.value);
  }
}

/** Whether verdicts may differ although the estate is the same. */
function bearsOnVerdicts({ table, key }: RowChange): boolean {
  return table === 'waiver' || table === 'catalogue_row' || (table === 'setting' && key !== 'name');
}

/** Reading is the first half of an import, building hosts and VMs of it comes then. */
function readingStep({ bytesDone, bytesTotal, file, built }: ImportProgress): Step {
  return built > 0
    ? { fraction: 0.5 + 0.2 * built, step: 'Putting hosts and VMs together' }
    : {
        fraction: bytesTotal === 0 ? null : (0.5 * bytesDone) / bytesTotal,
        step: `Reading ${file}`,
      };
}

/** @param total  records of the estate; of those that stay the same nothing is heard */
function* savingSteps(saving: Generator<number, number>, total: number): Generator<Step, number> {
  let next = saving.next();
  try {
    while (!next.done) {
      const share = total === 0 ? 1 : Math.min(1, next.value / total);
      yield { fraction: 0.72 + 0.26 * share, step: 'Saving' };
      next = saving.next();
    }
    return next.value;
  } finally {
    saving.return(0);
  }
}

function* merge(before: Estate, imported: Estate, conflicts: ConflictLog) {
  const isNew = before.clusters.length + before.hosts.length + before.vms.length === 0;
  if (isNew) return { estate: imported, problems: [] };
  const merger = new EstateMerger(conflicts);
  yield* merger.add(before);
  yield* merger.add(imported);
  return yield* merger.finish();
}

function recordCount({ clusters, hosts, vms }: Estate): number {
  let count = clusters.length + hosts.length + vms.length;
  for (const { adapters, switches } of hosts) count += adapters.length + switches.length;
  for (const { vnics } of vms) count += vnics.length;
  return count;
}

function describeImport(files: readonly ImportedFile[]): string {
  const [first] = files;
  return files.length === 1 && first !== undefined
    ? `Import of ${first.name}`
    : `Import of ${files.length} files`;
}
