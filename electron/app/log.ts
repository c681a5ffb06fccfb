/** Faults for people, and bugs written whole to the log with a reference to find them by. */
import { randomBytes } from 'node:crypto';
import { type Fault, Refusal } from '../../shared/fault';

/** The one place where something thrown becomes a fault. */
export function toFault(thrown: unknown, doing: string): Fault {
  if (thrown instanceof Refusal) return thrown.fault;
  const outage = outageOf(thrown, doing);
  if (outage !== null) return outage;
  const reference = randomBytes(4).toString('hex');
  console.error(`[${reference}] while doing ${doing}:`, thrown);
  return {
    code: 'app.bug',
    message: `Portolan failed at something it should be able to do (${doing}).`,
    next: `Your plan is safe. Please report the reference ${reference}; the log has the details.`,
    retryable: false,
    reference,
  };
}

const OUTAGES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  SQLITE_FULL: 'The disk is full.',
  SQLITE_BUSY: 'The plan is in use by another program.',
  EACCES: 'Access was denied.',
  EPERM: 'Access was denied.',
  EROFS: 'The folder is read-only.',
  SQLITE_READONLY: 'The plan file is read-only.',
  ENOENT: 'The file or folder is not there.',
  EISDIR: 'This is a folder, not a file.',
};

function outageOf(thrown: unknown, doing: string): Fault | null {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const sentence = OUTAGES[code];
  if (sentence === undefined || !(thrown instanceof Error)) return null;
  return {
    code: 'file.unreadable',
    message: `${sentence} (${doing}: ${thrown.message})`,
    next: 'Put that right and try again.',
    retryable: true,
  };
}
