import { Refusal } from '../../../../shared/fault';
import { counted } from '../../../../shared/format/plural';
import { RECORD_LABELS } from '../../../../shared/format/verdict-words';
import { columnOf, type TableKind } from '../../../../shared/model/estate-table';
import type { FieldSpec } from '../../../../shared/model/field';
import { parseFieldText } from '../../../../shared/model/field-text';
import type { PathSet } from '../../../../shared/model/verdict';
import { specOf } from '../../../domain/estate-table/column-values';
import { findRecords } from '../../../domain/estate-table/find-records';
import { recordLinks } from '../../../domain/estate-table/record-links';
import { type Placed, Surroundings } from '../../../domain/estate-table/surroundings';
import { EstateTables } from '../../../domain/estate-table/table';
import { type FactEdit, NOT_KNOWN } from '../../store/estate-store';
import { lastSummaries } from '../last-summaries';
import type { PlanSession } from '../plan-session';
import type { HandlersOf } from './handler';

export const estateTableMethods: HandlersOf<
  | 'estate.table'
  | 'estate.table-ids'
  | 'estate.table-values'
  | 'estate.links'
  | 'estate.find'
  | 'estate.edit-many'
  | 'estate.set-unknown'
> = {
  'estate.table': (session, { from, count, find, moveKind, ...query }) => {
    const tables = tablesOf(session);
    tables.takeSummaries(lastSummaries(session, moveKind));
    return tables.window(query, from, count, find);
  },
  'estate.table-ids': (session, { from, end, moveKind, ...query }) => {
    const tables = tablesOf(session);
    tables.takeSummaries(lastSummaries(session, moveKind));
    return { ids: tables.ids(query, from, end) };
  },
  'estate.table-values': (session, { kind, moveKind, column }) => {
    if (columnOf(kind, column) === undefined) throw noSuchField(kind, column);
    const tables = tablesOf(session);
    tables.takeSummaries(lastSummaries(session, moveKind));
    return { values: tables.values(kind, column) };
  },
  'estate.links': (session, { kind, id }) => {
    const links = recordLinks(tablesOf(session).around, (one) => pathNow(session, one), kind, id);
    if (links === null) throw goneRecord(kind);
    return links;
  },
  'estate.find': (session, { kinds, text, most }) => ({
    found: findRecords(tablesOf(session).around, kinds, text, most),
  }),
  'estate.edit-many': (session, { kind, ids, field, text }) => {
    const { spec, what, edits } = factOfMany(session, kind, ids, field);
    if (text === null) {
      session.editFacts(`${what} as imported`, edits, undefined);
      return session.state;
    }
    const parsed = parseFieldText(spec, text);
    if (!parsed.ok) {
      throw new Refusal(
        'edit.bad-value',
        `${spec.title}: “${text}” is not ${parsed.expected}.`,
        `Type ${parsed.expected}.`,
      );
    }
    session.editFacts(what, edits, parsed.value);
    return session.state;
  },
  'estate.set-unknown': (session, { kind, ids, field }) => {
    const { what, edits } = factOfMany(session, kind, ids, field);
    session.editFacts(`${what} as not known`, edits, NOT_KNOWN);
    return session.state;
  },
};

/** @throws Refusal `edit.unknown-field` when a record is gone, or its kind has no such property */
function factOfMany(
  session: PlanSession,
  kind: TableKind,
  ids: readonly string[],
  field: string,
): { spec: FieldSpec; what: string; edits: readonly Omit<FactEdit, 'value'>[] } {
  const wanted = new Set(ids);
  const records = tablesOf(session)
    .around.records(kind)
    .filter(({ id }) => wanted.has(id));
  const [first] = records;
  if (first === undefined || records.length < wanted.size) throw goneRecord(kind);
  const spec = specOf(first, field);
  if (spec === undefined) throw noSuchField(kind, field);
  const of = records.length === 1 ? first.name : counted(records.length, ...PLURALS[kind]);
  return {
    spec,
    what: `${spec.title} of ${of}`,
    edits: records.map(({ id }) => ({ kind, recordId: id, field })),
  };
}

const PLURALS: Readonly<Record<TableKind, readonly [string, string]>> = {
  host: ['host', 'hosts'],
  vm: ['VM', 'VMs'],
  adapter: ['adapter', 'adapters'],
  switch: ['switch', 'switches'],
  vnic: ['virtual adapter', 'virtual adapters'],
  cluster: ['cluster', 'clusters'],
};

/** Tables belong to one state of the plan; an edit gets new ones. */
const tables = new WeakMap<object, EstateTables>();

function tablesOf(session: PlanSession): EstateTables {
  let now = tables.get(session);
  if (now === undefined || now.revision !== session.revision) {
    now = new EstateTables(session.revision, new Surroundings(session.estate), (placed) =>
      pathNow(session, placed),
    );
    tables.set(session, now);
  }
  return now;
}

function pathNow(session: PlanSession, { vm, host, vnic }: Placed): PathSet | null {
  if (vm === null || host === null || vnic === null) return null;
  const judged = session.judge.judge(vm, host).vnics.find((one) => one.vnic.id === vnic.id);
  return judged?.outlook.now ?? null;
}

function goneRecord(kind: TableKind): Refusal {
  return new Refusal('edit.unknown-field', `This ${words(kind)} is no longer in the plan.`);
}

function noSuchField(kind: TableKind, field: string): Refusal {
  return new Refusal('edit.unknown-field', `A ${words(kind)} has no property “${field}”.`);
}

function words(kind: TableKind): string {
  return kind === 'vm' ? RECORD_LABELS.vm : RECORD_LABELS[kind].toLowerCase();
}
