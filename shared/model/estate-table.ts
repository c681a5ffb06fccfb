/**
 * The tables of the estate: which columns a kind of record can show, and what a line of such a
 * table carries. A column is either a property of the record (its field's name) or is worked out
 * from records around it (its name begins with `@`).
 */
import { fieldTables, type RecordKind } from './estate';
import type { FieldSpec, FieldSpecs } from './field';
import type { Pool } from './pool';
import type { PathSet, Portability } from './verdict';

export const TABLE_KINDS = ['host', 'vm', 'adapter', 'switch', 'vnic', 'cluster'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** The column that every table begins with. */
export const NAME_COLUMN = '@name';

export type ColumnShape = 'text' | 'number' | 'pool' | 'link' | 'path' | 'portability';

export interface ColumnSpec {
  readonly id: string;
  readonly title: string;
  readonly shape: ColumnShape;
  /** What it says, in a sentence; or, for a property, the command that collects it. */
  readonly meaning: string;
  /** Set for a property of the record, which can be edited. */
  readonly field?: FieldSpec;
}

export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * `edited`: set by hand to a value, over what was imported. `pending`: still being worked out. A value that is
 * worked out from others is `known` or `unknown` like any other.
 */
export type CellState = 'known' | 'unknown' | 'edited' | 'pending';

export interface TableCell {
  /** For people; of an unknown value: why it is unknown. */
  readonly text: string;
  readonly state: CellState;
  readonly pool?: Pool;
  readonly paths?: PathSet;
  readonly portability?: Portability;
  /** The record that the text names. */
  readonly link?: RecordRef;
  /** Of a value that was set by hand, to another or to unknown: the imported one for people. */
  readonly imported?: string;
}

export type TableLine =
  | {
      readonly line: 'group';
      /** Names the group in requests. */
      readonly groupId: string;
      readonly text: string;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | {
      readonly line: 'record';
      readonly id: string;
      readonly name: string;
      /** Whether any of its properties was edited by hand. */
      readonly isEdited: boolean;
      /** In the order of the columns that were asked for. */
      readonly cells: readonly TableCell[];
    };

export interface TableWindow {
  readonly revision: number;
  /** Records of this kind in the plan. */
  readonly total: number;
  /** Records that the filters leave. */
  readonly shown: number;
  /** Lines of the whole table: records in open groups, and headings. */
  readonly lineCount: number;
  readonly groupCount: number;
  readonly lines: readonly TableLine[];
  /** Where the record that was sought stands; `null` when it is not there. */
  readonly place: number | null;
}

/** A value of a column with how often it occurs, for the list of a filter. */
export interface ColumnValue {
  readonly valueId: string;
  readonly text: string;
  readonly count: number;
}

/** What goes with a record: its pools, and the records around it. */
export interface RecordLinks {
  readonly pools: readonly Pool[];
  readonly groups: readonly LinkGroup[];
}
export interface LinkGroup {
  readonly title: string;
  readonly total: number;
  readonly links: readonly RecordLink[];
}
export interface RecordLink extends RecordRef {
  readonly name: string;
  /** What matters of it here: its path, the switch it is behind; may be empty. */
  readonly note: string;
}

/** A record that was sought by its name. */
export interface FoundRecord extends RecordRef {
  readonly name: string;
  /** Where it is: "on HV07"; may be empty. */
  readonly note: string;
  /** How well it fits, on the scale of `fuzzyScore`. */
  readonly score: number;
}

/** Stand among the values of a filter for what is unknown, and for all that was edited. */
export const UNKNOWN_VALUE = '\u0000unknown';
export const EDITED_VALUE = '\u0000edited';

const computed = (id: string, title: string, shape: ColumnShape, meaning: string): ColumnSpec => ({
  id,
  title,
  shape,
  meaning,
});

const EDITED = computed('@edited', 'Edited by hand', 'number', 'How many properties were edited');
const UNKNOWN = computed('@unknown', 'Not known', 'number', 'How many properties are not known');
const CLUSTER = computed('@cluster', 'Cluster', 'link', 'The failover cluster of the host');
const HOST = computed('@host', 'Host', 'link', 'The host that it is on');

const COMPUTED: Readonly<Record<TableKind, readonly ColumnSpec[]>> = {
  host: [
    CLUSTER,
    computed('@vms', 'VMs', 'number', 'VMs that run or are registered on the host'),
    computed('@vnics', 'Virtual adapters', 'number', 'Virtual adapters of its VMs'),
    computed('@adapters', 'Adapters', 'number', 'Ports of physical network adapters'),
    computed('@switches', 'Switches', 'number', 'Virtual switches'),
    computed('@ready', 'SR-IOV-ready adapters', 'text', 'Adapters that can give VFs now'),
    computed('@vfs', 'VFs', 'pool', 'VFs in use over all switches of the host'),
    computed('@queuePairs', 'Queue pairs', 'pool', 'Queue pairs in use over all its switches'),
    computed('@vmQueues', 'VM queues', 'pool', 'VM queues in use over all its switches'),
    computed('@vports', 'VPorts', 'pool', 'VPorts in use over all adapters of the host'),
    EDITED,
    UNKNOWN,
  ],
  vm: [
    HOST,
    CLUSTER,
    computed('@portability', 'Portability', 'portability', 'What the other hosts give it'),
    computed('@paths', 'Path now', 'path', 'The worst path that its adapters are on now'),
    computed('@vnics', 'Virtual adapters', 'number', 'Virtual network adapters of the VM'),
    computed('@switches', 'Connected to', 'text', 'Names of the switches it is connected to'),
    EDITED,
    UNKNOWN,
  ],
  adapter: [
    HOST,
    CLUSTER,
    computed('@switch', 'Behind switch', 'link', 'The virtual switch that uses this adapter'),
    computed('@ready', 'SR-IOV-ready', 'text', 'Whether the adapter can give VFs now'),
    computed('@vfs', 'VFs', 'pool', 'VFs allocated of those configured'),
    computed('@vports', 'VPorts', 'pool', 'VPorts active of those there are'),
    computed('@vfHolders', 'VF holders', 'number', 'Virtual adapters behind it that hold a VF'),
    computed('@queueHolders', 'Queue holders', 'number', 'Virtual adapters with a VM queue'),
    EDITED,
    UNKNOWN,
  ],
  switch: [
    HOST,
    CLUSTER,
    computed('@ports', 'Connected', 'number', 'Virtual adapters connected to the switch'),
    computed('@ready', 'SR-IOV-ready adapters', 'text', 'Adapters behind it that can give VFs'),
    computed('@vfs', 'VFs', 'pool', 'VFs in use'),
    computed('@queuePairs', 'Queue pairs', 'pool', 'Queue pairs in use'),
    computed('@vmQueues', 'VM queues', 'pool', 'VM queues in use'),
    EDITED,
    UNKNOWN,
  ],
  vnic: [
    computed('@vm', 'VM', 'link', 'The VM that has the adapter'),
    HOST,
    CLUSTER,
    computed('@path', 'Path now', 'path', 'The path that it is on now'),
    EDITED,
    UNKNOWN,
  ],
  cluster: [
    computed('@hosts', 'Hosts', 'number', 'Hosts of the cluster in this plan'),
    computed('@vms', 'VMs', 'number', 'VMs on its hosts'),
    EDITED,
    UNKNOWN,
  ],
};

const NAME: ColumnSpec = computed(NAME_COLUMN, 'Name', 'text', 'Its name');

/** Shown until the user chooses others. The name stands before them. */
export const FIRST_COLUMNS: Readonly<Record<TableKind, readonly string[]>> = {
  host: ['@cluster', '@vms', '@ready', '@vfs', '@vmQueues', 'osName', 'iovSupport', 'memoryBytes'],
  vm: ['@host', 'state', '@portability', '@paths', '@vnics', 'guestOs', 'memoryAssignedBytes'],
  adapter: [
    '@host',
    '@switch',
    '@ready',
    '@vfs',
    'description',
    'linkBitsPerSecond',
    'sriovEnabled',
    'sriovSupport',
    'vmqEnabled',
  ],
  switch: ['@host', 'switchType', 'iovEnabled', '@vfs', '@vmQueues', '@ports', 'teaming'],
  vnic: ['@vm', '@host', '@path', 'switchName', 'iovWeight', 'vmqWeight', 'vfDataPathActive'],
  cluster: ['@hosts', '@vms', 'functionalLevel', 'parallelMigrations'],
};

/** Every column that a kind can show: the name, what is worked out, then its properties. */
export function columnsOf(kind: TableKind): readonly ColumnSpec[] {
  return [...(ALL_COLUMNS.get(kind)?.values() ?? [])];
}

/** `undefined`: the kind has no such column. */
export function columnOf(kind: TableKind, id: string): ColumnSpec | undefined {
  return ALL_COLUMNS.get(kind)?.get(id);
}

const ALL_COLUMNS: ReadonlyMap<TableKind, ReadonlyMap<string, ColumnSpec>> = new Map(
  TABLE_KINDS.map((kind) => [kind, new Map(allOf(kind).map((column) => [column.id, column]))]),
);

function allOf(kind: TableKind): readonly ColumnSpec[] {
  const fields: FieldSpecs = fieldTables.hyperv[kind];
  return [
    NAME,
    ...COMPUTED[kind],
    ...Object.entries(fields).map(
      ([id, field]): ColumnSpec => ({
        id,
        title: field.title,
        shape: field.kind === 'count' || field.kind === 'amount' ? 'number' : 'text',
        meaning: field.collect,
        field,
      }),
    ),
  ];
}
