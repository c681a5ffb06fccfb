import Box from '@mui/material/Box';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useStore } from '../../app/state/store';
import { useApp } from '../../app/state/use-app';
import { LEAST_WIDTH, mostWidthIn, resizedBy, withinBounds } from './pane-width';

/** The right-hand pane; its edge moves with the pointer and with the arrow keys, and is remembered. */
export function InspectorPane({ children }: { children: ReactNode }) {
  const { state } = useApp();
  const remembered = useStore(state.settings).inspectorWidthPixels;
  const [wish, setWish] = useState(remembered);
  const room = useWindowWidth();
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);
  useEffect(() => setWish(remembered), [remembered]);
  const width = withinBounds(wish, room);

  const keep = (next: number) => {
    setWish(next);
    if (next !== remembered) state.changeSettings({ inspectorWidthPixels: next });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = resizedBy(event.key, width, room);
    if (next === null) return;
    event.preventDefault();
    keep(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (grip.current === null) return;
    setWish(withinBounds(grip.current.width + grip.current.x - event.clientX, room));
  };
  const onPointerUp = () => {
    if (grip.current === null) return;
    grip.current = null;
    keep(width);
  };

  return (
    <Box
      component="aside"
      aria-label="Inspector"
      sx={{
        position: 'relative',
        width,
        flexShrink: 0,
        bgcolor: 'background.paper',
        borderLeft: 1,
        borderColor: 'divider',
      }}
    >
      <Box
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the inspector"
        aria-valuemin={LEAST_WIDTH}
        aria-valuemax={Math.max(mostWidthIn(room), LEAST_WIDTH)}
        aria-valuenow={width}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onLostPointerCapture={onPointerUp}
        sx={{
          position: 'absolute',
          zIndex: 2,
          left: -4,
          top: 0,
          bottom: 0,
          width: 7,
          cursor: 'col-resize',
          touchAction: 'none',
          '&:hover, &:focus-visible, &:active': { bgcolor: 'primary.main', opacity: 0.6 },
          '&:focus-visible': { outline: 'none', opacity: 1 },
        }}
      />
      {children}
    </Box>
  );
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const onResize = () => setWidth(window.innerWidth);
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return width;
}
