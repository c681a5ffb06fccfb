/** What the command line touches of the world, so that it can run inside a test as well. */
import type { Step } from '../session/steps';

export interface CommandIo {
  /** Resolves when there is room for more: big output waits for a slow reader. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  /** Progress of long work, for somebody who watches; may do nothing. */
  readonly progress: (step: Step) => void;
  /**
   * Has `act` called, once, when the person asks to stop (Ctrl-C); until then, nothing else happens on
   * it. @returns what ends that
   */
  readonly onInterrupt: (act: () => void) => () => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths are from here. */
  readonly folder: string;
  /** Where the app's `package.json` lies, for starting Electron on it. */
  readonly projectFolder: string;
  readonly now: () => Date;
}

/**
 * 0 done; 1 a `--require` condition does not hold; 2 unusable input or usage; 130 stopped with
 * Ctrl-C, as shells number it.
 */
export type ExitCode = 0 | 1 | 2 | 130;

/** The command was called in a way that it does not understand. */
export class UsageError extends Error {
  readonly next: string;
  constructor(message: string, next: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
    this.next = next;
  }
}

/** Runs work in steps to its end and tells how far it is. */
export function finishWith<R>(io: CommandIo, work: Generator<Step, R>): R {
  let next = work.next();
  while (!next.done) {
    io.progress(next.value);
    next = work.next();
  }
  return next.value;
}
