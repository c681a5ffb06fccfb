/** A row of a published table, and the network that stands for what was measured. */
import type { Network } from '../../network';
import type { RunResult } from '../../run-result';

export interface PublishedCase {
  /** For ever: the table, then the row. */
  readonly id: string;
  /** What was measured, in words, with its unit. */
  readonly title: string;
  readonly source: string;
  /** A row that a cost was set from is no test of it. */
  readonly kind: 'calibration' | 'validation';
  readonly quantity: Quantity;
  readonly published: Published;
  /** Why the row is missed, as far as anybody can say; shown only where it is. */
  readonly reasonForMiss?: string;
  network(): Network;
  /** In the unit of `published`. */
  read(result: RunResult): number;
}

/** A figure, or the range in which those that print it differ. */
export type Published = number | readonly [low: number, high: number];

export type Quantity = 'throughput' | 'processor' | 'median latency' | 'p99 latency' | 'ratio';

/** How far off counts as agreement, as a share of the published figure. */
export const BANDS: Readonly<Record<Quantity, number>> = {
  throughput: 0.1,
  processor: 0.2,
  'median latency': 0.2,
  'p99 latency': 0.35,
  ratio: 0.15,
};

export interface PublishedRow {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly kind: PublishedCase['kind'];
  readonly quantity: Quantity;
  readonly published: Published;
  readonly simulated: number;
  /** Of the simulated from the published figure, as a share of it; from the nearer end of a range. */
  readonly error: number;
  readonly band: number;
  readonly inBand: boolean;
  readonly reasonForMiss: string | null;
}

export function rowOf(one: PublishedCase, result: RunResult): PublishedRow {
  const { id, title, source, kind, quantity, published } = one;
  const simulated = one.read(result);
  const error = errorOf(simulated, published);
  // What a range leaves open is its own tolerance.
  const band = typeof published === 'number' ? BANDS[quantity] : 0;
  const inBand = Math.abs(error) <= band;
  const reasonForMiss = inBand ? null : (one.reasonForMiss ?? 'Not understood');
  return {
    id,
    title,
    source,
    kind,
    quantity,
    published,
    simulated,
    error,
    band,
    inBand,
    reasonForMiss,
  };
}

function errorOf(simulated: number, published: Published): number {
  if (typeof published === 'number') return simulated / published - 1;
  const [low, high] = published;
  if (simulated < low) return simulated / low - 1;
  return simulated > high ? simulated / high - 1 : 0;
}
