/** One file of JSON: its documents, and what they are: collected, printed by commands, an inventory. */
import type { ImportedFile } from '../../../shared/model/import';
import type { TextPieces } from './decode-text';
import type { FileContents } from './file-contents';
import { FileProblems, placeText } from './file-problems';
import { cmdletNamed, cmdletOfShape } from './hyperv/cmdlets';
import { canonicalName, type Gatherer, isWrappedList } from './hyperv/gather';
import type { RecordView } from './hyperv/record-view';
import { DROPPED_PROPERTIES } from './hyperv/slim-record';
import type { InputFile } from './input-file';
import type { InventoryDocument, InventoryItem } from './inventory/inventory-document';
import { type JsonPath, type JsonRules, type JsonStep, readJson } from './json-stream';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  shortText,
} from './json-value';
import type { ImportLimits } from './limits';
import type { ProblemLog } from './problems';
import { type CommandOfRecord, RecordTaker } from './record-taker';
import { steadily } from './steadily';

const INVENTORY_LISTS = ['hosts', 'vms', 'clusters'];

/** Records that are handed out one by one: elements of lists at known places. */
function isRecordPath(path: JsonPath): boolean {
  const [first, second, third, fourth] = path;
  if (path.length === 1) return typeof first === 'number';
  if (path.length === 2) {
    return (
      typeof second === 'number' &&
      typeof first === 'string' &&
      (first === 'value' || INVENTORY_LISTS.includes(first) || cmdletNamed(first) !== null)
    );
  }
  return (
    path.length === 4 &&
    first === 'sections' &&
    typeof second === 'string' &&
    third === 'records' &&
    typeof fourth === 'number'
  );
}

/** Reads a file of JSON to its end. Yields the bytes done. */
export function* readJsonFile(
  file: InputFile,
  pieces: TextPieces,
  gatherer: Gatherer,
  log: ProblemLog,
  limits: ImportLimits,
): Generator<number, FileContents> {
  const rules: JsonRules = {
    isRecord: isRecordPath,
    recordDepth: 4,
    dropped: DROPPED_PROPERTIES,
    maxDepth: limits.maxDepth,
    maxStringLength: limits.maxStringLength,
  };
  const reader = new JsonFileReader(file, gatherer, log, limits);
  const steps = readJson(pieces, rules);
  let next = steps.next();
  let sinceYield = 0;
  while (!next.done) {
    const step = next.value;
    reader.take(step);
    sinceYield += 1;
    if (step.kind === 'progress' || 50 <= sinceYield) {
      sinceYield = 0;
      yield pieces.bytesDone;
    }
    next = steps.next();
  }
  return yield* reader.finish(pieces, next.value);
}

interface Taken {
  readonly path: JsonPath;
  readonly value: JsonValue;
  readonly line: number;
}

/** Gathers the steps of one file into records, document by document. */
class JsonFileReader {
  readonly #file: InputFile;
  readonly #gatherer: Gatherer;
  readonly #problems: FileProblems;
  readonly #taker: RecordTaker;
  readonly #inventories: InventoryDocument[] = [];
  readonly #cmdlets = new Set<string>();
  #stray: { readonly line: number; readonly text: string } | null = null;
  #format: ImportedFile['format'] = 'unrecognised';
  #host: string | null = null;
  #commandRecords: RecordView[] = [];
  #isCommandFileWhole = true;
  #hasCommandDocument = false;

  // Of the document that is being read.
  #records: RecordView[] = [];
  #items: (InventoryItem & { readonly list: string })[] = [];
  readonly #damaged = new Set<string>();
  #isDamaged = false;

  constructor(file: InputFile, gatherer: Gatherer, log: ProblemLog, limits: ImportLimits) {
    this.#file = file;
    this.#gatherer = gatherer;
    this.#problems = new FileProblems(file.name, limits, log);
    this.#taker = new RecordTaker(file.name, this.#problems, limits, log);
    this.#taker.onScalar = (item, where) => this.#noteScalar(item, where);
  }

