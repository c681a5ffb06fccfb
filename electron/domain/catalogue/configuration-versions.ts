/** VM configuration versions: which a host runs, and which a feature needs. */
import type {
  ConfigurationVersionRow,
  FeatureMinimumRow,
  HypervFeature,
  HypervHostRelease,
} from './hyperv-records';
import { configurationVersionTable, featureMinimumTable } from './tables';

/**
 * The configuration versions that a host of this release runs.
 * @returns `null` when not known; a host's own `Get-VMHostSupportedVersion` is always better
 * @see Microsoft Learn, Upgrade virtual machine version in Hyper-V
 */
export function supportedConfigurationVersions(
  release: Pick<HypervHostRelease, 'id'>,
): ConfigurationVersionRow | null {
  return configurationVersionTable.find((row) => row.releaseId === release.id) ?? null;
}

/** The lowest configuration version with which a VM can use the feature. */
export function featureMinimum(feature: HypervFeature): FeatureMinimumRow {
  const row = featureMinimumTable.find(({ id }) => id === feature);
  if (row === undefined) throw new Error(`no such feature: ${feature}`);
  return row;
}

/**
 * Orders configuration versions as numbers, part by part: 9.3 comes before 10.0.
 * @returns negative, zero or positive as for a sort; `null` when either is no version
 */
export function compareConfigurationVersions(left: string, right: string): number | null {
  const [a, b] = [partsOf(left), partsOf(right)];
  return a === null || b === null ? null : a.major - b.major || a.minor - b.minor;
}

function partsOf(version: string): { major: number; minor: number } | null {
  // A JSON number 9.0 has become 9.
  const parts = /^\s*(\d{1,4})(?:\.(\d{1,4}))?\s*$/.exec(version);
  return parts === null ? null : { major: Number(parts[1]), minor: Number(parts[2] ?? 0) };
}
