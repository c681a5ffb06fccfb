/**
 * An open plan: its file, its estate with edits, and the judge over it. Used by the plan worker
 * behind the window and by the command line; knows neither Electron nor windows.
 */
import { basename } from 'node:path';
import type { ImportOutcome } from '../../../shared/contract/imports';
import { Refusal } from '../../../shared/fault';
import {
  type Assumptions,
  assumptionTable,
  PRESET_ASSUMPTIONS,
} from '../../../shared/model/assumptions';
import type { Estate, Host, Vm } from '../../../shared/model/estate';
import type { ImportedFile, ImportProblem } from '../../../shared/model/import';
import type { PlanState } from '../../../shared/model/plan';
import { PLAN_EXTENSION } from '../../../shared/model/plan';
import { type InputFile, importFiles, mergeEstates } from '../../domain/import/import-files';
import { rules } from '../../domain/rules/catalogue';
import { Judge } from '../../domain/verdict/judge';
import { Matrix } from '../../domain/verdict/matrix';
import {
  editChange,
  estateChanges,
  type FactEdit,
  loadEdits,
  loadEstate,
  withEdits,
} from '../store/estate-store';
import { importRecords, loadFiles, loadProblems, type StoredFile } from '../store/import-store';
import { Journal } from '../store/journal';
import {
  closePlanFile,
  createPlanFile,
  type OpenOptions,
  openPlanFile,
  type PlanDatabase,
} from '../store/plan-file';
import { type RowChange, Rows } from '../store/rows';
import type { Step } from './steps';

export interface SessionOptions extends OpenOptions {
  /** The clock, so that tests can hold it still. */
  readonly now?: () => Date;
  readonly isDemonstration?: boolean;
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
  #revision = 1;
  #imported: Estate;
  #estate: Estate;
  #judge: Judge | null = null;
  #matrix: Matrix | null = null;

  private constructor(path: string, database: PlanDatabase, options: SessionOptions) {
    this.path = path;
    this.#database = database;
    this.#rows = new Rows(database);
    this.#journal = new Journal(database);
    this.#now = options.now ?? (() => new Date());
    this.#isDemonstration = options.isDemonstration ?? false;
    this.#imported = loadEstate(this.#rows);
    this.#estate = withEdits(this.#imported, loadEdits(this.#rows));
  }

  /** @throws Refusal when the file cannot be written */
  static create(path: string, name: string, options: SessionOptions = {}): PlanSession {
    const database = createPlanFile(path, options);
    const now = options.now ?? (() => new Date());
    new Rows(database).apply([setting('name', name), setting('created-at', now().toISOString())]);
    return new PlanSession(path, database, options);
  }

  /** @throws Refusal `plan.…` when the file is no plan, too new, damaged, busy or not there */
  static open(path: string, options: SessionOptions = {}): PlanSession {
    return new PlanSession(path, openPlanFile(path, options), options);
  }

  close(): void {
    closePlanFile(this.#database);
  }

  /** Writes a tidy copy of the plan; the session stays with its own file. */
  copyTo(path: string): void {
    this.#database.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  }

  get estate(): Estate {
    return this.#estate;
  }

  get revision(): number {
    return this.#revision;
  }

  get judge(): Judge {
    this.#judge ??= new Judge(this.#estate, this.assumptions, rules);
    return this.#judge;
  }

  get matrix(): Matrix {
    this.#matrix ??= new Matrix(this.judge);
    return this.#matrix;
  }

  get name(): string {
    return this.#setting('name') ?? basename(this.path, `.${PLAN_EXTENSION}`);
  }

  get assumptions(): Assumptions {
    const stored = JSON.parse(this.#setting('assumptions') ?? '{}') as Partial<Assumptions>;
    return { ...PRESET_ASSUMPTIONS, ...stored };
  }

  get state(): PlanState {
    return {
      name: this.name,
      fileName: this.#isDemonstration ? null : basename(this.path),
      revision: this.#revision,
      savedAt:
        this.#journal.lastEditAt() ?? this.#setting('created-at') ?? this.#now().toISOString(),
      ...this.#journal.descriptions(),
      assumptions: this.assumptions,
      isDemonstration: this.#isDemonstration,
      readOnly: false,
    };
  }

  get files(): readonly StoredFile[] {
    return loadFiles(this.#rows);
  }

  get problems(): readonly ImportProblem[] {
    return loadProblems(this.#rows);
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
    this.#edit(`Rename to “${name}”`, [setting('name', name)]);
  }

  setAssumption(name: keyof Assumptions, choice: string): void {
    const next = { ...this.assumptions, [name]: choice };
    this.#edit(`Assumption: ${assumptionTable[name].title}`, [
      setting('assumptions', JSON.stringify(next)),
    ]);
  }

  /** @param value  `undefined` takes the imported value back */
  editFact(description: string, edit: Omit<FactEdit, 'value'>, value: unknown): void {
    this.#edit(description, [editChange(edit, value)]);
  }

  /** @throws Refusal `edit.nothing-to-undo` */
  undo(): void {
    this.#journal.undo();
    this.#reload();
  }

  /** @throws Refusal `edit.nothing-to-redo` */
  redo(): void {
    this.#journal.redo();
    this.#reload();
  }

  /** Reads files into the plan as one edit. Stopping between steps leaves the plan as it was. */
  *import(files: readonly HashedFile[]): Generator<Step, ImportOutcome> {
    const reading = importFiles(files);
    let next = reading.next();
    while (!next.done) {
      const { bytesDone, bytesTotal, file } = next.value;
      yield {
        fraction: bytesTotal === 0 ? null : (0.8 * bytesDone) / bytesTotal,
        step: `Reading ${file}`,
      };
      next = reading.next();
    }
    const result = next.value;
    yield { fraction: 0.85, step: 'Merging with the plan' };
    const merged = mergeEstates(this.#imported, result.estate);
    const problems = [...result.problems, ...merged.problems];
    yield { fraction: 0.9, step: 'Saving' };
    const changes: RowChange[] = [
      ...estateChanges(this.#rows, merged.estate),
      ...importRecords(this.#rows, {
        files: result.files.map((file, index) => ({ file, sha256: files[index]?.sha256 ?? '' })),
        problems,
        at: this.#now(),
      }),
    ];
    this.#edit(describeImport(result.files), changes);
    return {
      files: result.files,
      problemCount: problems.length,
      hosts: result.estate.hosts.length,
      vms: result.estate.vms.length,
    };
  }

  #edit(description: string, changes: readonly RowChange[]): void {
    this.#journal.edit(description, changes, this.#now());
    this.#reload();
  }

  #reload(): void {
    this.#imported = loadEstate(this.#rows);
    this.#estate = withEdits(this.#imported, loadEdits(this.#rows));
    this.#judge = null;
    this.#matrix = null;
    this.#revision += 1;
  }

  #setting(key: string): string | null {
    const row = this.#rows.one('setting', key);
    return row === null ? null : String(row.value);
  }
}

function setting(key: string, value: string): RowChange {
  return { table: 'setting', key, row: { key, value } };
}

function describeImport(files: readonly ImportedFile[]): string {
  const [first] = files;
  return files.length === 1 && first !== undefined
    ? `Import of ${first.name}`
    : `Import of ${files.length} files`;
}
