/** How well a text answers what was typed; plain arithmetic, fast enough for every name of a plan. */

/**
 * @param wanted  lower case, without spaces at its ends
 * @returns       the higher the better; `null` when its letters do not occur in this order
 */
export function fuzzyScore(wanted: string, text: string): number | null {
  if (wanted === '') return 0;
  const lower = text.toLowerCase();
  const whole = lower.indexOf(wanted);
  if (whole === 0) return 1000 - text.length;
  if (whole > 0) return (isWordStart(lower, whole) ? 800 : 600) - whole - text.length / 100;
  return scattered(wanted, lower);
}

/** Letters in order but apart: near ones and those that begin a word count more. */
function scattered(wanted: string, lower: string): number | null {
  let at = -1;
  let score = 300;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    const next = lower.indexOf(letter, at + 1);
    if (next < 0) return null;
    const gap = next - at - 1;
    score -= isWordStart(lower, next) ? Math.min(gap, 2) : gap * 2;
    at = next;
  }
  return score - lower.length / 100;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[\s\-_.:/]/.test(text[at - 1] ?? '');
}