  take(step: JsonStep): void {
    switch (step.kind) {
      case 'record':
        this.#takeRecord(step);
        return;
      case 'document':
        this.#takeDocument(step.value, step.line, step.isWhole);
        return;
      case 'fault':
        if (step.cost !== 'nothing') this.#markDamaged(step.path);
        this.#problems.fault(step);
        return;
      case 'stray':
        // PowerShell 7 writes `null` where 5.1 writes nothing.
        if (step.text !== 'null') this.#stray ??= { line: step.line, text: step.text };
        return;
      case 'progress':
        return;
    }
  }

  *finish(
    pieces: TextPieces,
    text: { readonly joinedBreaks: number; readonly shortenedStrings: number },
  ): Generator<number, FileContents> {
    const isEmpty = this.#format === 'unrecognised' && this.#stray === null;
    if (this.#hasCommandDocument || (isEmpty && this.#taker.named !== null && !this.#isDamaged)) {
      const gathering = this.#gatherer.addCommandFile(
        this.#file.name,
        this.#commandRecords,
        this.#isCommandFileWhole,
      );
      const { host, cmdlets } = yield* steadily(gathering, pieces.bytesDone);
      this.#host ??= host;
      for (const cmdlet of cmdlets) this.#cmdlets.add(cmdlet);
      if (this.#format === 'unrecognised' && this.#cmdlets.size > 0) this.#format = 'cmdlet-json';
    }
    const isRecognised = this.#format !== 'unrecognised';
    if (this.#stray !== null) this.#problems.stray(this.#stray, isRecognised);
    else if (!isRecognised) this.#problems.unrecognised(this.#file.sizeBytes === 0);
    this.#problems.encoding(pieces);
    this.#problems.text(text);
    return {
      summary: {
        name: this.#file.name,
        format: this.#format,
        host: this.#host,
        cmdlets: [...this.#cmdlets],
        recordCount: this.#taker.count,
        sizeBytes: this.#file.sizeBytes,
      },
      inventories: this.#inventories,
    };
  }

  #takeRecord({ path, value, line }: Taken): void {
    const [first] = path;
    if (!this.#taker.hasRoom(line)) {
      this.#markDamaged(path);
      return;
    }
    if (path.length === 2 && typeof first === 'string' && INVENTORY_LISTS.includes(first)) {
      this.#taker.countOne();
      this.#items.push({ list: first, index: Number(path[1]), value, line });
      return;
    }
    const named =
      path.length === 4
        ? { name: canonicalName(String(path[1])), signatures: [], isRead: true }
        : path.length === 2 && first !== 'value'
          ? cmdletNamed(String(first))
          : this.#taker.named;
    this.#gather(value, placeText(path), line, named);
  }

  #gather(value: JsonValue, where: string, line: number, named: CommandOfRecord): void {
    this.#taker.take(value, where, line, named, this.#records);
  }

  #takeDocument(root: JsonValue, line: number, isWhole: boolean): void {
    if (isJsonObject(root) && hasKey(root, 'portolanCollector')) this.#finishCollector(root);
    else if (isJsonObject(root) && (hasKey(root, 'portolanInventory') || this.#items.length > 0)) {
      this.#finishInventory(root, isWhole);
    } else this.#finishCommands(root, line, isWhole);
    this.#records = [];
    this.#items = [];
    this.#damaged.clear();
    this.#isDamaged = false;
  }

