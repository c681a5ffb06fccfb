/**
 * The word that was probably meant: the one with the fewest other letters, or else with the most
 * parts in common (`migrationsNowRunning` and `migrationsRunning`).
 * @returns `null` when none is close enough
 */
export function suggestion(word: string, words: readonly string[]): string | null {
  const wanted = bareWord(word);
  let best: string | null = null;
  let bestDistance = Math.max(wanted.length < 4 ? 1 : 2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of words) {
    const lower = bareWord(candidate);
    const distance =
      lower.startsWith(wanted) && 3 <= wanted.length
        ? 1
        : editDistance(wanted, lower, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? mostAlike(word, words);
}

/** The word with the most parts of four letters and more in common. */
function mostAlike(word: string, words: readonly string[]): string | null {
  const wanted = partsOf(word);
  let best: string | null = null;
  let most = 0;
  for (const candidate of words) {
    const common = partsOf(candidate).filter((part) => wanted.includes(part)).length;
    if (common <= most) continue;
    best = candidate;
    most = common;
  }
  return best;
}

/** `migrationsRunning` has the parts `migration` and `running`. */
function partsOf(word: string): readonly string[] {
  return word
    .split(/(?=[A-Z])|[\s_-]+/)
    .map((part) => part.toLowerCase().replace(/s$/, ''))
    .filter((part) => 4 <= part.length);
}

/** Levenshtein distance; anything from `limit` on counts as `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (limit <= Math.abs(a.length - b.length) || 60 < a.length) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? limit) + 1,
          (current[column - 1] ?? limit) + 1,
          (previous[column - 1] ?? limit) + substitution,
        ),
      );
    }
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}

/** `iov_weight`, `IOV-Weight` and `iovWeight` are one word. */
export function bareWord(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}
