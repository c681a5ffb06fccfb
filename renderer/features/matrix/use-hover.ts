import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Place } from './geometry';
import type { Hover } from './HoverNote';

const REST = 450;

export interface UsedHover {
  /** What is under the pointer; changes without drawing the component again. */
  readonly place: RefObject<Place | null>;
  /** The words about it, once the pointer rests. */
  readonly note: Hover | null;
  readonly pointAt: (place: Place | null, x?: number, y?: number) => void;
  readonly hide: () => void;
}

/** Follows the pointer over the matrix: the crosshair at once, the words after a moment's rest. */
export function useHover(
  wordsOf: (place: Place) => Pick<Hover, 'title' | 'lines'> | null,
  onChange: () => void,
): UsedHover {
  const place = useRef<Place | null>(null);
  const [note, setNote] = useState<Hover | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latestWords = useRef(wordsOf);
  latestWords.current = wordsOf;
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    place,
    note,
    hide: () => setNote(null),
    pointAt(next, x = 0, y = 0) {
      clearTimeout(timer.current);
      if (next?.row !== place.current?.row || next?.column !== place.current?.column) {
        place.current = next;
        setNote(null);
        onChange();
      }
      if (next === null) return;
      timer.current = setTimeout(() => {
        const words = latestWords.current(next);
        if (words !== null) setNote({ x, y, ...words });
      }, REST);
    },
  };
}