  #finishCollector(root: JsonObject): void {
    this.#format = 'collector';
    const version = root.portolanCollector;
    if (version !== 1) {
      this.#problems.add(
        'portolanCollector',
        shortText(version),
        '1',
        'doubt',
        'The file was written by a newer collector than this release of Portolan knows; what it knows was read. Update Portolan.',
      );
    }
    this.#gatherHeaderRecords(root);
    const { host, cmdlets } = this.#gatherer.addCollectorFile(
      this.#file.name,
      root,
      this.#records,
      this.#damaged,
    );
    this.#host ??= host;
    for (const cmdlet of cmdlets) this.#cmdlets.add(cmdlet);
  }

  /** A section whose single record was not written as a list. */
  #gatherHeaderRecords(root: JsonObject): void {
    if (!isJsonObject(root.sections)) return;
    for (const [name, section] of Object.entries(root.sections)) {
      if (!isJsonObject(section) || section.records === undefined) continue;
      const spec = { name: canonicalName(name), signatures: [], isRead: true };
      this.#gather(section.records, `sections.${name}`, 0, spec);
    }
  }

  #finishInventory(root: JsonObject, isWhole: boolean): void {
    this.#format = 'inventory';
    for (const list of INVENTORY_LISTS) {
      const value = root[list];
      if (isJsonObject(value)) this.#items.push({ list, index: 0, value, line: 0 });
      else if (isJsonArray(value)) {
        for (const item of value) this.#noteScalar(item, list);
      } else if (value !== undefined) this.#noteScalar(value, list);
    }
    this.#inventories.push({
      file: this.#file.name,
      root,
      hosts: this.#items.filter((item) => item.list === 'hosts'),
      vms: this.#items.filter((item) => item.list === 'vms'),
      clusters: this.#items.filter((item) => item.list === 'clusters'),
      isWhole: isWhole && !this.#isDamaged,
    });
  }

  #finishCommands(root: JsonValue, line: number, isWhole: boolean): void {
    const isWrapper = isJsonObject(root) && isWrapperOfCommands(root);
    if (isWrapper) this.#gatherWrapper(root, line);
    else if (isJsonObject(root) && isWrappedList(root)) {
      for (const item of isJsonArray(root.value) ? root.value : []) {
        this.#gather(item, `line ${line}`, line, this.#taker.named);
      }
    } else if (isJsonObject(root) && Object.keys(root).length > 0) {
      if (isWhole) this.#gather(root, `line ${line}`, line, this.#taker.named);
      else if (this.#records.length === 0) this.#isDamaged = true;
    } else if (isJsonArray(root)) {
      for (const item of root) this.#noteScalar(item, `line ${line}`);
    } else if (isWhole && this.#records.length === 0) {
      this.#noteScalar(root ?? '{}', `line ${line}`);
    }
    if (this.#isDamaged || !isWhole) this.#isCommandFileWhole = false;
    if (this.#records.length > 0 || (isJsonArray(root) && root.length === 0)) {
      this.#hasCommandDocument = true;
      if (this.#records.length > 0) this.#format = 'cmdlet-json';
    }
    // Not spread into `push`: a call takes only so many arguments.
    for (const record of this.#records) this.#commandRecords.push(record);
  }

  /** `{ "VMHost": {...}, "VMSwitch": [...] }`; the lists of objects were taken as records before. */
  #gatherWrapper(root: JsonObject, line: number): void {
    for (const [key, value] of Object.entries(root)) {
      const spec = cmdletNamed(key);
      if (spec !== null) this.#gather(value, key, line, spec);
    }
  }

  #noteScalar(item: JsonValue, where: string): void {
    if (item === null) return;
    this.#problems.add(
      where,
      shortText(item),
      'a record',
      'lost',
      'A plain value stands where a record was expected, and was left out; export whole objects, without selecting a single value.',
    );
    this.#isDamaged = true;
  }

  #markDamaged(path: JsonPath): void {
    this.#isDamaged = true;
    if (path[0] === 'sections' && typeof path[1] === 'string') {
      this.#damaged.add(canonicalName(path[1]));
    }
  }
}

/** `{ "VMHost": {...}, "VMSwitch": [...] }`, and not a record that happens to have a property `Cluster`. */
function isWrapperOfCommands(root: JsonObject): boolean {
  const keys = Object.keys(root);
  return (
    cmdletOfShape(keys) === null &&
    keys.some((key) => cmdletNamed(key) !== null && typeof root[key] === 'object')
  );
}

function hasKey(root: JsonObject, key: string): boolean {
  return Object.hasOwn(root, key);
}
