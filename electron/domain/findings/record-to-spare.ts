import type { NamedRecord, PlacedRecord } from '../../../shared/model/report';
import { WAIVER_KINDS, type WaiverKind } from '../../../shared/model/waiver';

/** The record that a waiver of a cause names: the thing at fault, or the VM itself. */
export function recordToSpare(
  subject: PlacedRecord | null,
  vm: NamedRecord,
): { readonly recordKind: WaiverKind; readonly recordId: string } {
  if (subject !== null) {
    const recordKind = WAIVER_KINDS.find((kind) => kind === subject.kind);
    if (recordKind !== undefined) return { recordKind, recordId: subject.id };
  }
  return { recordKind: 'vm', recordId: vm.id };
}
