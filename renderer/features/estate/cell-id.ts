import type { Place } from './keys';

/** Names a cell or a head in the page, for the grid that says which one is active. */
export function cellId(prefix: string, { row, column }: Place): string {
  return row < 0 ? `${prefix}-head-${column}` : `${prefix}-${row}-${column}`;
}
