/** A table of many rows of one height, of which only those in view are in the page. */
import Box from '@mui/material/Box';
import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface Column {
  readonly title: string;
  /** A track of CSS grid: `minmax(0, 2fr)`, `96px`. */
  readonly track: string;
  readonly isRight?: boolean;
}

export interface RowTableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly rowHeight: number;
  /** The table never gets narrower than this; it scrolls sideways instead. */
  readonly leastWidth: number;
  /** One value per column; `null`: on its way. */
  readonly row: (at: number) => readonly ReactNode[] | null;
  /** Tells which rows are in view, for those that come in pages. */
  readonly onView?: (first: number, end: number) => void;
}

const HEAD_HEIGHT = 32;
/** Rows beyond the edges, so that scrolling a little shows no gap. */
const SPARE = 4;

export function RowTable(props: RowTableProps) {
  const { label, columns, rowCount, rowHeight, leastWidth, row, onView } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, end: 20 });
  const first = Math.max(Math.min(view.first, rowCount) - SPARE, 0);
  const end = Math.min(view.end + SPARE, rowCount);
  const tracks = columns.map(({ track }) => track).join(' ');

  const follow = () => {
    const element = scroller.current;
    if (element === null) return;
    const next = {
      first: Math.floor(element.scrollTop / rowHeight),
      end: Math.ceil((element.scrollTop + element.clientHeight) / rowHeight),
    };
    setView((now) => (now.first === next.first && now.end === next.end ? now : next));
    onView?.(next.first, Math.min(next.end, rowCount));
  };
  const latestFollow = useRef(follow);
  latestFollow.current = follow;
  // A window that grows shows more rows without anyone scrolling.
  useEffect(() => {
    if (scroller.current === null) return;
    const observer = new ResizeObserver(() => latestFollow.current());
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  const line = {
    display: 'grid',
    gridTemplateColumns: tracks,
    columnGap: 4,
    px: 4,
    alignItems: 'center',
  } as const;

  return (
    <Box
      ref={scroller}
      tabIndex={0}
      role="table"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      onScroll={follow}
      sx={{
        height: '100%',
        overflow: 'auto',
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 1, minWidth: leastWidth }}>
        <Box
          role="row"
          aria-rowindex={1}
          sx={{
            ...line,
            height: HEAD_HEIGHT,
            typography: 'overline',
            color: 'text.secondary',
            bgcolor: 'background.default',
            borderBottom: 1,
            borderColor: (theme) => theme.hues.strongLine,
          }}
        >
          {columns.map(({ title, isRight }) => (
            <Box
              key={title}
              role="columnheader"
              sx={{ textAlign: isRight ? 'right' : 'left', textTransform: 'none' }}
            >
              {title}
            </Box>
          ))}
        </Box>
      </Box>
      <Box
        role="rowgroup"
        sx={{ position: 'relative', minWidth: leastWidth, height: rowCount * rowHeight }}
      >
        {Array.from({ length: Math.max(end - first, 0) }, (_, step) => first + step).map((at) => (
          <Box
            key={at}
            role="row"
            aria-rowindex={at + 2}
            sx={{
              ...line,
              position: 'absolute',
              top: at * rowHeight,
              left: 0,
              right: 0,
              height: rowHeight,
              borderBottom: 1,
              borderColor: 'divider',
              '&:hover': { bgcolor: (theme) => theme.hues.hover },
            }}
          >
            {(row(at) ?? columns.map(() => '…')).map((value, column) => (
              <Box
                key={columns[column]?.title}
                role="cell"
                sx={{
                  minWidth: 0,
                  ...(columns[column]?.isRight
                    ? { textAlign: 'right', fontVariantNumeric: 'tabular-nums' }
                    : {}),
                }}
              >
                {value}
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
