import type { Fault } from '../../../shared/fault';
import type { Store } from './store';

/** A short message at the edge of the window: something was done, or was refused. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'refused';
  readonly message: string;
  /** What to do next; may be empty. */
  readonly next: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export type Notify = (notice: Omit<Notice, 'id'>) => void;

export function makeNotify(store: Store<readonly Notice[]>): Notify {
  let lastId = 0;
  return (notice) => {
    lastId += 1;
    const added = { id: lastId, ...notice };
    // The same words twice in a row are said once.
    store.update((notices) => [
      ...notices.filter(({ message }) => message !== notice.message).slice(-2),
      added,
    ]);
  };
}

/** A fault as a notice; trying again is offered where it may help. */
export function noticeOf(fault: Fault, retry?: () => void): Omit<Notice, 'id'> {
  const reference = fault.reference === undefined ? '' : ` Reference: ${fault.reference}.`;
  return {
    tone: 'refused',
    message: fault.message,
    next: `${fault.next}${reference}`.trim(),
    ...(fault.retryable && retry ? { action: { label: 'Retry', run: retry } } : {}),
  };
}
