/** The parts of the window that F6 walks through, in the order in which they stand. */
const PARTS = ['header', 'nav', 'main', 'aside[aria-label="Inspector"]', 'footer'];

const FOCUSABLE = [
  '[data-panel]',
  '[role="grid"][tabindex="0"]',
  '[aria-current="page"]',
  '[role="tab"][tabindex="0"]',
  'button:not(:disabled)',
  'input:not(:disabled)',
  '[tabindex="0"]',
];

/** Moves the focus into the next part (1) or the one before (−1) that has anything to focus. */
export function focusPart(step: -1 | 1): void {
  const parts = PARTS.flatMap((part) => document.querySelector<HTMLElement>(part) ?? []);
  const now = parts.findIndex((part) => part.contains(document.activeElement));
  const start = now < 0 && step < 0 ? 0 : now;
  for (let away = 1; away <= parts.length; away += 1) {
    const part = parts[(start + step * away + parts.length * 2) % parts.length];
    const target = part === undefined ? null : firstIn(part);
    if (target !== null) {
      target.focus();
      return;
    }
  }
}

/** Puts the focus into the view: its grid where it has one. */
export function focusMain(): void {
  const main = document.querySelector<HTMLElement>('main');
  if (main !== null) firstIn(main)?.focus();
}

/** Puts the focus into the search field of the view, when it has one. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main input[data-search]');
  field?.focus();
  field?.select();
}

function firstIn(part: HTMLElement): HTMLElement | null {
  for (const selector of FOCUSABLE) {
    const found = part.querySelector<HTMLElement>(selector);
    if (found !== null) return found;
  }
  return null;
}
