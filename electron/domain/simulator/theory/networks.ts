import { mm1 } from './single-server';

/**
 * What arrives at every station, by λ_i = γ_i + Σ_j λ_j p_ji.
 * @param outside  γ: arrivals from outside, by station
 * @param routing  routing[j][i]: what share of the departures of j goes to i; the rest leaves
 * @throws RangeError  when something goes round for ever
 */
export function trafficRates(
  outside: readonly number[],
  routing: readonly (readonly number[])[],
): number[] {
  const size = outside.length;
  // Gauss–Jordan on (I − Pᵀ) λ = γ, the largest pivot first.
  const rows = outside.map((rate, i) => [
    ...outside.map((_, j) => (i === j ? 1 : 0) - (routing[j]?.[i] ?? 0)),
    rate,
  ]);
  for (let column = 0; column < size; column++) {
    const candidates = rows.slice(column).map((row) => Math.abs(row[column] as number));
    const largest = Math.max(...candidates);
    if (largest < 1e-12) throw new RangeError('packets go round for ever');
    const at = column + candidates.indexOf(largest);
    const pivot = rows[at] as number[];
    rows[at] = rows[column] as number[];
    rows[column] = pivot.map((value) => value / (pivot[column] as number));
    for (const [i, row] of rows.entries()) {
      const factor = row[column] as number;
      if (i === column || factor === 0) continue;
      rows[i] = row.map((value, j) => value - factor * (rows[column]?.[j] as number));
    }
  }
  return rows.map((row) => row[size] as number);
}

/** A station of a Jackson network: one server with exponential service. */
export interface Station {
  readonly arrivalRate: number;
  readonly serviceRate: number;
}

export interface NetworkMeans {
  /** L: packets in the whole network, Σ ρ_i/(1−ρ_i). */
  readonly inside: number;
  /** W: from entering to leaving, L by what enters. */
  readonly stay: number;
}

/**
 * A Jackson network: every station is an M/M/1 by itself.
 * @param entering  what enters the network per unit of time
 * @throws RangeError  when a station cannot keep up
 * @see Jackson, Networks of waiting lines, Operations Research 5, 1957
 */
export function jackson(stations: readonly Station[], entering: number): NetworkMeans {
  const inside = stations.reduce(
    (sum, { arrivalRate, serviceRate }) => sum + mm1(arrivalRate, serviceRate).inside,
    0,
  );
  return { inside, stay: inside / entering };
}

/** Stations in a row, all passed by everything that enters: W = Σ 1/(μ_i−λ). */
export function tandem(arrivalRate: number, serviceRates: readonly number[]): NetworkMeans {
  return jackson(
    serviceRates.map((serviceRate) => ({ arrivalRate, serviceRate })),
    arrivalRate,
  );
}
