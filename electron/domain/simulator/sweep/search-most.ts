/**
 * The greatest value with which something still holds, by halving what lies between one that holds
 * and one that does not. It finds one such place; if there are several, nobody knows which.
 */

export interface Search {
  /** Where to begin; without a `to`, doubled or halved until it turns. */
  readonly from: number;
  readonly to: number | null;
  /** It stops when the two lie so close, as a share of the greater one. */
  readonly precision: number;
}

export type Answer = 'holds' | 'fails' | 'impossible';

export interface Most {
  /** Null when it never held. */
  readonly holds: number | null;
  /** The smallest value seen that does not hold; null when none was seen. */
  readonly fails: number | null;
}

/** Doublings or halvings before it gives up. */
const GREATEST_TURNS = 40;

/** Yields the values to try; each is to be answered. */
export function* searchMost({ from, to, precision }: Search): Generator<number, Most, Answer> {
  const isWhole = Number.isInteger(from) && (to === null || Number.isInteger(to));
  const first = yield from;
  let holds = first === 'holds' ? from : null;
  let fails = first === 'holds' ? null : from;
  if (to !== null) {
    if (holds === null) return { holds, fails };
    if ((yield to) === 'holds') return { holds: to, fails: null };
    fails = to;
  } else {
    for (let turn = 0; turn < GREATEST_TURNS && (holds === null || fails === null); turn++) {
      const value = holds === null ? rounded((fails ?? from) / 2, isWhole) : holds * 2;
      if (value === 0 || value === fails) break;
      const answer = yield value;
      if (answer === 'holds') holds = value;
      else if (answer === 'fails') fails = value;
      else if (holds === null) fails = value;
      // What cannot be run is no failure of what can: the value found last stands.
      else break;
    }
  }
  while (
    holds !== null &&
    fails !== null &&
    precision * Math.abs(fails) < Math.abs(fails - holds)
  ) {
    const value = rounded((holds + fails) / 2, isWhole);
    if (value === holds || value === fails) break;
    if ((yield value) === 'holds') holds = value;
    else fails = value;
  }
  return { holds, fails };
}

function rounded(value: number, isWhole: boolean): number {
  return isWhole ? Math.floor(value) : Number(value.toPrecision(6));
}
