/** Takes what the reader of a file hands out, and makes records of commands of it. */

import type { FileProblems } from './file-problems';
import { type cmdletNamed, partsOfFileName } from './hyperv/cmdlets';
import { gatherRecord } from './hyperv/gather-record';
import type { RecordView } from './hyperv/record-view';
import { isJsonArray, isJsonObject, type JsonValue } from './json-value';
import type { ImportLimits } from './limits';
import type { ProblemLog } from './problems';
import { StringPool } from './string-pool';

export type CommandOfRecord = ReturnType<typeof cmdletNamed>;

export class RecordTaker {
  readonly #file: string;
  readonly #log: ProblemLog;
  readonly #problems: FileProblems;
  readonly #limits: ImportLimits;
  readonly #strings = new StringPool();
  readonly #indexes = new Map<string, number>();
  #count = 0;
  #isFull = false;
  /** The command that the name of the file tells. */
  readonly named: CommandOfRecord;
  /** Called with every plain value that stood where a record was expected. */
  onScalar: (item: JsonValue, where: string) => void = () => undefined;

  constructor(file: string, problems: FileProblems, limits: ImportLimits, log: ProblemLog) {
    this.#file = file;
    this.#problems = problems;
    this.#limits = limits;
    this.#log = log;
    this.named = partsOfFileName(file).cmdlet;
  }

  get count(): number {
    return this.#count;
  }

  /** Counts something that is a record of another kind. */
  countOne(): void {
    this.#count += 1;
  }

  /** Whether another record is taken; the first that is not is told. */
  hasRoom(line: number): boolean {
    if (this.#isFull) return false;
    if (this.#count < this.#limits.maxRecords) return true;
    this.#isFull = true;
    this.#problems.add(
      `line ${line}`,
      `more than ${this.#limits.maxRecords} records`,
      'fewer records',
      'lost',
      `The file has more records than are read from one file (${this.#limits.maxRecords}); split it, one file per host.`,
    );
    return false;
  }

  /** The records that a value is: itself, or its members when it is a list. */
  take(
    value: JsonValue,
    where: string,
    line: number,
    named: CommandOfRecord,
    into: RecordView[],
  ): void {
    if (isJsonArray(value)) {
      for (const item of value) this.take(item, where, line, named, into);
      return;
    }
    if (!isJsonObject(value)) {
      if (value !== null) this.onScalar(value, where);
      return;
    }
    const record = gatherRecord(
      value,
      { file: this.#file, line, where },
      named,
      (cmdlet) => this.#nextIndex(cmdlet),
      this.#strings,
      this.#log,
    );
    if (record === null) return;
    this.#count += 1;
    into.push(record);
  }

  #nextIndex(cmdlet: string): number {
    const index = this.#indexes.get(cmdlet) ?? 0;
    this.#indexes.set(cmdlet, index + 1);
    return index;
  }
}
