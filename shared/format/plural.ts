import { formatNumber } from './quantity';

/**
 * A count with its noun: `counted(1, 'host')` → "1 host", `counted(1200, 'VM')` → "1,200 VMs".
 * @param plural  where adding an "s" is not enough: `counted(2, 'switch', 'switches')`
 */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** The noun or verb that fits a count: `chosen(1, 'falls', 'fall')` → "falls". */
export function chosen(count: number, singular: string, plural: string): string {
  return count === 1 ? singular : plural;
}

/** Joins words as a sentence does: "a", "a and b", "a, b and c". */
export function joined(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
