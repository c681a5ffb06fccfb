/** Holds an engine against theory and against what others measured. */
import type { Engine } from '../run-result';
import type { PublishedRow } from './published/published-case';
import { publishedCases } from './published/published-cases';
import { runPublished } from './published/run-published';
import { runTheory, type TheoryRow, type TheoryRun } from './run-theory';
import { theoryCases } from './theory-cases';

export interface Validation {
  readonly theory: readonly TheoryRow[];
  readonly published: readonly PublishedRow[];
}

/** Theory takes nearly all of the time. */
const THEORY_SHARE = 0.9;

/** Yields how much is done, from 0 to 1. */
export function* validate(engine: Engine, run: TheoryRun): Generator<number, Validation> {
  const byTheory = runTheory(engine, theoryCases, run);
  let theory: readonly TheoryRow[] | null = null;
  while (theory === null) {
    const step = byTheory.next();
    if (step.done) theory = step.value;
    else yield step.value.progress * THEORY_SHARE;
  }
  const byTables = runPublished(engine, publishedCases);
  for (;;) {
    const step = byTables.next();
    if (step.done) return { theory, published: step.value };
    yield THEORY_SHARE + step.value * (1 - THEORY_SHARE);
  }
}
