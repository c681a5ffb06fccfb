import { Refusal } from '../../../shared/fault';
import type { Row } from './rows';

/** What a damaged plan is refused with. */
export const DAMAGE_ADVICE =
  'Restore the plan from a backup, or import the files of your hosts again.';

/** A row that SQLite finds whole but that does not hold what Portolan wrote. */
export function damagedRow(row: Row, cause: unknown): Refusal {
  const what = typeof row.name === 'string' ? `“${row.name}”` : `a row of it (${String(row.id)})`;
  return new Refusal(
    'plan.damaged',
    `The plan is damaged: what it holds about ${what} cannot be read.`,
    DAMAGE_ADVICE,
    { cause },
  );
}
