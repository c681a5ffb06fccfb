import type { VmSummary } from '../../../shared/model/verdict';
import type { Hues } from '../../app/hues';
import type { Arrangement } from './arrange';
import type { CellSprites } from './cell-sprites';
import type { Layout, Place, Viewport } from './geometry';
import type { TextFitter } from './text-fit';

/** Everything that one drawing of the matrix depends on. */
export interface Scene {
  readonly layout: Layout;
  readonly viewport: Viewport;
  readonly arrangement: Arrangement;
  /** Place of each shown column's host in the estate's index. */
  readonly hostPlaces: readonly number[];
  readonly hostNames: ReadonlyMap<string, string>;
  readonly summaries: ReadonlyMap<string, VmSummary>;
  readonly readCell: (vmId: string, host: number) => number;
  readonly namesStand: boolean;
  readonly cursor: Place | null;
  readonly hover: Place | null;
  readonly hues: Hues;
  readonly sprites: CellSprites;
  readonly texts: TextFitter;
  readonly fontFamily: string;
}

export const BAND_HEIGHT = 24;
export const ROW_HEIGHT = 28;
