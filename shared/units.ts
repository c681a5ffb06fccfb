/**
 * Quantities with their unit in the type, so that a rate is never taken for a size.
 *
 * Brands vanish at every border (JSON, SQL, IPC); there the unit stands in the name instead
 * (`memoryBytes`, `link_bits_per_second`). Only the constructors of this file cast.
 */
declare const unit: unique symbol;
export type Quantity<U extends string> = number & { readonly [unit]: U };

export type Bytes = Quantity<'bytes'>;
export type BitsPerSecond = Quantity<'bits/s'>;
export type Megahertz = Quantity<'MHz'>;
export type Milliseconds = Quantity<'ms'>;

/** @throws RangeError when `n` is not a whole number of bytes that a double holds exactly */
export function bytes(n: number): Bytes {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a byte count: ${n}`);
  return n as Bytes;
}

/** @throws RangeError when `n` is negative or not finite */
export function bitsPerSecond(n: number): BitsPerSecond {
  if (!Number.isFinite(n) || n < 0) throw new RangeError(`not a bit rate: ${n}`);
  return n as BitsPerSecond;
}

/** Decimal gigabits, as links are named: 10 → 10,000,000,000 bit/s. */
export function gigabitsPerSecond(n: number): BitsPerSecond {
  return bitsPerSecond(Math.round(n * 1e9));
}

/** Binary gibibytes, as memory is sold: 1 → 1,073,741,824 bytes. */
export function gibibytes(n: number): Bytes {
  return bytes(Math.round(n * 1024 ** 3));
}

/** @throws RangeError when `n` is negative or not finite */
export function megahertz(n: number): Megahertz {
  if (!Number.isFinite(n) || n < 0) throw new RangeError(`not a clock rate: ${n}`);
  return n as Megahertz;
}

/** @throws RangeError when `n` is negative or not finite */
export function milliseconds(n: number): Milliseconds {
  if (!Number.isFinite(n) || n < 0) throw new RangeError(`not a duration: ${n}`);
  return n as Milliseconds;
}
