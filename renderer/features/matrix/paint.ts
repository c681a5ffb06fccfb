/** Draws the matrix. Called at most once per frame, with only what is in view. */
import { type Range, rectOf, visibleRange } from './geometry';
import { paintColumnHeads, paintRowHeads } from './paint-heads';
import { BAND_HEIGHT, type Scene } from './scene';

export function paintMatrix(ctx: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, viewport, hues } = scene;
  const range = visibleRange(layout, viewport);
  ctx.fillStyle = hues.paper;
  ctx.fillRect(0, 0, viewport.width, viewport.height);

  clipped(ctx, layout.headWidth, layout.headHeight, viewport.width, viewport.height, () => {
    paintCrosshair(ctx, scene);
    paintCells(ctx, scene, range);
    paintLines(ctx, scene, range);
    paintCursor(ctx, scene);
  });
  clipped(ctx, 0, layout.headHeight, layout.headWidth, viewport.height, () =>
    paintRowHeads(ctx, scene, range),
  );
  clipped(ctx, layout.headWidth, 0, viewport.width, layout.headHeight, () =>
    paintColumnHeads(ctx, scene, range),
  );
  paintCorner(ctx, scene);
}

function clipped(
  ctx: CanvasRenderingContext2D,
  left: number,
  top: number,
  right: number,
  bottom: number,
  draw: () => void,
): void {
  if (right <= left || bottom <= top) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
  draw();
  ctx.restore();
}

/** The row and column under the pointer. */
function paintCrosshair(
  ctx: CanvasRenderingContext2D,
  { layout, viewport, hover, hues }: Scene,
): void {
  if (hover === null) return;
  const { x, y } = rectOf(layout, viewport, hover);
  ctx.fillStyle = hues.hover;
  const right = Math.min(
    layout.headWidth + layout.columnCount * layout.columnWidth - viewport.scrollLeft,
    viewport.width,
  );
  const bottom = Math.min(
    layout.headHeight + layout.rowCount * layout.rowHeight - viewport.scrollTop,
    viewport.height,
  );
  if (hover.row >= 0) ctx.fillRect(layout.headWidth, y, right - layout.headWidth, layout.rowHeight);
  if (hover.column >= 0)
    ctx.fillRect(x, layout.headHeight, layout.columnWidth, bottom - layout.headHeight);
}

function paintCells(ctx: CanvasRenderingContext2D, scene: Scene, range: Range): void {
  const { layout, viewport, arrangement, hostPlaces, readCell, sprites } = scene;
  for (let row = range.firstRow; row < range.endRow; row += 1) {
    const vm = arrangement.vms[row];
    if (vm === undefined) continue;
    const y = layout.headHeight + row * layout.rowHeight - viewport.scrollTop;
    for (let column = range.firstColumn; column < range.endColumn; column += 1) {
      const host = hostPlaces[column];
      if (host === undefined) continue;
      const x = layout.headWidth + column * layout.columnWidth - viewport.scrollLeft;
      ctx.drawImage(sprites.of(readCell(vm.id, host)), x, y, layout.columnWidth, layout.rowHeight);
    }
  }
}

/** Hairlines between the rows, stronger ones between clusters. */
function paintLines(ctx: CanvasRenderingContext2D, scene: Scene, range: Range): void {
  const { layout, viewport, arrangement, hues } = scene;
  const right = Math.min(
    layout.headWidth + layout.columnCount * layout.columnWidth - viewport.scrollLeft,
    viewport.width,
  );
  const bottom = Math.min(
    layout.headHeight + layout.rowCount * layout.rowHeight - viewport.scrollTop,
    viewport.height,
  );
  ctx.fillStyle = hues.line;
  for (let row = range.firstRow; row < range.endRow; row += 1) {
    const y = layout.headHeight + (row + 1) * layout.rowHeight - viewport.scrollTop;
    ctx.fillRect(layout.headWidth, y - 1, right - layout.headWidth, 1);
  }
  for (let column = range.firstColumn; column < range.endColumn; column += 1) {
    const x = layout.headWidth + (column + 1) * layout.columnWidth - viewport.scrollLeft;
    ctx.fillRect(x - 1, layout.headHeight, 1, bottom - layout.headHeight);
  }
  ctx.fillStyle = hues.strongLine;
  for (const band of arrangement.clusters) {
    if (band.endColumn >= layout.columnCount) continue;
    const x = layout.headWidth + band.endColumn * layout.columnWidth - viewport.scrollLeft;
    ctx.fillRect(x - 1, layout.headHeight, 1, bottom - layout.headHeight);
  }
}

function paintCursor(
  ctx: CanvasRenderingContext2D,
  { layout, viewport, cursor, hues }: Scene,
): void {
  if (cursor === null || cursor.row < 0 || cursor.column < 0) return;
  const { x, y, width, height } = rectOf(layout, viewport, cursor);
  ctx.strokeStyle = hues.accent;
  ctx.lineWidth = 2;
  ctx.strokeRect(x + 0.5, y + 0.5, width - 2, height - 2);
}

function paintCorner(
  ctx: CanvasRenderingContext2D,
  { layout, viewport, arrangement, hues, fontFamily }: Scene,
): void {
  ctx.fillStyle = hues.ground;
  ctx.fillRect(0, 0, layout.headWidth, layout.headHeight);
  ctx.fillStyle = hues.strongLine;
  ctx.fillRect(0, layout.headHeight - 1, viewport.width, 1);
  ctx.fillRect(layout.headWidth - 1, 0, 1, viewport.height);
  ctx.fillStyle = hues.quietText;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.direction = 'ltr';
  ctx.font = `600 12px ${fontFamily}`;
  const baseline = layout.headHeight - 14;
  ctx.fillText('VM', 36, baseline);
  ctx.textAlign = 'right';
  ctx.fillText('Can go to', layout.headWidth - 12, baseline);
  if (arrangement.clusters.length > 0)
    ctx.fillText('Cluster', layout.headWidth - 12, BAND_HEIGHT / 2);
}
