import { type RefObject, useEffect, useRef } from 'react';

/**
 * Puts the focus into a field when its dialog opens, after the dialog has taken it for itself.
 * `autoFocus` alone loses that race when effects run twice, as they do in development.
 */
export function useFirstFocus<E extends HTMLElement>(): RefObject<E | null> {
  const field = useRef<E>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return field;
}
