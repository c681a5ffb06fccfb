import { Refusal } from '../../../../shared/fault';
import type { OwnRowTable } from '../../../../shared/model/catalogue';
import {
  type CatalogueUses,
  catalogueTable,
  catalogueUses,
  ownKey,
} from '../../../domain/catalogue/browse';
import { type OwnRowTypes, readOwnRow } from '../../../domain/catalogue/own-tables';
import type { Judge } from '../../../domain/verdict/judge';
import type { PlanSession } from '../plan-session';
import type { HandlersOf } from './handler';

const MOST_USES = 50;
const MOST_OWN_ROWS = 1000;

export const catalogueMethods: HandlersOf<
  'catalogue.table' | 'catalogue.uses' | 'catalogue.set-row' | 'catalogue.remove-row'
> = {
  'catalogue.table': ({ judge }, { table }) =>
    catalogueTable(table, judge.catalogue, usesOf(judge)),
  'catalogue.uses': ({ judge }, { table, key }) => {
    const uses = usesOf(judge)[table]?.get(key) ?? [];
    return { total: uses.length, uses: uses.slice(0, MOST_USES) };
  },
  'catalogue.set-row': (session, { table, key, typed }) => {
    const read = readOwnRow(table, typed);
    if (!read.ok) return { state: null, problems: [...read.problems] };
    const { row } = read;
    const before = key === null ? null : ownRowOf(session, table, key);
    const own = session.judge.catalogue.own[table];
    if (row.id !== before?.id && own.some(({ id }) => id === row.id)) {
      return { state: null, problems: [taken(row.id)] };
    }
    if (before === null && MOST_OWN_ROWS <= own.length) {
      const message = `A plan has room for ${MOST_OWN_ROWS} own rows in a table.`;
      return { state: null, problems: [{ column: 'id', message }] };
    }
    const verb = before === null ? 'Add' : 'Change';
    session.setOwnRow(`${verb} own catalogue row “${nameOf(row)}”`, table, row, before?.id ?? null);
    return { state: session.state, problems: [] };
  },
  'catalogue.remove-row': (session, { table, key }) => {
    const row = ownRowOf(session, table, key);
    session.removeOwnRow(`Remove own catalogue row “${nameOf(row)}”`, table, row.id);
    return session.state;
  },
};

/** Worked out once per state of the estate. */
const kept = new WeakMap<Judge, CatalogueUses>();

function usesOf(judge: Judge): CatalogueUses {
  let uses = kept.get(judge);
  if (uses === undefined) {
    uses = catalogueUses(judge.estate, judge.catalogue);
    kept.set(judge, uses);
  }
  return uses;
}

function ownRowOf<T extends OwnRowTable>(
  session: PlanSession,
  table: T,
  key: string,
): OwnRowTypes[T] {
  const rows = session.judge.catalogue.own[table] as readonly OwnRowTypes[T][];
  const row = rows.find(({ id }) => ownKey(id) === key);
  if (row !== undefined) return row;
  throw new Refusal('catalogue.unknown-row', 'This own row is no longer in the plan.');
}

function taken(id: string) {
  const message = `Another own row has the id “${id}”: type one that is free.`;
  return { column: 'id', message };
}

function nameOf(row: OwnRowTypes[OwnRowTable]): string {
  return 'model' in row ? `${row.vendor} ${row.model}` : row.name;
}
