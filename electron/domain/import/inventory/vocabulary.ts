/**
 * The words of the inventory format: every field of the model under its own name, and a few
 * shorthands that stand for several fields. There is no second list of fields.
 */
import { fieldTables, RECORD_KINDS, type RecordKind } from '../../../../shared/model/estate';
import type { FieldSpec } from '../../../../shared/model/field';
import { bareWord, OTHER_WORDS } from './other-words';

export interface Shorthand {
  readonly name: string;
  /** Kind of JSON value. */
  readonly takes: 'text' | 'optional-text' | 'size' | 'rate' | 'texts' | RecordKind;
  /** What it stands for, for people. */
  readonly description: string;
}

const shorthand = (name: string, takes: Shorthand['takes'], description: string): Shorthand => ({
  name,
  takes,
  description,
});

export const SHORTHANDS: Readonly<Record<RecordKind, readonly Shorthand[]>> = {
  cluster: [
    shorthand('name', 'text', 'Name of the failover cluster. Required.'),
    shorthand('nodes', 'texts', 'Names of its nodes. Stands for cluster of each host.'),
  ],
  host: [
    shorthand('name', 'text', 'Name of the host, with or without its domain. Required.'),
    shorthand(
      'os',
      'text',
      'Release of Windows, such as "Windows Server 2022 Datacenter". Stands for osName, osBuild, osKind, osEdition and configurationVersions.',
    ),
    shorthand(
      'cluster',
      'optional-text',
      'Name of the failover cluster that the host is a node of; null for none. Stands for clusterName.',
    ),
    shorthand(
      'processor',
      'text',
      'Name of the processor, such as "Intel Xeon Gold 6248R". Stands for processorModel, processorVendor and processorGeneration.',
    ),
    shorthand('memory', 'size', 'Memory, such as "512 GB". Stands for memoryBytes.'),
    shorthand('adapters', 'adapter', 'Ports of the physical network adapters.'),
    shorthand('switches', 'switch', 'Virtual switches. An empty list says that there are none.'),
    shorthand('vms', 'vm', 'VMs that run here, or are registered here while they are off.'),
  ],
  adapter: [
    shorthand('name', 'text', 'Name of the port. Required.'),
    shorthand(
      'model',
      'text',
      'Model, such as "Intel X710", or the id of a catalogue row. Stands for description, make, catalogueModel, and for what the catalogue knows of the model.',
    ),
    shorthand('link', 'rate', 'Link speed, such as "25 Gbps". Stands for linkBitsPerSecond.'),
  ],
  switch: [
    shorthand('name', 'text', 'Name of the switch. Required.'),
    shorthand(
      'adapters',
      'texts',
      'Names of the adapters behind the switch. Stands for memberAdapters.',
    ),
  ],
  vm: [
    shorthand('name', 'text', 'Name of the VM. Required.'),
    shorthand('id', 'text', 'GUID of the VM, if this file is to meet one that a host listed.'),
    shorthand('host', 'text', 'Host it runs on. Not needed for VMs below a host.'),
    shorthand('memory', 'size', 'Startup memory, such as "8 GB". Stands for memoryStartupBytes.'),
    shorthand('vnics', 'vnic', 'Network adapters. An empty list says that there are none.'),
  ],
  vnic: [
    shorthand('name', 'text', 'Name of the network adapter; "Network Adapter" when left out.'),
  ],
};

/** The format's own word for any other word for it; any further word as it is. In lower case. */
export function plainWord(kind: RecordKind, word: string): string {
  const bare = bareWord(word);
  const others = OTHER_WORDS[kind];
  return Object.hasOwn(others, bare) ? (others[bare] ?? bare).toLowerCase() : bare;
}

/** Keys of the file itself. */
export const ROOT_KEYS = ['portolanInventory', 'hosts', 'vms', 'clusters'] as const;

/** Keys that may stand anywhere and are not read. */
export const IGNORED_KEYS: readonly string[] = ['$schema', 'comment'];

/** The fields of a kind of record, in the order of the model. */
export function fieldsOf(kind: RecordKind): readonly (readonly [string, FieldSpec])[] {
  return Object.entries<FieldSpec>(fieldTables.hyperv[kind]);
}

/** All words that a record of this kind may hold. */
export function wordsOf(kind: RecordKind): readonly string[] {
  return [...SHORTHANDS[kind].map(({ name }) => name), ...fieldsOf(kind).map(([name]) => name)];
}

/** The word of the format that a key means; `null` when it means none. */
export function formatWord(kind: RecordKind, key: string): string | null {
  return FORMAT_WORDS.get(kind)?.get(plainWord(kind, key)) ?? null;
}

const FORMAT_WORDS: ReadonlyMap<RecordKind, ReadonlyMap<string, string>> = new Map(
  RECORD_KINDS.map((kind) => [
    kind,
    new Map(wordsOf(kind).map((word) => [word.toLowerCase(), word])),
  ]),
);

/**
 * The word that was probably meant: the one with the fewest other letters, or else with the most
 * parts in common (`migrationsNowRunning` and `migrationsRunning`).
 * @returns `null` when none is close enough
 */
export function suggestion(word: string, words: readonly string[]): string | null {
  const wanted = bareWord(word);
  let best: string | null = null;
  let bestDistance = Math.max(wanted.length < 4 ? 1 : 2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of words) {
    const lower = candidate.toLowerCase();
    const distance =
      lower.startsWith(wanted) && 3 <= wanted.length
        ? 1
        : editDistance(wanted, lower, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? mostAlike(word, words);
}

/** The word with the most parts of four letters and more in common. */
function mostAlike(word: string, words: readonly string[]): string | null {
  const wanted = partsOf(word);
  let best: string | null = null;
  let most = 0;
  for (const candidate of words) {
    const common = partsOf(candidate).filter((part) => wanted.includes(part)).length;
    if (common <= most) continue;
    best = candidate;
    most = common;
  }
  return best;
}

/** `migrationsRunning` has the parts `migration` and `running`. */
function partsOf(word: string): readonly string[] {
  return word
    .split(/(?=[A-Z])|[\s_-]+/)
    .map((part) => part.toLowerCase().replace(/s$/, ''))
    .filter((part) => 4 <= part.length);
}

/** Levenshtein distance; anything from `limit` on counts as `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (limit <= Math.abs(a.length - b.length) || 60 < a.length) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? limit) + 1,
          (current[column - 1] ?? limit) + 1,
          (previous[column - 1] ?? limit) + substitution,
        ),
      );
    }
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}
