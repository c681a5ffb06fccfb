import { type Layout, type Place, placeAfter, type Viewport, visibleRange } from './geometry';

export type KeyMeaning =
  | { readonly kind: 'move'; readonly place: Place }
  | { readonly kind: 'copy'; readonly what: 'selected' | 'table' }
  | { readonly kind: 'open' }
  | { readonly kind: 'clear' };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key means in the matrix; `null`: nothing of ours, the key goes its way. */
export function keyMeaning(
  { key, ctrlKey, metaKey, shiftKey, altKey }: Key,
  layout: Layout,
  viewport: Viewport,
  cursor: Place | null,
): KeyMeaning | null {
  if (altKey) return null;
  const withControl = ctrlKey || metaKey;
  if (withControl && key.toLowerCase() === 'c') {
    return { kind: 'copy', what: shiftKey || cursor === null ? 'table' : 'selected' };
  }
  if (key === 'Escape') return cursor === null ? null : { kind: 'clear' };
  if (key === 'Enter') return cursor === null ? null : { kind: 'open' };
  if (cursor === null) {
    // The first arrow key puts the cursor where one is looking; other keys only scroll.
    const { firstRow, firstColumn } = visibleRange(layout, viewport);
    return key.startsWith('Arrow')
      ? { kind: 'move', place: { row: firstRow, column: firstColumn } }
      : null;
  }
  const bodyHeight = viewport.height - layout.headHeight;
  const rowsPerPage = Math.max(Math.floor(bodyHeight / layout.rowHeight) - 1, 1);
  const place = placeAfter(layout, cursor, { key, withControl, rowsPerPage });
  return place === null ? null : { kind: 'move', place };
}
