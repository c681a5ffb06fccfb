/** What a record shows in a column, and by what it is sorted and grouped there. */
import { type Fact, importedUnder } from '../../../shared/fact';
import { poolWords } from '../../../shared/format/pool-words';
import { formatNumber } from '../../../shared/format/quantity';
import {
  PATH_LABELS,
  PORTABILITY_LABELS,
  UNKNOWN_WORDS,
} from '../../../shared/format/verdict-words';
import { fieldTables } from '../../../shared/model/estate';
import {
  columnOf,
  NAME_COLUMN,
  type RecordRef,
  type TableCell,
} from '../../../shared/model/estate-table';
import type { FieldSpec, FieldSpecs } from '../../../shared/model/field';
import { fieldText } from '../../../shared/model/field-text';
import type { Pool } from '../../../shared/model/pool';
import {
  DATAPATHS,
  type PathSet,
  type PORTABILITIES,
  type VmSummary,
} from '../../../shared/model/verdict';
import { adapterPool, hostPool, hostVports, idleVfs, isSriovReady, switchPool } from './pools';
import type { Placed, Surroundings } from './surroundings';

/** `sortKey`: numbers and texts are never mixed in a column; `null`: unknown, always last. */
export interface ColumnValue {
  readonly cell: TableCell;
  readonly sortKey: number | string | null;
}

export interface ValueSources {
  readonly around: Surroundings;
  /** Present path of a virtual adapter; `null` when no source says where the VM is. */
  readonly pathNow: (placed: Placed) => PathSet | null;
  /** Counts of the last complete run for this state; `null` while there are none. */
  readonly summaries: ReadonlyMap<string, VmSummary> | null;
}

export function columnValue(placed: Placed, column: string, sources: ValueSources): ColumnValue {
  if (column === NAME_COLUMN) return text(placed.name);
  const spec = columnOf(placed.kind, column)?.field;
  if (spec !== undefined) return factValue(placed.facts[column] as Fact<unknown>, spec);
  const compute = COMPUTED[column];
  return compute === undefined ? UNTOLD : compute(placed, sources);
}

type Compute = (placed: Placed, sources: ValueSources) => ColumnValue;

