/**
 * Tables of one state of the estate: sorted, filtered, grouped, and handed out window by window.
 *
 * Keys to sort by and texts to filter by are worked out once per column and kept; the order of a
 * question is kept as long as the next question is about the same order.
 */
import {
  type ColumnSpec,
  columnOf,
  EDITED_VALUE,
  NAME_COLUMN,
  type TableKind,
  type TableLine,
  type TableWindow,
  UNKNOWN_VALUE,
  type ColumnValue as ValueCount,
} from '../../../shared/model/estate-table';
import type { PathSet, VmSummary } from '../../../shared/model/verdict';
import { type ColumnValue, columnValue, isEdited, type ValueSources } from './column-values';
import type { Placed, Surroundings } from './surroundings';

export interface TableQuery {
  readonly kind: TableKind;
  readonly text: string;
  readonly filters: readonly { readonly column: string; readonly values: readonly string[] }[];
  readonly sort: { readonly column: string; readonly isDescending: boolean } | null;
  readonly groupBy: string | null;
  readonly closedGroups: readonly string[];
  /** Columns the kind does not have are shown as not known. */
  readonly columns: readonly string[];
  readonly onlyIds?: readonly string[] | undefined;
}

/** A run of records under one heading; `text` is `null` without groups. */
interface Group {
  readonly groupId: string;
  readonly text: string | null;
  readonly records: readonly number[];
}

interface Arranged {
  readonly groups: readonly Group[];
  readonly shown: number;
}

/** A line: a heading (`record` is −1) or a record by its number in the estate. */
interface Line {
  readonly group: Group;
  readonly record: number;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const MOST_VALUES = 500;
const MOST_ORDERS = 12;

export class EstateTables {
  readonly revision: number;
  readonly around: Surroundings;
  readonly #pathNow: ValueSources['pathNow'];
  readonly #columns = new Map<string, readonly ColumnValue[]>();
  readonly #ranks = new Map<string, Float64Array>();
  readonly #orders = new Map<string, Arranged>();
  #summaries: ReadonlyMap<string, VmSummary> | null = null;

  constructor(revision: number, around: Surroundings, pathNow: (placed: Placed) => PathSet | null) {
    this.revision = revision;
    this.around = around;
    this.#pathNow = pathNow;
  }

