import type { Pool } from '../model/pool';
import { formatNumber } from './quantity';

/** "31 of 32, 1 free, 2 idle"; says what is not known instead of guessing it. */
export function poolWords({ capacity, used, idle }: Omit<Pool, 'name'>): string {
  const held = idle === undefined || idle === 0 ? '' : `, ${formatNumber(idle)} idle`;
  if (capacity === null && used === null) return 'not known';
  if (capacity === null) return `${formatNumber(used ?? 0)} of an unknown number${held}`;
  if (capacity === 0) return 'none here';
  if (used === null) return `${formatNumber(capacity)}, use not known${held}`;
  const free = Math.max(capacity - used, 0);
  return `${formatNumber(used)} of ${formatNumber(capacity)}, ${free === 0 ? 'none' : formatNumber(free)} free${held}`;
}
