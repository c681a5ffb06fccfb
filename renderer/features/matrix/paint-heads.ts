/** The heads of rows (VMs) and columns (hosts, under their cluster). */
import { OUTCOMES, type Outcome, type VmSummary } from '../../../shared/model/verdict';
import { type Hues, portabilityHue } from '../../app/hues';
import { PATH_SHAPES, PORTABILITY_SHAPES } from '../../components/symbols/shapes';
import { drawShape } from './draw-shape';
import type { Range } from './geometry';
import { BAND_HEIGHT, type Scene } from './scene';
import { isRightToLeft } from './text-fit';

const BAR_WIDTH = 40;
const BAR_HEIGHT = 6;
const EDGE = 12;
const NAME_LEFT = 36;

export function paintRowHeads(ctx: CanvasRenderingContext2D, scene: Scene, range: Range): void {
  const { layout, viewport, arrangement, hostNames, summaries, hues, cursor, hover, fontFamily } =
    scene;
  const hostWidth = Math.min(88, layout.headWidth * 0.22);
  const hostRight = layout.headWidth - EDGE - BAR_WIDTH - 30;
  ctx.fillStyle = hues.ground;
  ctx.fillRect(0, layout.headHeight, layout.headWidth, viewport.height);
  ctx.textBaseline = 'middle';
  for (let row = range.firstRow; row < range.endRow; row += 1) {
    const vm = arrangement.vms[row];
    if (vm === undefined) continue;
    const y = layout.headHeight + row * layout.rowHeight - viewport.scrollTop;
    const middle = y + layout.rowHeight / 2;
    paintGround(
      ctx,
      hues,
      {
        isCursor: cursor?.row === row,
        isHover: hover?.row === row,
        isHead: cursor?.row === row && cursor.column === -1,
      },
      0,
      y,
      layout.headWidth,
      layout.rowHeight,
    );
    ctx.fillStyle = hues.line;
    ctx.fillRect(0, y + layout.rowHeight - 1, layout.headWidth, 1);

    const summary = summaries.get(vm.id);
    const [nowPath] = summary?.nowPaths ?? [];
    if (nowPath !== undefined) {
      drawShape(ctx, PATH_SHAPES[nowPath], {
        x: EDGE,
        y: middle - 8,
        size: 16,
        colour: hues.path[nowPath],
      });
    }
    ctx.font = `400 12px ${fontFamily}`;
    ctx.fillStyle = hues.quietText;
    const hostName = vm.hostId === null ? 'no host' : (hostNames.get(vm.hostId) ?? '');
    const hostUses = paintText(ctx, scene, hostName, {
      x: hostRight,
      y: middle,
      width: hostWidth,
      isRightAligned: true,
    });
    ctx.font = `${cursor?.row === row ? 600 : 450} 13px ${fontFamily}`;
    ctx.fillStyle = hues.text;
    paintText(ctx, scene, vm.name, {
      x: NAME_LEFT,
      y: middle,
      width: hostRight - hostUses - 10 - NAME_LEFT,
    });
    if (summary !== undefined)
      paintSummary(ctx, hues, summary, layout.headWidth - EDGE - BAR_WIDTH, middle);
  }
}

/** Whether the VM is portable, and how its outcomes spread over its hosts. */
function paintSummary(
  ctx: CanvasRenderingContext2D,
  hues: Hues,
  summary: VmSummary,
  x: number,
  middle: number,
): void {
  if (summary.portability !== 'portable') {
    drawShape(ctx, PORTABILITY_SHAPES[summary.portability], {
      x: x - 20,
      y: middle - 7,
      size: 14,
      colour: portabilityHue(hues, summary.portability).ink,
    });
  }
  const total = OUTCOMES.reduce((sum, outcome) => sum + summary.counts[outcome], 0);
  if (total === 0) return;
  let left = x;
  for (const outcome of OUTCOMES) {
    const width = (summary.counts[outcome] / total) * BAR_WIDTH;
    if (width === 0) continue;
    paintSegment(ctx, hues, outcome, left, middle - BAR_HEIGHT / 2, width);
    left += width;
  }
}

function paintSegment(
  ctx: CanvasRenderingContext2D,
  hues: Hues,
  outcome: Outcome,
  x: number,
  y: number,
  width: number,
): void {
  const inner = Math.max(width - 1, 1);
  if (outcome === 'undecided') {
    ctx.strokeStyle = hues.outcome.undecided.ink;
    ctx.lineWidth = 1;
    ctx.setLineDash([1.5, 1.5]);
    ctx.strokeRect(x + 0.5, y + 0.5, Math.max(inner - 1, 0.5), BAR_HEIGHT - 1);
    ctx.setLineDash([]);
    return;
  }
  ctx.fillStyle = outcome === 'keeps' ? hues.strongLine : hues.outcome[outcome].ink;
  ctx.fillRect(x, y, inner, BAR_HEIGHT);
}

