/** Figures of simulations as people read them. */
import { formatNumber } from '../../../shared/format/quantity';

const UNITS = [
  ['ns', 1],
  ['µs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
] as const;

/** Three digits and a unit; a dash for what there is none of. */
export function timeWords(nanoseconds: number | null): string {
  if (nanoseconds === null) return '–';
  const rounded = Number(nanoseconds.toPrecision(3));
  const [unit, size] = UNITS.findLast(([, least]) => least <= rounded) ?? UNITS[0];
  return `${digits(nanoseconds / size)} ${unit}`;
}

/** Packets in a second, three digits; whole, and grouped by thousands. */
export function rateWords(packetsPerS: number): string {
  return packetsPerS < 100 ? digits(packetsPerS) : formatNumber(Math.round(packetsPerS));
}

export function percentWords(share: number): string {
  return `${digits(share * 100)} %`;
}

export function countWords(count: number): string {
  return formatNumber(count);
}

export function meanWords(mean: number | null): string {
  return mean === null ? '–' : digits(mean);
}

/** Three digits that count. */
function digits(value: number): string {
  const short = Number(value.toPrecision(3));
  return Math.abs(short) < 1 ? String(short) : formatNumber(short);
}
