import { type RefObject, useEffect, useRef } from 'react';
import { type Layout, type Place, scrollTo } from './geometry';
import type { Size } from './use-viewport';

/** Brings the cursor into view when it goes to a new place, and only then: people look around. */
export function useScrollToCursor(
  scroller: RefObject<HTMLElement | null>,
  layout: Layout | null,
  size: Size | null,
  cursor: Place | null,
): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (layout === null || size === null || element === null) return;
    const name = cursor === null ? null : `${cursor.row} ${cursor.column}`;
    if (shown.current === name) return;
    shown.current = name;
    if (cursor === null) return;
    const { scrollTop, scrollLeft } = element;
    const target = scrollTo(layout, { scrollTop, scrollLeft, ...size }, cursor);
    element.scrollTop = target.scrollTop;
    element.scrollLeft = target.scrollLeft;
  });
}
