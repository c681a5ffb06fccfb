/** The matrix itself: a canvas over a natively scrolling element that also holds its twin. */
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { EstateIndex } from '../../../shared/model/plan';
import type { VmSummary } from '../../../shared/model/verdict';
import { NO_SELECTION, type Selection } from '../../app/state/selection';
import { FONT_FAMILY } from '../../app/theme';
import { CLIPPED } from '../../components/clip';
import type { Arrangement } from './arrange';
import type { CellSource } from './cell-source';
import { makeCellSprites } from './cell-sprites';
import { PENDING } from './cell-store';
import { contentSize, type Place, placeAt, type Viewport, visibleRange } from './geometry';
import { HoverNote } from './HoverNote';
import { hoverWords, rowWords } from './hover-words';
import { keyMeaning } from './key-meaning';
import { MatrixTwin, spanWith, twinCellId } from './MatrixTwin';
import { paintMatrix } from './paint';
import { placeOf, selectionAt } from './selection-place';
import { makeTextFitter } from './text-fit';
import { useAnnouncement } from './use-announcement';
import { useFontReady } from './use-font-ready';
import { useHover } from './use-hover';
import { useLayout } from './use-layout';
import { useScrollToCursor } from './use-scroll-to-cursor';
import { useFrame, useInnerSize, usePixelRatio } from './use-viewport';

export interface MatrixGridProps {
  readonly index: EstateIndex;
  readonly arrangement: Arrangement;
  readonly summaries: ReadonlyMap<string, VmSummary>;
  readonly source: CellSource;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection, isWalk: boolean) => void;
  readonly onOpen: () => void;
  readonly onCopy: (what: 'selected' | 'table') => void;
}

const TWIN_REST = 160;

