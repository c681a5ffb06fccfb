import Box from '@mui/material/Box';
import type { Size } from './use-viewport';

export interface Hover {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly lines: readonly string[];
}

const WIDTH = 280;
const OFFSET = 16;

/** The words for what is under the pointer, shown after a moment's rest. */
export function HoverNote({ hover, room }: { hover: Hover; room: Size }) {
  const isLeft = hover.x + OFFSET + WIDTH > room.width;
  const isAbove = hover.y + 120 > room.height;
  return (
    <Box
      aria-hidden="true"
      sx={{
        position: 'absolute',
        zIndex: 2,
        left: isLeft ? undefined : hover.x + OFFSET,
        right: isLeft ? room.width - hover.x + OFFSET : undefined,
        top: isAbove ? undefined : hover.y + OFFSET,
        bottom: isAbove ? room.height - hover.y + OFFSET : undefined,
        maxWidth: WIDTH,
        px: 2.5,
        py: 1.5,
        borderRadius: 1,
        pointerEvents: 'none',
        typography: 'caption',
        overflowWrap: 'anywhere',
        color: 'text.primary',
        bgcolor: 'background.paper',
        border: (theme) => `1px solid ${theme.hues.strongLine}`,
        boxShadow: '0 4px 14px rgb(0 0 0 / 0.14)',
      }}
    >
      <Box sx={{ fontWeight: 600 }}>{hover.title}</Box>
      {hover.lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Box>
  );
}