const COMPUTED: Readonly<Record<string, Compute>> = {
  '@cluster': ({ cluster, host, kind }) =>
    cluster !== null
      ? link(cluster.name, { kind: 'cluster', id: cluster.id })
      : host === null && kind !== 'host'
        ? UNTOLD
        : none('no cluster'),
  '@host': ({ host }) => (host === null ? UNTOLD : link(host.name, { kind: 'host', id: host.id })),
  '@vm': ({ vm }) => (vm === null ? UNTOLD : link(vm.name, { kind: 'vm', id: vm.id })),
  '@vms': ({ kind, host, cluster }, { around }) => {
    if (kind === 'cluster' && cluster !== null) {
      return number(sum(around.hostsOf(cluster), (one) => around.vmsOn(one).length));
    }
    return host === null ? UNTOLD : number(around.vmsOn(host).length);
  },
  '@hosts': ({ cluster }, { around }) =>
    cluster === null ? UNTOLD : number(around.hostsOf(cluster).length),
  '@vnics': ({ kind, host, vm }, { around }) => {
    if (kind === 'vm' && vm !== null) {
      return vm.vnicsKnown || 0 < vm.vnics.length ? number(vm.vnics.length) : UNTOLD;
    }
    return host === null ? UNTOLD : number(sum(around.vmsOn(host), ({ vnics }) => vnics.length));
  },
  '@adapters': ({ host }) => (host === null ? UNTOLD : number(host.adapters.length)),
  '@switches': ({ kind, host, vm }) => {
    if (kind === 'vm' && vm !== null) return switchNames(vm);
    if (host === null) return UNTOLD;
    return host.switchesKnown || 0 < host.switches.length ? number(host.switches.length) : UNTOLD;
  },
  '@switch': ({ host, adapter }, { around }) => {
    if (host === null || adapter === null) return UNTOLD;
    const over = around.switchOver(host, adapter);
    if (over !== null) return link(over.name, { kind: 'switch', id: over.id });
    return host.switchesKnown ? none('no switch') : UNTOLD;
  },
  '@ready': (placed, { around }) => {
    const { kind, host, adapter } = placed;
    if (kind === 'adapter' && adapter !== null) {
      const ready = isSriovReady(adapter);
      return ready === null
        ? UNTOLD
        : { ...text(ready ? 'yes' : 'no'), sortKey: ready ? '0' : '1' };
    }
    if (host === null) return UNTOLD;
    const adapters = placed.switch === null ? host.adapters : around.membersOf(host, placed.switch);
    if (adapters.length === 0) return UNTOLD;
    const answers = adapters.map(isSriovReady);
    const ready = answers.filter((one) => one === true).length;
    const open = answers.filter((one) => one === null).length;
    if (open === answers.length) return UNTOLD;
    const words = `${ready} of ${adapters.length}${open === 0 ? '' : `, ${open} not known`}`;
    return { cell: { text: words, state: 'known' }, sortKey: String(ready).padStart(6, '0') };
  },
  '@ports': (placed, { around }) =>
    placed.host === null || placed.switch === null
      ? UNTOLD
      : number(around.portsOf(placed.host, placed.switch).length),
  '@vfs': (placed, { around }) => {
    const { host, adapter } = placed;
    if (host === null) return UNTOLD;
    if (placed.switch !== null) {
      return pool(switchPool(placed.switch, 'vfs', around.portsOf(host, placed.switch)));
    }
    if (adapter !== null) return pool(adapterPool(adapter, 'vfs', idleBehind(placed, around)));
    return pool(hostPool(around, host, 'vfs'));
  },
  '@queuePairs': (placed, { around }) => switchOrHostPool(placed, around, 'queuePairs'),
  '@vmQueues': (placed, { around }) => switchOrHostPool(placed, around, 'vmQueues'),
  '@vports': ({ host, adapter }) => {
    if (adapter !== null) return pool(adapterPool(adapter, 'vports', 0));
    return host === null ? UNTOLD : pool(hostVports(host));
  },
  '@vfHolders': (placed, { around }) => holders(placed, around, 'iovUsage'),
  '@queueHolders': (placed, { around }) => holders(placed, around, 'vmqUsage'),
  '@portability': ({ vm }, { summaries }) => {
    if (vm === null) return UNTOLD;
    if (summaries === null) return PENDING;
    const summary = summaries.get(vm.id);
    if (summary === undefined) return UNTOLD;
    const { portability } = summary;
    return {
      cell: { text: PORTABILITY_LABELS[portability], state: 'known', portability },
      sortKey: WORST_FIRST.indexOf(portability),
    };
  },
  '@paths': ({ vm }, { summaries }) => {
    if (vm === null) return UNTOLD;
    if (summaries === null) return PENDING;
    return paths(summaries.get(vm.id)?.nowPaths ?? null);
  },
  '@path': (placed, { pathNow }) => paths(pathNow(placed)),
  '@edited': ({ facts }) => number(Object.values(facts).filter(isEdited).length),
  '@unknown': ({ facts }) =>
    number(
      Object.values(facts).filter((fact) => (fact as Fact<unknown>).state === 'unknown').length,
    ),
};

const WORST_FIRST: readonly (typeof PORTABILITIES)[number][] = [
  'blocked',
  'falls-back',
  'undecided',
  'alone',
  'portable',
];

export function isEdited(fact: unknown): boolean {
  return importedUnder(fact as Fact<unknown>) !== null;
}

/** The description of a property; `undefined`: the kind has none of that name. */
export function specOf(placed: Placed, field: string): FieldSpec | undefined {
  return (fieldTables[placed.platform][placed.kind] as FieldSpecs)[field];
}

