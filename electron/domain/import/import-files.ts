/**
 * Files in, an estate and lists of problems and conflicts out. The format of each file is told by
 * what it holds: a file of the collector, output of PowerShell commands in any of the ways in which
 * it is exported, or an inventory.
 *
 * Nothing here throws on what a file holds: what is sound is taken, what is not is listed.
 */

import { formatBytes } from '../../../shared/format/quantity';
import type { Estate } from '../../../shared/model/estate';
import type { ImportConflict, ImportedFile, ImportProblem } from '../../../shared/model/import';
import { ConflictLog, settledConflicts } from './conflicts';
import { estateOf, neighboursOf } from './hyperv/build-estate';
import { Gatherer } from './hyperv/gather';
import { MOST_VARIANTS, type Snapshot } from './hyperv/snapshot';
import { type InputFile, unread } from './input-file';
import { buildInventory } from './inventory/build-inventory';
import type { InventoryDocument } from './inventory/inventory-document';
import { IMPORT_LIMITS, type ImportLimits } from './limits';
import { EstateMerger, mergeEstates } from './merge-estates';
import { ProblemLog } from './problems';
import { readFile } from './read-file';
import { steadily } from './steadily';

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
  /** 0…1: how much of what was read has been put together, which begins when all was read. */
  readonly built: number;
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
      yield { bytesDone: bytesBefore + next.value, bytesTotal, file: file.name, built: 0 };
      next = reading.next();
    }
    imported.push(next.value.summary);
    inventories.push(...next.value.inventories);
    bytesBefore += file.sizeBytes;
    yield { bytesDone: bytesBefore, bytesTotal, file: file.name, built: 0 };
  }

  const last = files.at(-1)?.name ?? '';
  const snapshots = gatherer.snapshots();
  const neighbours = neighboursOf(snapshots);
  const conflicts = new ConflictLog();
  const merger = new EstateMerger(conflicts);
  for (const [index, snapshot] of snapshots.entries()) {
    const now = { bytesDone: bytesTotal, bytesTotal, file: last, built: index / snapshots.length };
    yield now;
    const estate = yield* steadily(estateOf(snapshot, neighbours, log), now);
    noteUncompared(snapshot, log);
    yield* steadily(findContradictions(snapshot, estate, conflicts), now);
    // What was read of a host and what was made of it are in memory together for this host only.
    snapshot.release();
    yield* steadily(merger.add(estate), now);
  }
  const end = { bytesDone: bytesTotal, bytesTotal, file: last, built: 1 };
  if (inventories.length > 0) {
    const listed = yield* steadily(buildInventory(inventories, merger.hosts(), log), end);
    yield* steadily(merger.add(listed), end);
  }
  const merged = yield* steadily(merger.finish(), end);
  return {
    estate: merged.estate,
    files: imported,
    problems: [...log.all(), ...merged.problems, ...conflicts.problems()],
    conflicts: settledConflicts(conflicts.all, merged.estate),
  };
}

/** Tells the files that are beyond those which are held against each other. */
function noteUncompared(snapshot: Snapshot, log: ProblemLog): void {
  const [first, ...others] = snapshot.uncomparedFiles();
  if (first === undefined) return;
  log.add(first, {
    place: 'the whole file',
    found: `${others.length + 1 + MOST_VARIANTS} files of ${snapshot.hostName} with the same commands`,
    expected: `at most ${MOST_VARIANTS}`,
    severity: 'doubt',
    message: `More than ${MOST_VARIANTS} files hold output of the same commands of ${snapshot.hostName}: where this one${others.length === 0 ? '' : ` and ${others.length} more`} says something else, that is not listed, and the file read last counts. Import one file per host and command.`,
  });
}

/** What several files of one command and host say differently, before they are put together. */
function* findContradictions(
  snapshot: Snapshot,
  all: Estate,
  conflicts: ConflictLog,
): Generator<void, void> {
  for (const variant of snapshot.variants()) {
    // What is wrong with the records was told when they were read together.
    const alone = yield* estateOf(variant, neighboursOf([variant]), new ProblemLog());
    mergeEstates(alone, all, conflicts);
    yield;
  }
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
