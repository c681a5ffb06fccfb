/**
 * The symbols for paths, outcomes and marks, drawn on a 16 × 16 grid in one style: strokes of 1.5
 * with round ends. The page draws them as SVG and the matrix as `Path2D`, from the same texts.
 */
import type { Cell, Datapath, Portability } from '../../../shared/model/verdict';

export interface Stroke {
  /** SVG path data. */
  readonly d: string;
  readonly fill?: true;
  readonly width?: number;
  readonly dash?: readonly number[];
}
export type Shape = readonly Stroke[];

const ROUND = 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0 -12.5Z';
const CHEVRON = 'M10.25 3.75L14.5 8L10.25 12.25';

/** Double, single and dashed line; each an arrow, because a path leads somewhere. */
export const PATH_SHAPES: Readonly<Record<Datapath, Shape>> = {
  sriov: [{ d: 'M1.5 6H11.75M1.5 10H11.75' }, { d: CHEVRON }],
  vmdq: [{ d: 'M1.5 8H13.75' }, { d: CHEVRON }],
  software: [{ d: 'M1.5 8H14', dash: [1.6, 2.6] }, { d: CHEVRON }],
  none: [{ d: 'M1.5 8H4.5M11.5 8H14.5' }, { d: 'M6 6L10 10M10 6L6 10' }],
};

const UNDECIDED: Shape = [
  { d: ROUND, dash: [0.4, 2.4], width: 1.6 },
  { d: 'M6.1 6.35A1.95 1.95 0 1 1 8.9 8.05C8.3 8.4 8 8.75 8 9.3', width: 1.4 },
  { d: 'M8 10.7a0.85 0.85 0 1 1 0 1.7a0.85 0.85 0 1 1 0 -1.7Z', fill: true },
];

export const OUTCOME_SHAPES: Readonly<Record<Cell['outcome'], Shape>> = {
  keeps: [{ d: ROUND, width: 1.25 }, { d: 'M5.25 8.25L7.2 10.2L10.9 6.1' }],
  improves: [{ d: 'M8 3L14 12.5H2Z', fill: true }],
  'falls-back': [{ d: 'M8 13L14 3.5H2Z', fill: true }],
  blocked: [{ d: ROUND }, { d: 'M3.7 12.3L12.3 3.7' }],
  undecided: UNDECIDED,
  here: [
    { d: 'M8 14.25C5 11 3.5 8.9 3.5 6.5a4.5 4.5 0 0 1 9 0C12.5 8.9 11 11 8 14.25Z', width: 1.25 },
    { d: 'M8 5.1a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0 -2.8Z', fill: true },
  ],
};

export const PORTABILITY_SHAPES: Readonly<Record<Portability, Shape>> = {
  portable: OUTCOME_SHAPES.keeps,
  'falls-back': OUTCOME_SHAPES['falls-back'],
  blocked: OUTCOME_SHAPES.blocked,
  undecided: OUTCOME_SHAPES.undecided,
  alone: [{ d: ROUND, width: 1.25 }, { d: 'M5 8H11' }],
};

/** More filled: surer. */
export const CONFIDENCE_SHAPES = {
  documented: [{ d: 'M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0 -10Z', fill: true }],
  reported: [
    { d: 'M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0 -10Z', width: 1.25 },
    { d: 'M8 3a5 5 0 0 0 0 10Z', fill: true },
  ],
  inferred: [{ d: 'M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0 -10Z', width: 1.25, dash: [2, 1.6] }],
} as const satisfies Record<string, Shape>;

/** Left out, doubtful, worth knowing. */
export const SEVERITY_SHAPES = {
  lost: [{ d: ROUND }, { d: 'M5.6 5.6L10.4 10.4M10.4 5.6L5.6 10.4' }],
  doubt: [
    { d: 'M8 2L14.6 13.6H1.4Z', width: 1.4 },
    { d: 'M8 6.2V9.4' },
    { d: 'M8 11a0.8 0.8 0 1 1 0 1.6a0.8 0.8 0 1 1 0 -1.6Z', fill: true },
  ],
  note: [
    { d: ROUND, width: 1.25 },
    { d: 'M8 7.5V11.25' },
    { d: 'M8 4.2a0.9 0.9 0 1 1 0 1.8a0.9 0.9 0 1 1 0 -1.8Z', fill: true },
  ],
} as const satisfies Record<string, Shape>;

/** A corner that says "with warnings"; drawn at the top right of a cell. */
export const WARNED_SHAPE: Shape = [{ d: 'M8 2.5L14.5 13.5H1.5Z', fill: true }];

/** Brackets around what counts without some of its reasons: the left one, and the right one. */
export const ASIDE_SHAPES = {
  left: [{ d: 'M9.5 1.5C6.2 5 6.2 11 9.5 14.5' }],
  right: [{ d: 'M6.5 1.5C9.8 5 9.8 11 6.5 14.5' }],
  both: [{ d: 'M5 1.5C1.6 5 1.6 11 5 14.5M11 1.5C14.4 5 14.4 11 11 14.5' }],
} as const satisfies Record<string, Shape>;

export const STROKE_WIDTH = 1.5;
