/**
 * What a request may be refused with: a code that is never renamed or reused, one sentence for
 * people, and what to do next. A refusal is a value, so that a caller can tell it from an empty
 * answer.
 */
export const FAULT_CODES = [
  'ipc.untrusted-sender',
  'ipc.bad-request',
  'file.unreadable',
  'file.too-large',
  'plan.not-open',
  'plan.not-a-plan',
  'plan.too-new',
  'plan.damaged',
  'plan.busy',
  'plan.not-found',
  'plan.read-only',
  'edit.nothing-to-undo',
  'edit.nothing-to-redo',
  'edit.unknown-field',
  'edit.bad-value',
  'edit.no-such-moment',
  'snapshot.unknown',
  'conflict.unknown',
  'catalogue.unknown-row',
  'verdict.unknown-vm',
  'verdict.unknown-host',
  'job.unknown',
  'app.bug',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export interface Fault {
  readonly code: FaultCode;
  /** One sentence that names the thing first. */
  readonly message: string;
  /** What the user can do next; empty when there is nothing. */
  readonly next: string;
  /** True when trying again later may work (disk full, database locked). */
  readonly retryable: boolean;
  /** For `app.bug`: the reference under which the log has the whole story. */
  readonly reference?: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

/** A refusal on its way to the edge of the program, where it becomes a `Reply`. */
export class Refusal extends Error {
  readonly fault: Fault;
  constructor(
    code: FaultCode,
    message: string,
    next = '',
    options: { retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'Refusal';
    this.fault = { code, message, next, retryable: options.retryable ?? false };
  }
}
