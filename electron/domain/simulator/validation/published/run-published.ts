import type { Engine } from '../../run-result';
import { type PublishedCase, type PublishedRow, rowOf } from './published-case';

/** Runs the cases one after the other; yields how much is done, from 0 to 1. */
export function* runPublished(
  engine: Engine,
  cases: readonly PublishedCase[],
): Generator<number, PublishedRow[]> {
  const rows: PublishedRow[] = [];
  for (const [index, one] of cases.entries()) {
    const steps = engine(one.network());
    for (;;) {
      const step = steps.next();
      if (step.done) {
        rows.push(rowOf(one, step.value));
        break;
      }
      yield (index + step.value) / cases.length;
    }
  }
  return rows;
}