export function paintColumnHeads(ctx: CanvasRenderingContext2D, scene: Scene, range: Range): void {
  const { layout, viewport, arrangement, hues, cursor, hover, fontFamily } = scene;
  ctx.fillStyle = hues.ground;
  ctx.fillRect(layout.headWidth, 0, viewport.width, layout.headHeight);
  const namesHeight = layout.headHeight - BAND_HEIGHT;
  for (let column = range.firstColumn; column < range.endColumn; column += 1) {
    const host = arrangement.hosts[column];
    if (host === undefined) continue;
    const x = layout.headWidth + column * layout.columnWidth - viewport.scrollLeft;
    paintGround(
      ctx,
      hues,
      {
        isCursor: cursor?.column === column,
        isHover: hover?.column === column,
        isHead: cursor?.column === column && cursor.row === -1,
      },
      x,
      BAND_HEIGHT,
      layout.columnWidth,
      namesHeight,
    );
    ctx.fillStyle = hues.text;
    ctx.font = `${cursor?.column === column ? 600 : 450} 12px ${fontFamily}`;
    ctx.textBaseline = 'middle';
    if (scene.namesStand) {
      ctx.save();
      ctx.translate(x + layout.columnWidth / 2, layout.headHeight - 8);
      ctx.rotate(-Math.PI / 2);
      paintText(ctx, scene, host.name, { x: 0, y: 0, width: namesHeight - 14 });
      ctx.restore();
    } else {
      const { text } = scene.texts.fit(ctx, host.name, layout.columnWidth - 8);
      ctx.direction = isRightToLeft(text) ? 'rtl' : 'ltr';
      ctx.textAlign = 'center';
      ctx.fillText(text, x + layout.columnWidth / 2, BAND_HEIGHT + namesHeight / 2);
    }
    ctx.fillStyle = hues.line;
    ctx.fillRect(x + layout.columnWidth - 1, BAND_HEIGHT, 1, namesHeight);
  }
  paintBands(ctx, scene);
}

/** Cluster names; a name stays in view as long as a part of its band does. */
function paintBands(ctx: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, viewport, arrangement, hues, fontFamily } = scene;
  ctx.font = `600 12px ${fontFamily}`;
  ctx.textBaseline = 'middle';
  for (const band of arrangement.clusters) {
    const start = layout.headWidth + band.firstColumn * layout.columnWidth - viewport.scrollLeft;
    const end = layout.headWidth + band.endColumn * layout.columnWidth - viewport.scrollLeft;
    const left = Math.max(start, layout.headWidth);
    const right = Math.min(end, viewport.width);
    if (right <= left) continue;
    ctx.fillStyle = hues.sunken;
    ctx.fillRect(start, 0, end - start - 1, BAND_HEIGHT - 1);
    ctx.fillStyle = hues.quietText;
    paintText(ctx, scene, band.name ?? 'No cluster', {
      x: left + 8,
      y: BAND_HEIGHT / 2,
      width: right - left - 16,
    });
    ctx.fillStyle = hues.strongLine;
    ctx.fillRect(end - 1, 0, 1, layout.headHeight);
  }
}

interface Look {
  readonly isCursor: boolean;
  readonly isHover: boolean;
  readonly isHead: boolean;
}

function paintGround(
  ctx: CanvasRenderingContext2D,
  hues: Hues,
  { isCursor, isHover, isHead }: Look,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  if (!isCursor && !isHover) return;
  ctx.fillStyle = isCursor ? hues.accentTint : hues.hover;
  ctx.fillRect(x, y, width, height - 1);
  if (!isHead) return;
  ctx.strokeStyle = hues.accent;
  ctx.lineWidth = 2;
  ctx.strokeRect(x + 1, y + 1, width - 3, height - 3);
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isRightAligned?: boolean;
}

/** @returns  the width that the text takes, after it was cut to fit */
function paintText(
  ctx: CanvasRenderingContext2D,
  { texts }: Scene,
  text: string,
  { x, y, width, isRightAligned }: TextPlace,
): number {
  if (width <= 0) return 0;
  const fitted = texts.fit(ctx, text, width);
  ctx.direction = isRightToLeft(text) ? 'rtl' : 'ltr';
  ctx.textAlign = isRightAligned ? 'right' : 'left';
  ctx.fillText(fitted.text, x, y);
  return fitted.width;
}
