/** How wide the inspector may be, in CSS pixels. */
export const LEAST_WIDTH = 280;
export const MOST_WIDTH = 900;
/** What the rail and a usable view beside it need. */
const LEFT_FOR_THE_VIEW = 640;
const STEP = 16;

export function mostWidthIn(windowWidth: number): number {
  return Math.min(MOST_WIDTH, Math.max(windowWidth - LEFT_FOR_THE_VIEW, LEAST_WIDTH));
}

export function withinBounds(width: number, windowWidth: number): number {
  return Math.round(Math.min(Math.max(width, LEAST_WIDTH), mostWidthIn(windowWidth)));
}

/** The width after a key on the edge; the edge is on the left, so Left makes it wider. */
export function resizedBy(key: string, width: number, windowWidth: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return withinBounds(width + STEP, windowWidth);
    case 'ArrowRight':
      return withinBounds(width - STEP, windowWidth);
    case 'Home':
      return mostWidthIn(windowWidth);
    case 'End':
      return LEAST_WIDTH;
    default:
      return null;
  }
}
