/** Maxima of Hyper-V hosts, VMs and clusters. */
import { compareConfigurationVersions } from './configuration-versions';
import type { HypervHostRelease, HypervLimitItem, HypervLimitRow } from './hyperv-records';
import type { HypervConfidence } from './records';
import { hypervLimitTable } from './tables';

/** The true limit lies between `least` and `most`; they are equal when it is certain. */
export interface HypervLimit {
  readonly least: number;
  readonly most: number;
  readonly confidence: HypervConfidence;
  /** The rows it was taken from. */
  readonly rows: readonly HypervLimitRow[];
}

/**
 * The limit on a host of this release.
 * @param configurationVersion  of the VM, where the limit depends on it; `null` when not known,
 *                              which widens the answer to what any version may have
 * @returns `null` when no limit is known, and for what the release does not have at all
 * @see Microsoft Learn, Hyper-V maximum scale limits
 */
export function hypervLimit(
  item: HypervLimitItem,
  release: Pick<HypervHostRelease, 'id'>,
  configurationVersion: string | null = null,
): HypervLimit | null {
  const rows = hypervLimitTable.filter(
    (row) => row.item === item && row.releaseIds.includes(release.id),
  );
  const holding = rowsFor(rows, configurationVersion);
  const [first] = holding;
  if (first === undefined) return null;
  return {
    least: Math.min(...holding.map((row) => row.least)),
    most: Math.max(...holding.map((row) => row.most)),
    confidence: holding.every((row) => row.confidence === first.confidence)
      ? first.confidence
      : 'inferred',
    rows: holding,
  };
}

/** The rows that hold for the version; all of them when it is unknown. */
function rowsFor(
  rows: readonly HypervLimitRow[],
  configurationVersion: string | null,
): readonly HypervLimitRow[] {
  if (configurationVersion === null) return rows;
  const reached = rows.filter((row) => {
    if (row.needsConfigurationVersion === null) return false;
    const order = compareConfigurationVersions(configurationVersion, row.needsConfigurationVersion);
    return order !== null && 0 <= order;
  });
  return reached.length > 0
    ? reached
    : rows.filter((row) => row.needsConfigurationVersion === null);
}
