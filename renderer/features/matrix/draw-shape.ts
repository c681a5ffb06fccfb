import { type Shape, STROKE_WIDTH } from '../../components/symbols/shapes';

const paths = new Map<string, Path2D>();

function pathOf(d: string): Path2D {
  const known = paths.get(d);
  if (known !== undefined) return known;
  const path = new Path2D(d);
  paths.set(d, path);
  return path;
}

/** Draws one of our symbols with its corner at (x, y), `size` pixels wide. */
export function drawShape(
  ctx: CanvasRenderingContext2D,
  shape: Shape,
  { x, y, size, colour }: { x: number; y: number; size: number; colour: string },
): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size / 16, size / 16);
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.fillStyle = colour;
  ctx.strokeStyle = colour;
  for (const stroke of shape) {
    if (stroke.fill) {
      ctx.fill(pathOf(stroke.d));
      continue;
    }
    ctx.lineWidth = stroke.width ?? STROKE_WIDTH;
    ctx.setLineDash([...(stroke.dash ?? [])]);
    ctx.stroke(pathOf(stroke.d));
  }
  ctx.restore();
}
