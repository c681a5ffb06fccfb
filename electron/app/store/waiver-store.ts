/** Reasons set aside, as rows of the plan file. */
import type { Waiver, WaiverKind, WaiverSubject } from '../../../shared/model/waiver';
import { waiverKey } from '../../../shared/model/waiver';
import type { RowSource } from './plan-state';
import type { RowChange } from './rows';

/** Newest first. */
export function loadWaivers(source: RowSource): Waiver[] {
  return source
    .all('waiver')
    .map((row) => ({
      ruleId: String(row.rule_id),
      recordKind: row.record_kind as WaiverKind | null,
      recordId: row.record_id as string | null,
      note: String(row.note),
      setAt: String(row.set_at),
    }))
    .sort((a, b) => b.setAt.localeCompare(a.setAt) || waiverKey(a).localeCompare(waiverKey(b)));
}

/** Sets the waiver, in place of one about the same. */
export function setWaiver(waiver: Waiver): RowChange {
  const id = waiverKey(waiver);
  return {
    table: 'waiver',
    key: id,
    row: {
      id,
      rule_id: waiver.ruleId,
      record_kind: waiver.recordKind,
      record_id: waiver.recordId,
      note: waiver.note,
      set_at: waiver.setAt,
    },
  };
}

export function removeWaiver(subject: WaiverSubject): RowChange {
  return { table: 'waiver', key: waiverKey(subject), row: null };
}
