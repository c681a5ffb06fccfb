import type { HypervSource } from './hyperv-records';
import { hypervSourceTable } from './tables';

/** Title and address of a source that a row names; `null` when there is no such source. */
export function findHypervSource(id: string): HypervSource | null {
  return hypervSourceTable.find((source) => source.id === id) ?? null;
}
