/** The rows of a catalogue table: sortable heads, one row selected, arrow keys to walk. */
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CatalogueRow, CatalogueTable } from '../../../shared/model/catalogue';
import { ONE_LINE } from '../../components/clip';
import type { Arrangement } from './arrange-rows';

export interface CatalogueGridProps {
  readonly table: CatalogueTable;
  readonly rows: readonly CatalogueRow[];
  readonly shownColumns: readonly string[];
  readonly arrangement: Arrangement;
  readonly selectedKey: string | null;
  readonly onSort: (key: string) => void;
  readonly onSelect: (key: string) => void;
}

const ROW_HEIGHT = 32;
const HEAD_HEIGHT = 32;
const SPARE = 6;

/** Where a column's kind does not tell how wide it has to be. */
const TRACKS: Readonly<Record<string, string>> = {
  model: 'minmax(140px, 2fr)',
  name: 'minmax(140px, 2fr)',
  item: 'minmax(140px, 2fr)',
  releaseIds: 'minmax(140px, 2fr)',
  maxSpeedGbps: '132px',
  vmQueuesPerPort: '128px',
  sriov: '64px',
  confidence: '88px',
  vendor: 'minmax(72px, 0.7fr)',
};

interface Head {
  readonly key: string;
  readonly title: string;
  readonly track: string;
  readonly isRight: boolean;
  readonly textOf: (row: CatalogueRow) => string;
}

export function CatalogueGrid(props: CatalogueGridProps) {
  const { table, rows, arrangement, selectedKey, onSort, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const heads = headsOf(props);
  const line = {
    display: 'grid',
    gridTemplateColumns: heads.map(({ track }) => track).join(' '),
    columnGap: 3,
    px: 4,
    alignItems: 'center',
    minWidth: heads.length * 104,
  } as const;
  const follow = () => {
    const element = scroller.current;
    if (element !== null) setView({ top: element.scrollTop, height: element.clientHeight });
  };
  const latestFollow = useRef(follow);
  latestFollow.current = follow;
  useEffect(() => {
    if (scroller.current === null) return;
    const observer = new ResizeObserver(() => latestFollow.current());
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  const at = rows.findIndex(({ key }) => key === selectedKey);
  const walk = (event: KeyboardEvent) => {
    const page = Math.max(Math.floor(view.height / ROW_HEIGHT) - 2, 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const wanted = steps[event.key];
    if (wanted === undefined || rows.length === 0) return;
    event.preventDefault();
    const next = Math.min(Math.max(wanted, 0), rows.length - 1);
    const row = rows[next];
    if (row === undefined) return;
    onSelect(row.key);
    const element = scroller.current;
    if (element === null) return;
    const top = next * ROW_HEIGHT;
    const room = element.clientHeight - HEAD_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (element.scrollTop + room < top + ROW_HEIGHT) {
      element.scrollTop = top + ROW_HEIGHT - room;
    }
  };

  const first = Math.max(Math.floor(view.top / ROW_HEIGHT) - SPARE, 0);
  const end = Math.min(Math.ceil((view.top + view.height) / ROW_HEIGHT) + SPARE, rows.length);
  return (
    <Box
      ref={scroller}
      role="grid"
      aria-label={table.title}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={first <= at && at < end ? `catalogue-row-${rows[at]?.key}` : undefined}
      tabIndex={0}
      onKeyDown={walk}
      onScroll={follow}
      sx={{ height: '100%', overflow: 'auto', '&:focus-visible': { outlineOffset: -2 } }}
    >
      <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 1 }}>
        <Box
          role="row"
          aria-rowindex={1}
          sx={{
            ...line,
            height: HEAD_HEIGHT,
            bgcolor: 'background.default',
            borderBottom: 1,
            borderColor: (theme) => theme.hues.strongLine,
          }}
        >
          {heads.map(({ key, title, isRight }) => (
            <Box
              key={key}
              role="columnheader"
              aria-sort={
                arrangement.sortBy === key
                  ? arrangement.isDescending
                    ? 'descending'
                    : 'ascending'
                  : 'none'
              }
              sx={{ minWidth: 0, textAlign: isRight ? 'right' : 'left' }}
            >
              <ButtonBase
                onClick={() => onSort(key)}
                sx={{
                  typography: 'overline',
                  textTransform: 'none',
                  color: 'text.secondary',
                  whiteSpace: 'nowrap',
                  gap: 1,
                }}
              >
                {title}
                {arrangement.sortBy === key ? (
                  arrangement.isDescending ? (
                    <ArrowDown size={12} aria-hidden />
                  ) : (
                    <ArrowUp size={12} aria-hidden />
                  )
                ) : null}
              </ButtonBase>
            </Box>
          ))}
        </Box>
      </Box>
      <Box role="rowgroup" sx={{ position: 'relative', height: rows.length * ROW_HEIGHT }}>
        {rows.slice(first, end).map((row, step) => {
          const isSelected = row.key === selectedKey;
          return (
            <Box
              key={row.key}
              id={`catalogue-row-${row.key}`}
              role="row"
              aria-rowindex={first + step + 2}
              aria-selected={isSelected}
              onClick={() => onSelect(row.key)}
              sx={{
                ...line,
                position: 'absolute',
                top: (first + step) * ROW_HEIGHT,
                left: 0,
                right: 0,
                height: ROW_HEIGHT,
                cursor: 'default',
                borderBottom: 1,
                borderColor: 'divider',
                bgcolor: isSelected ? (theme) => theme.hues.accentTint : 'transparent',
                '&:hover': {
                  bgcolor: (theme) => (isSelected ? theme.hues.accentTint : theme.hues.hover),
                },
              }}
            >
              {heads.map(({ key, isRight, textOf }) => (
                <Box
                  key={key}
                  role="gridcell"
                  title={
                    key === 'uses' ? 'Records of this plan that the row describes' : textOf(row)
                  }
                  sx={{
                    ...ONE_LINE,
                    minWidth: 0,
                    ...(isRight ? { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } : {}),
                    ...(textOf(row) === '' ? { color: 'text.secondary' } : {}),
                  }}
                >
                  <bdi>{textOf(row) === '' ? 'not known' : textOf(row)}</bdi>
                </Box>
              ))}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

function headsOf({ table, rows, shownColumns }: CatalogueGridProps): readonly Head[] {
  const heads: Head[] = [
    {
      key: 'origin',
      title: 'From',
      track: '72px',
      isRight: false,
      textOf: ({ own }) => (own ? 'Own row' : 'Shipped'),
    },
  ];
  if (rows.some(({ uses }) => uses !== null)) {
    heads.push({
      key: 'uses',
      title: 'Matches',
      track: '72px',
      isRight: true,
      textOf: ({ uses }) => String(uses ?? ''),
    });
  }
  for (const key of shownColumns) {
    const at = table.columns.findIndex((column) => column.key === key);
    const column = table.columns[at];
    if (column === undefined) continue;
    const isRight = column.kind === 'number';
    heads.push({
      key,
      title: column.unit === null ? column.title : `${column.title}, ${column.unit}`,
      track: TRACKS[key] ?? (isRight ? '104px' : 'minmax(80px, 1fr)'),
      isRight,
      textOf: ({ cells }) => cells[at] ?? '',
    });
  }
  return heads;
}
