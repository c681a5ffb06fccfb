/** Facts that sources disagree about, until a later import agrees. */
import { Refusal } from '../../../shared/fault';
import type { ConflictChoice, StoredConflict } from '../../../shared/model/conflict';
import type { Estate } from '../../../shared/model/estate';
import type { ImportConflict } from '../../../shared/model/import';
import { factsById, recordKey } from '../../domain/import/facts-by-id';
import { damagedRow } from './damage';
import { editKey, type FactEdit } from './estate-store';
import type { RowSource } from './plan-state';
import type { Row, RowChange } from './rows';

/**
 * The changes that note an import's conflicts. Those of former imports go where the new one speaks
 * of the same fact and agrees with itself.
 * @param imported  what the new import alone says
 */
export function conflictChanges(
  source: RowSource,
  conflicts: readonly ImportConflict[],
  imported: Estate,
): RowChange[] {
  const fresh = new Map(conflicts.map((one) => [conflictId(one), one]));
  const former = source.all('import_conflict').map((row) => ({ row, conflict: parse(row) }));
  const isSaid = former.length === 0 ? () => false : knownFacts(imported);
  const gone = former
    .filter(({ row, conflict }) => !fresh.has(String(row.id)) && isSaid(conflict))
    .map(({ row }): RowChange => ({ table: 'import_conflict', key: String(row.id), row: null }));
  const added = [...fresh].map(
    ([id, conflict], position): RowChange => ({
      table: 'import_conflict',
      key: id,
      row: { id, position, conflict: JSON.stringify(conflict) },
    }),
  );
  return [...gone, ...added];
}

/** Open ones first. */
export function loadConflicts(source: RowSource, edits: readonly FactEdit[]): StoredConflict[] {
  const byKey = new Map(edits.map((edit) => [editKey(edit), edit]));
  return source
    .all('import_conflict')
    .map((row): StoredConflict => {
      const conflict = parse(row);
      const id = String(row.id);
      return { ...conflict, id, choice: choiceOf(conflict, byKey.get(id)) };
    })
    .sort((a, b) => Number(a.choice !== null) - Number(b.choice !== null));
}

/** @throws Refusal `conflict.unknown` */
export function oneConflict(conflicts: readonly StoredConflict[], id: string): StoredConflict {
  const found = conflicts.find((one) => one.id === id);
  if (found === undefined) {
    throw new Refusal('conflict.unknown', 'The sources no longer disagree about this.');
  }
  return found;
}

function conflictId({ recordKind, recordId, field }: ImportConflict): string {
  return editKey({ kind: recordKind, recordId, field });
}

function choiceOf(conflict: ImportConflict, edit: FactEdit | undefined): ConflictChoice | null {
  if (edit === undefined) return null;
  const value = JSON.stringify(edit.value);
  if (value === JSON.stringify(conflict.kept.value)) return 'kept';
  return value === JSON.stringify(conflict.other.value) ? 'other' : 'own';
}

/** Whether an estate has a value for the fact that a conflict is about. */
function knownFacts(estate: Estate): (conflict: ImportConflict) => boolean {
  const facts = factsById(estate);
  return ({ recordKind, recordId, field }) =>
    facts.get(recordKey(recordKind, recordId))?.[field]?.state === 'known';
}

function parse(row: Row): ImportConflict {
  try {
    return JSON.parse(String(row.conflict)) as ImportConflict;
  } catch (cause) {
    throw damagedRow(row, cause);
  }
}