  /** Counts of where VMs can go, when they are there; what was shown as pending is then known. */
  takeSummaries(summaries: ReadonlyMap<string, VmSummary> | null): void {
    if (summaries === this.#summaries) return;
    this.#summaries = summaries;
    for (const kept of [this.#columns, this.#ranks]) {
      for (const column of ['@portability', '@paths']) kept.delete(`vm ${column}`);
    }
    this.#orders.clear();
  }

  window(query: TableQuery, from: number, count: number, find: string | null): TableWindow {
    const records = this.around.records(query.kind);
    const { groups, shown } = this.#arranged(query);
    const lines = linesOf(groups, query);
    const specs = query.columns.map((id) => columnOf(query.kind, id));
    const place =
      find === null ? -1 : lines.findIndex(({ record }) => records[record]?.id === find);
    return {
      revision: this.revision,
      total: records.length,
      shown,
      lineCount: lines.length,
      groupCount: query.groupBy === null ? 0 : groups.length,
      place: place < 0 ? null : place,
      lines: lines.slice(from, from + count).map((line) => this.#line(line, query, specs)),
    };
  }

  /** The ids of the records on the lines from `from` to before `end`. */
  ids(query: TableQuery, from: number, end: number): string[] {
    const records = this.around.records(query.kind);
    return linesOf(this.#arranged(query).groups, query)
      .slice(from, end)
      .flatMap(({ record }) => records[record]?.id ?? []);
  }

  /** The values of a column, most frequent first; what is unknown or edited as entries of its own. */
  values(kind: TableKind, column: string): ValueCount[] {
    const counts = new Map<string, number>();
    let unknown = 0;
    let edited = 0;
    for (const { cell } of this.#column(kind, column)) {
      if (cell.state === 'unknown' || cell.state === 'pending') unknown += 1;
      else counts.set(cell.text, (counts.get(cell.text) ?? 0) + 1);
      if (cell.imported !== undefined) edited += 1;
    }
    const values = [...counts]
      .map(([text, count]) => ({ valueId: text, text, count }))
      .sort((a, b) => b.count - a.count || collator.compare(a.text, b.text))
      .slice(0, MOST_VALUES - 2);
    if (0 < edited) values.unshift({ valueId: EDITED_VALUE, text: 'edited', count: edited });
    if (0 < unknown) values.unshift({ valueId: UNKNOWN_VALUE, text: 'unknown', count: unknown });
    return values;
  }

  #line(
    { group, record }: Line,
    query: TableQuery,
    specs: readonly (ColumnSpec | undefined)[],
  ): TableLine {
    const placed = this.around.records(query.kind)[record];
    if (placed === undefined) {
      return {
        line: 'group',
        groupId: group.groupId,
        text: group.text ?? '',
        count: group.records.length,
        isOpen: !query.closedGroups.includes(group.groupId),
      };
    }
    return {
      line: 'record',
      id: placed.id,
      name: placed.name,
      isEdited: Object.values(placed.facts).some(isEdited),
      cells: specs.map((spec) => this.#cellOf(placed, record, spec)),
    };
  }

  #cellOf(placed: Placed, record: number, spec: ColumnSpec | undefined) {
    const id = spec?.id ?? '';
    const kept = this.#columns.get(`${placed.kind} ${id}`)?.[record];
    return (kept ?? columnValue(placed, id, this.#sources)).cell;
  }

  #arranged(query: TableQuery): Arranged {
    const { kind, text, filters, sort, groupBy, onlyIds } = query;
    // Which columns are shown matters only where their texts are searched.
    const searched = text.trim() === '' ? [] : query.columns;
    const key = JSON.stringify([kind, text.trim(), filters, sort, groupBy, searched]);
    const kept = onlyIds === undefined ? this.#orders.get(key) : undefined;
    if (kept !== undefined) return kept;
    const order = this.#sorted(kind, this.#filtered(query), sort);
    const arranged = { groups: this.#grouped(kind, order, groupBy), shown: order.length };
    if (onlyIds === undefined) {
      if (MOST_ORDERS <= this.#orders.size) this.#orders.clear();
      this.#orders.set(key, arranged);
    }
    return arranged;
  }

  #filtered({ kind, text, filters, columns, onlyIds }: TableQuery): number[] {
    const records = this.around.records(kind);
    const only = onlyIds === undefined ? null : new Set(onlyIds);
    const wanted = text.trim().toLowerCase();
    const searched =
      wanted === ''
        ? []
        : columns
            .filter((id) => ['text', 'link'].includes(columnOf(kind, id)?.shape ?? ''))
            .map((id) => this.#column(kind, id));
    const tests = filters.map(({ column, values }) => {
      const cells = this.#column(kind, column);
      const accepted = new Set(values);
      return (record: number) => isAccepted(cells[record], accepted);
    });
    const kept: number[] = [];
    for (let record = 0; record < records.length; record += 1) {
      const placed = records[record];
      if (placed === undefined) continue;
      if (only !== null && !only.has(placed.id)) continue;
      if (!tests.every((test) => test(record))) continue;
      if (
        wanted !== '' &&
        !placed.name.toLowerCase().includes(wanted) &&
        !searched.some((cells) => isFound(cells[record], wanted))
      )
        continue;
      kept.push(record);
    }
    return kept;
  }

  #sorted(kind: TableKind, order: number[], sort: TableQuery['sort']): number[] {
    const names = this.#rank(kind, NAME_COLUMN);
    const at = (ranks: Float64Array, record: number) => ranks[record] ?? 0;
    // Switches and adapters have the same names everywhere: those stand by host.
    const hosts = columnOf(kind, '@host') === undefined ? null : this.#rank(kind, '@host');
    const byName = (a: number, b: number) =>
      at(names, a) - at(names, b) ||
      (hosts === null ? 0 : compareRanks(at(hosts, a), at(hosts, b))) ||
      a - b;
    if (sort === null) return order.sort(byName);
    const ranks = this.#rank(kind, sort.column);
    const way = sort.isDescending ? -1 : 1;
    return order.sort((a, b) => {
      const one = at(ranks, a);
      const other = at(ranks, b);
      if (one === other) return byName(a, b);
      // What is unknown stands last, whichever way is sorted.
      if (one === LAST) return 1;
      if (other === LAST) return -1;
      return way * (one - other);
    });
  }

  #grouped(kind: TableKind, order: readonly number[], groupBy: string | null): readonly Group[] {
    if (groupBy === null) return [{ groupId: '', text: null, records: order }];
    const cells = this.#column(kind, groupBy);
    const ranks = this.#rank(kind, groupBy);
    const groups = new Map<string, number[]>();
    for (const record of order) {
      const cell = cells[record]?.cell;
      const isKnown = cell !== undefined && (cell.state === 'known' || cell.state === 'edited');
      const groupId = isKnown ? cell.text : UNKNOWN_VALUE;
      const group = groups.get(groupId);
      if (group === undefined) groups.set(groupId, [record]);
      else group.push(record);
    }
    const rankOf = (group: Group) => ranks[group.records[0] ?? 0] ?? LAST;
    return [...groups]
      .map(([groupId, records]) => ({
        groupId,
        text: groupId === UNKNOWN_VALUE ? 'unknown' : groupId,
        records,
      }))
      .sort((a, b) => compareRanks(rankOf(a), rankOf(b)));
  }

  #column(kind: TableKind, column: string): readonly ColumnValue[] {
    const key = `${kind} ${column}`;
    let values = this.#columns.get(key);
    if (values === undefined) {
      values = this.around
        .records(kind)
        .map((placed) => columnValue(placed, column, this.#sources));
      this.#columns.set(key, values);
    }
    return values;
  }

  /** Numbers that sort as the values do: comparing texts ten thousand times over costs too much. */
  #rank(kind: TableKind, column: string): Float64Array {
    const key = `${kind} ${column}`;
    let ranks = this.#ranks.get(key);
    if (ranks === undefined) {
      ranks = ranksOf(this.#column(kind, column).map(({ sortKey }) => sortKey));
      this.#ranks.set(key, ranks);
    }
    return ranks;
  }

  get #sources(): ValueSources {
    return { around: this.around, pathNow: this.#pathNow, summaries: this.#summaries };
  }
}

const LAST = Number.POSITIVE_INFINITY;

function compareRanks(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** @param keys  numbers stay themselves; texts become their place among each other; `null`: last */
export function ranksOf(keys: readonly (number | string | null)[]): Float64Array {
  const texts = new Set<string>();
  for (const key of keys) if (typeof key === 'string') texts.add(key);
  const places = new Map<string, number>();
  let place = 0;
  let before: string | null = null;
  for (const text of [...texts].sort(compareTexts)) {
    // Texts that differ in case only stand together and are told apart by name.
    if (before !== null && collator.compare(before, text) !== 0) place += 1;
    places.set(text, place);
    before = text;
  }
  return Float64Array.from(keys, (key) =>
    key === null ? LAST : typeof key === 'number' ? key : (places.get(key) ?? LAST),
  );
}

function compareTexts(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

function isAccepted(value: ColumnValue | undefined, accepted: ReadonlySet<string>): boolean {
  if (value === undefined) return false;
  const { state, text, imported } = value.cell;
  if (imported !== undefined && accepted.has(EDITED_VALUE)) return true;
  if (state === 'unknown' || state === 'pending') return accepted.has(UNKNOWN_VALUE);
  return accepted.has(text);
}

function isFound(value: ColumnValue | undefined, wanted: string): boolean {
  return (
    value !== undefined &&
    value.cell.state !== 'unknown' &&
    value.cell.text.toLowerCase().includes(wanted)
  );
}

function linesOf(groups: readonly Group[], { groupBy, closedGroups }: TableQuery): readonly Line[] {
  const closed = new Set(closedGroups);
  const lines: Line[] = [];
  for (const group of groups) {
    if (groupBy !== null) lines.push({ group, record: -1 });
    if (groupBy !== null && closed.has(group.groupId)) continue;
    for (const record of group.records) lines.push({ group, record });
  }
  return lines;
}
