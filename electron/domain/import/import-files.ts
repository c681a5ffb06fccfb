/**
 * Files in, an estate and lists of problems and conflicts out. The format of each file is told by
 * what it holds: a file of the collector, output of PowerShell commands in any of the ways in which
 * it is exported, or an inventory.
 *
 * Nothing here throws on what a file holds: what is sound is taken, what is not is listed.
 */

import { formatBytes } from '../../../shared/format/quantity';
import { EMPTY_ESTATE, type Estate } from '../../../shared/model/estate';
import type { ImportConflict, ImportedFile, ImportProblem } from '../../../shared/model/import';
import { settledConflicts } from './conflicts';
import { estatesOf } from './hyperv/build-estate';
import { Gatherer } from './hyperv/gather';
import type { Snapshot } from './hyperv/snapshot';
import type { InputFile } from './input-file';
import { buildInventory } from './inventory/build-inventory';
import type { InventoryDocument } from './inventory/inventory-document';
import { IMPORT_LIMITS, type ImportLimits } from './limits';
import { mergeEstates } from './merge-estates';
import { ProblemLog } from './problems';
import { readFile } from './read-file';

export { settledConflicts } from './conflicts';
export { fileOfBytes, type InputFile } from './input-file';
export { mergeEstates } from './merge-estates';

export interface ImportResult {
  readonly estate: Estate;
  /** One per file that was given, in the same order. */
  readonly files: readonly ImportedFile[];
  readonly problems: readonly ImportProblem[];
  /** What the files say differently about one thing, and nothing tells which is newer. */
  readonly conflicts: readonly ImportConflict[];
}

export interface ImportProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** The file that is being read. */
  readonly file: string;
}

/**
 * Reads all files step by step; the caller may stop after any step, and nothing was changed.
 * Files of one host are put together; of two collections of one host the later counts.
 */
export function* importFiles(
  files: readonly InputFile[],
  limits: ImportLimits = IMPORT_LIMITS,
): Generator<ImportProgress, ImportResult> {
  const log = new ProblemLog();
  const gatherer = new Gatherer(log);
  const tooLarge = filesBeyondLimits(files, limits, log);
  const bytesTotal = files.reduce(
    (sum, file) => sum + (tooLarge.has(file) ? 0 : file.sizeBytes),
    0,
  );
  const imported: ImportedFile[] = [];
  const inventories: InventoryDocument[] = [];
  let bytesBefore = 0;

  for (const file of files) {
    if (tooLarge.has(file)) {
      imported.push(unread(file));
      continue;
    }
    const reading = readFile(file, gatherer, log, limits);
    let next = reading.next();
    while (!next.done) {
      yield { bytesDone: bytesBefore + next.value, bytesTotal, file: file.name };
      next = reading.next();
    }
    imported.push(next.value.summary);
    inventories.push(...next.value.inventories);
    bytesBefore += file.sizeBytes;
    yield { bytesDone: bytesBefore, bytesTotal, file: file.name };
  }

  const last = files.at(-1)?.name ?? '';
  const breathe: ImportProgress = { bytesDone: bytesTotal, bytesTotal, file: last };
  const snapshots = gatherer.snapshots();
  const building = estatesOf(snapshots, log);
  let step = building.next();
  while (!step.done) {
    yield breathe;
    step = building.next();
  }
  const parts = [...step.value];
  const conflicts = yield* contradictions(snapshots, parts, breathe);
  if (inventories.length > 0) {
    const hosts = parts.flatMap((part) => part.hosts);
    const listing = buildInventory(inventories, hosts, log);
    let listed = listing.next();
    while (!listed.done) {
      yield breathe;
      listed = listing.next();
    }
    parts.push(listed.value);
  }
  const merged = yield* mergeAll(parts, breathe);
  return {
    estate: merged.estate,
    files: imported,
    problems: [...log.all(), ...merged.problems],
    conflicts: settledConflicts([...conflicts, ...merged.conflicts], merged.estate),
  };
}

/** What several files of one command and host say differently, before they are put together. */
function* contradictions(
  snapshots: readonly Snapshot[],
  estates: readonly Estate[],
  breathe: ImportProgress,
): Generator<ImportProgress, ImportConflict[]> {
  const conflicts: ImportConflict[] = [];
  for (const [index, snapshot] of snapshots.entries()) {
    const all = estates[index];
    for (const variant of snapshot.variants()) {
      // What is wrong with the records was told when they were read together.
      const building = estatesOf([variant], new ProblemLog());
      let step = building.next();
      while (!step.done) {
        yield breathe;
        step = building.next();
      }
      const [alone] = step.value;
      if (alone === undefined || all === undefined) continue;
      for (const one of mergeEstates(alone, all).conflicts) conflicts.push(one);
      yield breathe;
    }
  }
  return conflicts;
}

/** Tells the files that are too large to be read, and those with which the import becomes so. */
function filesBeyondLimits(
  files: readonly InputFile[],
  { maxFileBytes, maxTotalBytes }: ImportLimits,
  log: ProblemLog,
): ReadonlySet<InputFile> {
  const beyond = new Set<InputFile>();
  let total = 0;
  for (const file of files) {
    const isFileTooLarge = maxFileBytes < file.sizeBytes;
    if (!isFileTooLarge && total + file.sizeBytes <= maxTotalBytes) {
      total += file.sizeBytes;
      continue;
    }
    beyond.add(file);
    const limit = formatBytes(isFileTooLarge ? maxFileBytes : maxTotalBytes);
    log.add(file.name, {
      place: 'the whole file',
      found: formatBytes(file.sizeBytes),
      expected: isFileTooLarge ? `at most ${limit}` : `at most ${limit} in one import`,
      severity: 'lost',
      message: isFileTooLarge
        ? `The file is larger than ${limit}, so it was left out; export one host and command per file.`
        : `With this file the import would be larger than ${limit}, so it was left out; import it by itself.`,
    });
  }
  return beyond;
}

function unread({ name, sizeBytes }: InputFile): ImportedFile {
  return { name, format: 'unrecognised', host: null, cmdlets: [], recordCount: 0, sizeBytes };
}

/** One after the other; VMs and hosts that appear once are simply put side by side. */
function* mergeAll(
  parts: readonly Estate[],
  breathe: ImportProgress,
): Generator<
  ImportProgress,
  { estate: Estate; problems: ImportProblem[]; conflicts: ImportConflict[] }
> {
  const problems: ImportProblem[] = [];
  const conflicts: ImportConflict[] = [];
  let layer = parts;
  // In pairs, so that a thousand hosts are not copied a thousand times.
  while (layer.length > 1) {
    const next: Estate[] = [];
    for (let index = 0; index < layer.length; index += 2) {
      const [first, second] = [layer[index], layer[index + 1]];
      if (first === undefined) continue;
      if (second === undefined) next.push(first);
      else {
        const merged = mergeEstates(first, second);
        next.push(merged.estate);
        for (const problem of merged.problems) problems.push(problem);
        for (const conflict of merged.conflicts) conflicts.push(conflict);
      }
      yield breathe;
    }
    layer = next;
  }
  return { estate: layer[0] ?? EMPTY_ESTATE, problems, conflicts };
}
