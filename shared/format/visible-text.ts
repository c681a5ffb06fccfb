/**
 * Imported text made safe to show: characters that act on a terminal or reorder the text around
 * them are written out, so that a hostile name can neither hide nor disguise anything. Letters of
 * all scripts, emoji and joiners stay as they are.
 */
export function visibleText(text: string): string {
  return text.replace(ACTING, (one) => {
    const code = one.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** Controls except tab and line feed, bidirectional controls, line separators, byte order mark. */
const ACTING = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
