/**
 * Long work in steps: a generator that yields progress. Whoever drives it lets other work in
 * between steps and may stop there; nothing is half done, because results are kept at the end only.
 */
export interface Step {
  /** 0…1, or `null` while the amount of work is not known. */
  readonly fraction: number | null;
  /** What is being done, for people. */
  readonly step: string;
}

export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/**
 * Runs the work for `sliceMilliseconds` at a time and lets events in between. Every partial result
 * is handed on; of progress only what stands at the end of a slice.
 */
export async function runSteps<S extends object, R>(
  work: Generator<S, R>,
  options: {
    readonly onStep: (step: S) => void;
    readonly isCancelled: () => boolean;
    readonly sliceMilliseconds?: number;
  },
): Promise<R> {
  const slice = options.sliceMilliseconds ?? 25;
  try {
    for (;;) {
      const until = performance.now() + slice;
      let next = work.next();
      while (!next.done && performance.now() < until) {
        if ('partial' in next.value) options.onStep(next.value);
        next = work.next();
      }
      if (next.done) return next.value;
      if (options.isCancelled()) throw new Cancelled();
      options.onStep(next.value);
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    // Work that is left before its end puts away what it had begun.
    work.return(undefined as never);
  }
}

/** Runs the work to its end at once, for the command line and for tests. */
export function finish<R>(work: Generator<unknown, R>): R {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
