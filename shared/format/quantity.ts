/**
 * Numbers with their unit, as people read them: the same on screen, in reports and on the command
 * line. English grouping and decimal point everywhere, because the words around them are English
 * and a report must read the same on every machine.
 */

const NARROW_STEP = 1000;
const BINARY_STEP = 1024;
const RATE_UNITS = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'] as const;
const SIZE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const threeDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** A plain number with grouped thousands and at most two decimals: 12345.678 → "12,345.68". */
export function formatNumber(value: number): string {
  return grouped.format(value);
}

/**
 * A rate in bits per second, decimal as links are named, three digits: 3.94e9 → "3.94 Gbit/s".
 * @param bitsPerSecond  ≥ 0
 */
export function formatBitRate(bitsPerSecond: number): string {
  return scaled(bitsPerSecond, NARROW_STEP, RATE_UNITS);
}

/**
 * A size in bytes, binary steps under the names that Windows and PowerShell use
 * (1 GB = 1024³ bytes), three digits. Below 10 KB the exact count, because that is where frames
 * and packets live: 9014 → "9,014 B".
 * @param sizeBytes  ≥ 0
 */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < 10 * BINARY_STEP) return `${formatNumber(sizeBytes)} B`;
  return scaled(sizeBytes, BINARY_STEP, SIZE_UNITS);
}

/** A share in whole percent; never "100 %" before it is all, never "0 %" when there is some. */
export function formatShare(fraction: number): string {
  const percent = Math.round(fraction * 100);
  if (fraction > 0 && percent === 0) return '< 1 %';
  if (fraction < 1 && percent === 100) return '> 99 %';
  return `${percent} %`;
}

/** Picks the largest unit that leaves at least 1, and the next one when rounding reaches it. */
function scaled(value: number, step: number, units: readonly string[]): string {
  let amount = value;
  let index = 0;
  while (roundToThreeDigits(amount) >= step && index < units.length - 1) {
    amount /= step;
    index += 1;
  }
  const text = amount >= 1000 ? formatNumber(Math.round(amount)) : threeDigits.format(amount);
  return `${text} ${units[index]}`;
}

function roundToThreeDigits(value: number): number {
  return value < 1000 ? Number(value.toPrecision(3)) : Math.round(value);
}
