/**
 * Files in, an estate and a list of problems out. The format of each file is told by what it
 * holds: a file of the collector, plain output of PowerShell commands, or an inventory.
 *
 * Nothing here throws on what a file holds: what is sound is taken, what is not is listed.
 */
import { EMPTY_ESTATE, type Estate } from '../../../shared/model/estate';
import type { ImportedFile, ImportProblem } from '../../../shared/model/import';
import { estatesOf } from './hyperv/build-estate';
import { Gatherer } from './hyperv/gather';
import { buildInventory } from './inventory/build-inventory';
import type { InventoryDocument } from './inventory/inventory-document';
import { IMPORT_LIMITS, type ImportLimits } from './limits';
import { mergeEstates } from './merge-estates';
import { ProblemLog } from './problems';
import { readFile } from './read-file';

export { mergeEstates } from './merge-estates';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportResult {
  readonly estate: Estate;
  /** One per file that was given, in the same order. */
  readonly files: readonly ImportedFile[];
  readonly problems: readonly ImportProblem[];
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
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const imported: ImportedFile[] = [];
  const inventories: InventoryDocument[] = [];
  let bytesBefore = 0;

  for (const file of files) {
    const reading = readFile(file, gatherer, log, limits);
    let next = reading.next();
    while (!next.done) {
      yield { bytesDone: bytesBefore + next.value, bytesTotal, file: file.name };
      next = reading.next();
    }
    imported.push(next.value.summary);
    inventories.push(...next.value.inventories);
    bytesBefore += file.bytes.length;
    yield { bytesDone: bytesBefore, bytesTotal, file: file.name };
  }

  const last = files.at(-1)?.name ?? '';
  const breathe: ImportProgress = { bytesDone: bytesTotal, bytesTotal, file: last };
  const building = estatesOf(gatherer.snapshots(), log);
  let step = building.next();
  while (!step.done) {
    yield breathe;
    step = building.next();
  }
  const parts = [...step.value];
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
  return { estate: merged.estate, files: imported, problems: [...log.all(), ...merged.problems] };
}

/** One after the other; VMs and hosts that appear once are simply put side by side. */
function* mergeAll(
  parts: readonly Estate[],
  breathe: ImportProgress,
): Generator<ImportProgress, { estate: Estate; problems: ImportProblem[] }> {
  const problems: ImportProblem[] = [];
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
      }
      yield breathe;
    }
    layer = next;
  }
  return { estate: layer[0] ?? EMPTY_ESTATE, problems };
}
