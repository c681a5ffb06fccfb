/**
 * A cell of the matrix in one byte, so that what is in view crosses between processes cheaply:
 * bits 0–2 outcome (index into `CELL_OUTCOMES`), bits 3–5 path (index into `DATAPATHS`, 7: no
 * vNIC), bit 6 warned, bit 7 waived. No cell has an outcome of 6 or 7.
 */
import { type Cell, DATAPATHS, OUTCOMES } from './verdict';

const CELL_OUTCOMES = [...OUTCOMES, 'here'] as const;
const NO_PATH = 7;

export function packCell(cell: Cell): number {
  const path = cell.path === null ? NO_PATH : DATAPATHS.indexOf(cell.path);
  const marks = (cell.warned ? 64 : 0) | (cell.waived ? 128 : 0);
  return CELL_OUTCOMES.indexOf(cell.outcome) | (path << 3) | marks;
}

/** @throws RangeError when the byte was not made by `packCell` */
export function unpackCell(byte: number): Cell {
  const outcome = CELL_OUTCOMES[byte & 7];
  const pathIndex = (byte >> 3) & 7;
  const path = pathIndex === NO_PATH ? null : DATAPATHS[pathIndex];
  if (outcome === undefined || path === undefined) throw new RangeError(`not a cell: ${byte}`);
  const cell = { outcome, path, warned: (byte & 64) !== 0 };
  return (byte & 128) === 0 ? cell : { ...cell, waived: true };
}
