/**
 * The words of the inventory format: every field of the model under its own name, and a few
 * shorthands that stand for several fields. There is no second list of fields.
 */
import { fieldTables, RECORD_KINDS, type RecordKind } from '../../../../shared/model/estate';
import type { FieldSpec } from '../../../../shared/model/field';
import { bareWord } from '../../nearest-word';
import { OTHER_WORDS } from './other-words';

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
