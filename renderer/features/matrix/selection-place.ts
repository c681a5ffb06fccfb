/** Between what is selected (ids) and where the cursor stands (row and column). */
import type { Selection } from '../../app/state/selection';
import type { Arrangement } from './arrange';
import type { Place } from './geometry';

/** `null` when nothing is selected, or when it is not among what is shown. */
export function placeOf(
  { rowOf, columnOf }: Arrangement,
  { vmId, hostId }: Selection,
): Place | null {
  const row = vmId === null ? -1 : rowOf.get(vmId);
  const column = hostId === null ? -1 : columnOf.get(hostId);
  if (row === undefined || column === undefined) return null;
  return row === -1 && column === -1 ? null : { row, column };
}

export function selectionAt({ vms, hosts }: Arrangement, { row, column }: Place): Selection {
  return { vmId: vms[row]?.id ?? null, hostId: hosts[column]?.id ?? null };
}
