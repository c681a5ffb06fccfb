/** What a key means in a table; plain arithmetic without a page around it. */

export interface Place {
  /** −1: the heads of the columns. */
  readonly row: number;
  readonly column: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are in view at once. */
  readonly page: number;
}

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type KeyMeaning =
  | { readonly does: 'go'; readonly to: Place; readonly extends: boolean }
  | { readonly does: 'resize'; readonly step: -1 | 1 }
  | {
      readonly does:
        | 'enter'
        | 'edit'
        | 'select-all'
        | 'copy'
        | 'toggle'
        | 'menu'
        | 'clear'
        | 'unknown';
    };

/** `null`: the key means nothing here. */
export function keyMeaning(key: Key, at: Place, extent: Extent): KeyMeaning | null {
  const withControl = key.ctrlKey || key.metaKey;
  if (key.altKey) return null;
  if (at.row < 0 && key.shiftKey && !withControl) {
    if (key.key === 'ArrowLeft') return { does: 'resize', step: -1 };
    if (key.key === 'ArrowRight') return { does: 'resize', step: 1 };
  }
  switch (key.key) {
    case 'Enter':
      return { does: 'enter' };
    case 'F2':
      return { does: 'edit' };
    case 'Escape':
      return { does: 'clear' };
    case 'Delete':
      return withControl || key.shiftKey ? null : { does: 'unknown' };
    case ' ':
      return { does: 'toggle' };
    case 'ContextMenu':
      return { does: 'menu' };
    case 'F10':
      return key.shiftKey ? { does: 'menu' } : null;
    case 'a':
    case 'A':
      return withControl ? { does: 'select-all' } : null;
    case 'c':
    case 'C':
      return withControl ? { does: 'copy' } : null;
  }
  const to = goal(key.key, withControl, at, extent);
  return to === null ? null : { does: 'go', to: within(to, extent), extends: key.shiftKey };
}

function goal(key: string, withControl: boolean, at: Place, extent: Extent): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: withControl ? 0 : at.row - 1 };
    case 'ArrowDown':
      return { ...at, row: withControl ? extent.rows - 1 : at.row + 1 };
    case 'ArrowLeft':
      return { ...at, column: withControl ? 0 : at.column - 1 };
    case 'ArrowRight':
      return { ...at, column: withControl ? extent.columns - 1 : at.column + 1 };
    case 'PageUp':
      return { ...at, row: Math.max(at.row - extent.page, 0) };
    case 'PageDown':
      return { ...at, row: at.row + extent.page };
    case 'Home':
      return withControl ? { row: 0, column: 0 } : { ...at, column: 0 };
    case 'End':
      return withControl
        ? { row: extent.rows - 1, column: extent.columns - 1 }
        : { ...at, column: extent.columns - 1 };
    default:
      return null;
  }
}

export function within({ row, column }: Place, { rows, columns }: Extent): Place {
  return {
    row: Math.min(Math.max(row, -1), rows - 1),
    column: Math.min(Math.max(column, 0), Math.max(columns - 1, 0)),
  };
}