function factValue(fact: Fact<unknown> | undefined, spec: FieldSpec): ColumnValue {
  if (fact === undefined) return UNTOLD;
  const under = importedUnder(fact);
  const imported = under === null ? {} : { imported: importedText(under, spec) };
  if (fact.state === 'unknown') {
    const text = UNKNOWN_WORDS[fact.reason];
    return { cell: { text, state: 'unknown', ...imported }, sortKey: null };
  }
  const { value } = fact;
  const words = fieldText(spec, value);
  const state = under === null ? 'known' : 'edited';
  const sortKey = typeof value === 'number' ? value : words;
  return { cell: { text: words, state, ...imported }, sortKey };
}

function importedText(fact: Fact<unknown>, spec: FieldSpec): string {
  return fact.state === 'known' ? fieldText(spec, fact.value) : 'unknown';
}

function switchOrHostPool(
  { host, switch: one }: Placed,
  around: Surroundings,
  which: 'queuePairs' | 'vmQueues',
): ColumnValue {
  if (host === null) return UNTOLD;
  if (one !== null) return pool(switchPool(one, which, around.portsOf(host, one)));
  return pool(hostPool(around, host, which));
}

function idleBehind({ host, adapter }: Placed, around: Surroundings): number {
  if (host === null || adapter === null) return 0;
  const over = around.switchOver(host, adapter);
  // Behind a team nobody says which member serves whom.
  if (over === null || 1 < around.membersOf(host, over).length) return 0;
  return idleVfs(around.portsOf(host, over));
}

function holders(
  { host, adapter }: Placed,
  around: Surroundings,
  usage: 'iovUsage' | 'vmqUsage',
): ColumnValue {
  if (host === null || adapter === null) return UNTOLD;
  const over = around.switchOver(host, adapter);
  if (over === null) return number(0);
  return number(around.portsOf(host, over).filter((port) => holds(port.vnic.facts[usage])).length);
}

export function holds(usage: Fact<number>): boolean {
  return usage.state === 'known' && 0 < usage.value;
}

function switchNames(vm: NonNullable<Placed['vm']>): ColumnValue {
  const names = new Set<string>();
  for (const { facts } of vm.vnics) {
    if (facts.switchName.state === 'known' && facts.switchName.value !== null) {
      names.add(facts.switchName.value);
    }
  }
  return names.size === 0 ? none('none') : text([...names].join(', '));
}

function text(value: string): ColumnValue {
  return { cell: { text: value, state: 'known' }, sortKey: value };
}

function none(value: string): ColumnValue {
  return { cell: { text: value, state: 'known' }, sortKey: '\uffff' };
}

function link(name: string, to: RecordRef): ColumnValue {
  return { cell: { text: name, state: 'known', link: to }, sortKey: name };
}

function number(value: number): ColumnValue {
  return { cell: { text: formatNumber(value), state: 'known' }, sortKey: value };
}

/** Sorted by what is free: the fullest first. */
function pool(of: Pool): ColumnValue {
  const { capacity, used } = of;
  const isKnown = capacity !== null && (used !== null || capacity === 0);
  return {
    cell: { text: poolWords(of), state: isKnown ? 'known' : 'unknown', pool: of },
    sortKey: isKnown ? capacity - (used ?? 0) : null,
  };
}

function paths(set: PathSet | null): ColumnValue {
  const [best] = set ?? [];
  if (set === null || best === undefined) return UNTOLD;
  const words = set.map((path) => PATH_LABELS[path]).join(' or ');
  return {
    cell: { text: words, state: 'known', paths: set },
    sortKey: DATAPATHS.indexOf(best) * 10 + set.length,
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

const UNTOLD: ColumnValue = { cell: { text: 'not known', state: 'unknown' }, sortKey: null };
const PENDING: ColumnValue = { cell: { text: 'being counted', state: 'pending' }, sortKey: null };
