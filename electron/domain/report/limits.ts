/** How much a report tells in full. What goes beyond is counted, and the report says so. */
import type { Listed } from '../../../shared/model/report';

export interface ReportLimits {
  readonly hostsPerGroup: number;
  readonly rowsPerGroup: number;
  /** Over all groups together, shared out evenly. */
  readonly rows: number;
  readonly obstacles: number;
  readonly namesPerObstacle: number;
  readonly missing: number;
  readonly recordsPerMissing: number;
  readonly stories: number;
  readonly targetsPerStory: number;
  readonly hostsPerTarget: number;
  readonly problems: number;
  readonly goodHostsPerVm: number;
}

/** Some hundred pages at most: what a person may still leaf through. */
export const REPORT_LIMITS: ReportLimits = {
  hostsPerGroup: 42,
  rowsPerGroup: 300,
  rows: 1500,
  obstacles: 200,
  namesPerObstacle: 12,
  missing: 150,
  recordsPerMissing: 12,
  stories: 250,
  targetsPerStory: 12,
  hostsPerTarget: 24,
  problems: 300,
  goodHostsPerVm: 12,
};

/** A cell of a spreadsheet holds 32,767 characters: so many names of 63 fit. */
const NAMES_PER_CELL = 500;

/**
 * For files that programs read: no list of causes stops before its end, and names stop only where
 * a spreadsheet's cell would.
 */
export const FULL_LISTS: ReportLimits = {
  ...REPORT_LIMITS,
  obstacles: Number.POSITIVE_INFINITY,
  namesPerObstacle: NAMES_PER_CELL,
  goodHostsPerVm: NAMES_PER_CELL,
};

export function listed<T>(items: readonly T[], limit: number): Listed<T> {
  return { items: items.slice(0, limit), total: items.length };
}
