/** Cuts texts to a width for the canvas, at whole graphemes, and remembers the result. */

const MOST_REMEMBERED = 8000;
const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export type Measure = (text: string) => number;

/** The text, or as much of it as fits with an ellipsis; empty when not even that fits. */
export function fitText(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  let fits = 0;
  let tooMany = parts.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(`${parts.slice(0, middle).join('')}…`) <= width) fits = middle;
    else tooMany = middle;
  }
  return fits === 0 ? '' : `${parts.slice(0, fits).join('').trimEnd()}…`;
}

/** True when the first letter belongs to a script that is written from right to left. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

export interface Fitted {
  readonly text: string;
  /** What the cut text takes, in pixels. */
  readonly width: number;
}

export interface TextFitter {
  fit(ctx: CanvasRenderingContext2D, text: string, width: number): Fitted;
  clear(): void;
}

export function makeTextFitter(): TextFitter {
  const remembered = new Map<string, Fitted>();
  return {
    fit(ctx, text, width) {
      const key = `${ctx.font}|${Math.floor(width)}|${text}`;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      const cut = fitText(text, width, (part) => ctx.measureText(part).width);
      const fitted = { text: cut, width: ctx.measureText(cut).width };
      remembered.set(key, fitted);
      return fitted;
    },
    clear: () => remembered.clear(),
  };
}