export function MatrixGrid(props: MatrixGridProps) {
  const { index, arrangement, summaries, source, selection, onSelect, onOpen, onCopy } = props;
  const { hues } = useTheme();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useInnerSize(scroller);
  const ratio = usePixelRatio();
  const isFontReady = useFontReady(FONT_FAMILY);
  const layout = useLayout(arrangement, size, FONT_FAMILY, isFontReady);
  const [settled, setSettled] = useState({ scrollTop: 0, scrollLeft: 0 });

  const hostPlaces = useMemo(() => {
    const places = new Map(index.hosts.map((host, place) => [host.id, place]));
    return arrangement.hosts.map((host) => places.get(host.id) ?? 0);
  }, [index.hosts, arrangement.hosts]);
  const hostNames = useMemo(
    () => new Map(index.hosts.map(({ id: hostId, name }) => [hostId as string, name])),
    [index.hosts],
  );
  const vmIds = useMemo(() => arrangement.vms.map((vm) => vm.id), [arrangement.vms]);
  const columnWidth = layout?.columnWidth ?? 0;
  const rowHeight = layout?.rowHeight ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: sprites hold text, so they wait for the font
  const sprites = useMemo(
    () =>
      makeCellSprites({
        width: columnWidth,
        height: rowHeight,
        scale: ratio,
        hues,
        fontFamily: FONT_FAMILY,
      }),
    [columnWidth, rowHeight, ratio, hues, isFontReady],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what fits depends on the font
  const texts = useMemo(makeTextFitter, [isFontReady]);

  const cursor = placeOf(arrangement, selection);
  const read = (row: number, column: number): number => {
    const vm = arrangement.vms[row];
    const host = hostPlaces[column];
    return vm === undefined || host === undefined ? PENDING : source.read(vm.id, host);
  };
  const words = { arrangement, summaries, hostNames, read };
  const viewportNow = (): Viewport => ({
    scrollTop: scroller.current?.scrollTop ?? 0,
    scrollLeft: scroller.current?.scrollLeft ?? 0,
    width: size?.width ?? 0,
    height: size?.height ?? 0,
  });

  const hover = useHover(
    (place) => hoverWords(words, place),
    () => requestDraw(),
  );

  const requestDraw = useFrame(() => {
    const ctx = canvas.current?.getContext('2d', { alpha: false });
    if (!ctx || layout === null || size === null) return;
    const viewport = viewportNow();
    source.want({ layout, range: visibleRange(layout, viewport), vmIds, hosts: hostPlaces });
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintMatrix(ctx, {
      layout,
      viewport,
      arrangement,
      hostPlaces,
      hostNames,
      summaries,
      readCell: source.read,
      namesStand: layout.namesStand,
      cursor,
      hover: hover.place.current,
      hues,
      sprites,
      texts,
      fontFamily: FONT_FAMILY,
    });
  });

  // Every render may have changed what the drawing depends on; it is drawn once per frame at most.
  useEffect(requestDraw);

  useScrollToCursor(scroller, layout, size, cursor);

  // The twin follows when scrolling rests, and takes the cells that came in meanwhile.
  const twinTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(twinTimer.current), []);
  const refreshTwinSoon = useRef(() => {
    clearTimeout(twinTimer.current);
    twinTimer.current = setTimeout(() => {
      const { scrollTop = 0, scrollLeft = 0 } = scroller.current ?? {};
      setSettled({ scrollTop, scrollLeft });
    }, TWIN_REST);
  }).current;
  const onScroll = () => {
    requestDraw();
    hover.hide();
    refreshTwinSoon();
  };
  useEffect(
    () =>
      source.onCells(() => {
        requestDraw();
        refreshTwinSoon();
      }),
    [source, requestDraw, refreshTwinSoon],
  );

  const placeUnder = (
    event: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>,
  ): Place | null => {
    if (layout === null) return null;
    const box = event.currentTarget.getBoundingClientRect();
    return placeAt(layout, viewportNow(), event.clientX - box.left, event.clientY - box.top);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (layout === null) return;
    const meant = keyMeaning(event, layout, viewportNow(), cursor);
    if (meant === null) return;
    event.preventDefault();
    if (meant.kind === 'copy') onCopy(meant.what);
    else if (meant.kind === 'open') onOpen();
    else if (meant.kind === 'clear') onSelect(NO_SELECTION, false);
    else onSelect(selectionAt(arrangement, meant.place), true);
  };

  const content = layout === null ? { width: 0, height: 0 } : contentSize(layout);
  const twinViewport = { ...settled, width: size?.width ?? 0, height: size?.height ?? 0 };
  const twinRange = layout === null ? null : visibleRange(layout, twinViewport);
  const cursorByte = cursor === null ? PENDING : read(cursor.row, cursor.column);
  const announcement = useAnnouncement(
    cursor === null ? null : hoverWords(words, cursor),
    cursor !== null && cursor.row >= 0 && cursor.column >= 0 && cursorByte === PENDING,
  );

  return (
    <Box sx={{ position: 'relative', flex: 1, minHeight: 0, minWidth: 0, overflow: 'hidden' }}>
      <Box
        ref={scroller}
        id={id}
        role="grid"
        tabIndex={0}
        aria-label="Where each VM can move"
        aria-rowcount={arrangement.vms.length + 1}
        aria-colcount={arrangement.hosts.length + 1}
        aria-activedescendant={cursor === null ? undefined : twinCellId(id, cursor)}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          hover.pointAt(placeUnder(event), event.clientX - box.left, event.clientY - box.top);
        }}
        onPointerLeave={() => hover.pointAt(null)}
        onClick={(event) => {
          const place = placeUnder(event);
          if (place !== null) onSelect(selectionAt(arrangement, place), false);
        }}
        onDoubleClick={(event) => {
          if (placeUnder(event) !== null) onOpen();
        }}
        sx={{
          position: 'absolute',
          inset: 0,
          overflow: 'auto',
          cursor: 'default',
          '&:focus-visible': { outline: 'none' },
          '&:focus-visible + canvas': { outline: `2px solid ${hues.accent}`, outlineOffset: -2 },
        }}
      >
        {layout === null || twinRange === null ? null : (
          <MatrixTwin
            id={id}
            layout={layout}
            viewport={twinViewport}
            arrangement={arrangement}
            rows={spanWith(twinRange.firstRow, twinRange.endRow, cursor?.row)}
            columns={spanWith(twinRange.firstColumn, twinRange.endColumn, cursor?.column)}
            cursor={cursor}
            read={read}
            rowLabel={(row) => rowWords(words, row)}
          />
        )}
        <div role="presentation" style={{ width: content.width, height: content.height }} />
      </Box>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without a tab index takes no focus */}
      <canvas
        ref={canvas}
        aria-hidden="true"
        width={Math.round((size?.width ?? 0) * ratio)}
        height={Math.round((size?.height ?? 0) * ratio)}
        style={{
          position: 'absolute',
          left: 0,
          top: 0,
          width: size?.width ?? 0,
          height: size?.height ?? 0,
          pointerEvents: 'none',
        }}
      />
      {hover.note !== null && size !== null ? <HoverNote hover={hover.note} room={size} /> : null}
      <Box role="status" aria-live="polite" sx={CLIPPED}>
        {announcement}
      </Box>
    </Box>
  );
}
