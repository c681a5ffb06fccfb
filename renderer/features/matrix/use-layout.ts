import { useMemo } from 'react';
import type { Arrangement } from './arrange';
import type { Layout } from './geometry';
import { BAND_HEIGHT, ROW_HEIGHT } from './scene';
import type { Size } from './use-viewport';

const NARROWEST_COLUMN = 40;
const WIDEST_COLUMN = 112;
const LONGEST_STANDING_NAME = 112;
/** Names are measured on a sample: a plan may hold thousands of hosts. */
const SAMPLE = 200;

export interface MatrixLayout extends Layout {
  /** Host names stand upright because they do not fit across their column. */
  readonly namesStand: boolean;
}

/** Fits columns into the room there is, and turns the host names where they would not fit. */
export function useLayout(
  { vms, hosts }: Arrangement,
  size: Size | null,
  fontFamily: string,
  isFontReady: boolean,
): MatrixLayout | null {
  const longest = useMemo(
    () => longestName(hosts, fontFamily, isFontReady),
    [hosts, fontFamily, isFontReady],
  );
  return useMemo(() => {
    if (size === null) return null;
    const headWidth = Math.round(Math.min(Math.max(size.width * 0.36, 256), 400));
    const room = Math.floor((size.width - headWidth) / Math.max(hosts.length, 1));
    const columnWidth = Math.min(Math.max(room, NARROWEST_COLUMN), WIDEST_COLUMN);
    const namesStand = longest + 12 > columnWidth;
    const namesHeight = namesStand ? Math.min(longest, LONGEST_STANDING_NAME) + 20 : 28;
    return {
      rowCount: vms.length,
      columnCount: hosts.length,
      rowHeight: ROW_HEIGHT,
      columnWidth,
      headWidth,
      headHeight: BAND_HEIGHT + Math.ceil(namesHeight),
      namesStand,
    };
  }, [vms.length, hosts.length, longest, size]);
}

function longestName(
  hosts: Arrangement['hosts'],
  fontFamily: string,
  _isFontReady: boolean,
): number {
  const ctx = document.createElement('canvas').getContext('2d');
  if (ctx === null) return 0;
  ctx.font = `600 12px ${fontFamily}`;
  return hosts
    .slice(0, SAMPLE)
    .reduce((most, { name }) => Math.max(most, ctx.measureText(name).width), 0);
}
