/** Runs work step by step to its end, and says the same at each step. */
export function* steadily<S, R>(work: Generator<unknown, R>, saying: S): Generator<S, R> {
  let next = work.next();
  while (!next.done) {
    yield saying;
    next = work.next();
  }
  return next.value;
}
