import { useEffect, useState } from 'react';

/** False until the font can be drawn on a canvas, which does not wait for it by itself. */
export function useFontReady(fontFamily: string): boolean {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const done = () => {
      if (isCurrent) setIsReady(true);
    };
    // Without the font its stand-in is drawn, which is no reason to wait.
    Promise.all([document.fonts.load(`450 13px ${fontFamily}`), document.fonts.ready]).then(
      done,
      done,
    );
    return () => {
      isCurrent = false;
    };
  }, [fontFamily]);
  return isReady;
}
