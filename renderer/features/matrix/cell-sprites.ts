/**
 * Cells drawn once per look and copied from then on: a screen of thousands of cells is then
 * thousands of copies and no path is stroked while scrolling.
 */
import { unpackCell } from '../../../shared/model/cell';
import type { Cell } from '../../../shared/model/verdict';
import type { Hues } from '../../app/hues';
import {
  ASIDE_SHAPES,
  OUTCOME_SHAPES,
  PATH_SHAPES,
  WARNED_SHAPE,
} from '../../components/symbols/shapes';
import { PENDING } from './cell-store';
import { drawShape } from './draw-shape';

export interface SpriteLook {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly hues: Hues;
  readonly fontFamily: string;
}

export interface CellSprites {
  of(byte: number): HTMLCanvasElement;
}

const SYMBOL = 14;
const GAP = 3;

export function makeCellSprites(look: SpriteLook): CellSprites {
  const sprites = new Map<number, HTMLCanvasElement>();
  return {
    of(byte) {
      const known = sprites.get(byte);
      if (known !== undefined) return known;
      const sprite = paintSprite(byte, look);
      sprites.set(byte, sprite);
      return sprite;
    },
  };
}

function paintSprite(byte: number, look: SpriteLook): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(look.width * look.scale);
  canvas.height = Math.round(look.height * look.scale);
  const ctx = canvas.getContext('2d');
  if (ctx === null) return canvas;
  ctx.scale(canvas.width / look.width, canvas.height / look.height);
  if (byte === PENDING) paintPending(ctx, look);
  else paintCell(ctx, unpackCell(byte), look);
  return canvas;
}

/** A quiet hatch: the answer is on its way. */
function paintPending(ctx: CanvasRenderingContext2D, { width, height, hues }: SpriteLook): void {
  ctx.beginPath();
  ctx.rect(1, 1, width - 2, height - 2);
  ctx.clip();
  ctx.strokeStyle = hues.pending;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let x = -height; x < width; x += 6) {
    ctx.moveTo(x, height);
    ctx.lineTo(x + height, 0);
  }
  ctx.stroke();
}

function paintCell(ctx: CanvasRenderingContext2D, cell: Cell, look: SpriteLook): void {
  const { width, height, hues } = look;
  if (cell.outcome === 'here') {
    paintHere(ctx, look);
  } else {
    const { ink, tint } = hues.outcome[cell.outcome];
    if (tint !== hues.paper) {
      ctx.fillStyle = tint;
      ctx.fillRect(0.5, 0.5, width - 1, height - 1);
    }
    const path = showsPath(cell) ? cell.path : null;
    const wide = path === null ? SYMBOL : SYMBOL * 2 + GAP;
    const x = (width - wide) / 2;
    const y = (height - SYMBOL) / 2;
    drawShape(ctx, OUTCOME_SHAPES[cell.outcome], { x, y, size: SYMBOL, colour: ink });
    if (path !== null) {
      drawShape(ctx, PATH_SHAPES[path], {
        x: x + SYMBOL + GAP,
        y,
        size: SYMBOL,
        colour: hues.path[path],
      });
    }
  }
  if (cell.waived) paintBrackets(ctx, cell, look);
  // What a refused move would have to watch out for is no news on the map; the inspector has it.
  if (cell.warned && cell.outcome !== 'blocked') {
    drawShape(ctx, WARNED_SHAPE, {
      x: width - 9.5,
      y: 1.5,
      size: 8,
      colour: hues.outcome['falls-back'].ink,
    });
  }
}

/** Around the symbols: some of the reasons are set aside. */
function paintBrackets(
  ctx: CanvasRenderingContext2D,
  cell: Cell,
  { width, height, hues }: SpriteLook,
): void {
  const inner = showsPath(cell) && cell.path !== null ? SYMBOL * 2 + GAP : SYMBOL;
  const out = Math.min(inner / 2 + 3, width / 2 - 4);
  const y = (height - SYMBOL - 2) / 2;
  const look = { y, size: SYMBOL + 2, colour: hues.quietText };
  drawShape(ctx, ASIDE_SHAPES.left, { ...look, x: width / 2 - out - 8 });
  drawShape(ctx, ASIDE_SHAPES.right, { ...look, x: width / 2 + out - 8 });
}

/** The path is told where it differs from the present one, which the row's head shows. */
function showsPath({ outcome }: Cell): boolean {
  return outcome === 'falls-back' || outcome === 'improves';
}

function paintHere(
  ctx: CanvasRenderingContext2D,
  { width, height, hues, fontFamily }: SpriteLook,
): void {
  ctx.fillStyle = hues.sunken;
  ctx.fillRect(0.5, 0.5, width - 1, height - 1);
  ctx.fillStyle = hues.quietText;
  ctx.font = `550 11px ${fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText('here', width / 2, height / 2 + 0.5);
}
