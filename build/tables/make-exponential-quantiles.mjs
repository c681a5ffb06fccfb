// @ts-check
/**
 * Makes the table of quantiles from which exponential times are drawn:
 * `node build/tables/make-exponential-quantiles.mjs`, then format.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Cells of the unit interval, and how many of them the table covers. */
const CELLS = 1024;
const COVERED = (CELLS * 15) / 16;
const SCALE = 2 ** 40;

/** −ln(1 − i/1024) in units of 2^-40, for i = 0 … 960. */
export function exponentialQuantiles() {
  return Array.from({ length: COVERED + 1 }, (_, i) => Math.round(-Math.log1p(-i / CELLS) * SCALE));
}

/** @returns {string} the data file */
function dataFile() {
  return `/**
 * Quantiles of the exponential distribution with mean 1: −ln(1 − i/1024) in units of 2^-40, for
 * i = 0 … 960. Shipped as whole numbers, so that no draw hangs on a platform's logarithm.
 *
 * Made by build/tables/make-exponential-quantiles.mjs; change that, not this file.
 */
export const EXPONENTIAL_QUANTILES: readonly number[] = [${exponentialQuantiles().join(', ')}];
`;
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, '../../electron/domain/simulator/draws');
  writeFileSync(join(folder, 'exponential-quantiles.ts'), dataFile());
}
