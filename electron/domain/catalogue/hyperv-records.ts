/**
 * The rows of the Hyper-V tables. `sources` are ids of `hyperv-sources.json`; `findHypervSource`
 * gives title and address.
 */
import type { HypervConfidence } from './records';

interface SourcedRow {
  readonly sources: readonly string[];
  readonly confidence: HypervConfidence;
}

export interface HypervSource {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  /** Where it is found when there is no single address: a repository and path, "book". */
  readonly where: string | null;
}

export const HYPERV_PRODUCTS = ['server', 'azure-stack-hci', 'client'] as const;
export type HypervProduct = (typeof HYPERV_PRODUCTS)[number];

/** A release of Windows that can be a Hyper-V host. Several releases may share a build. */
export interface HypervHostRelease extends SourcedRow {
  readonly id: string;
  readonly name: string;
  readonly product: HypervProduct;
  /** Third part of the version number: 17763 of 10.0.17763. */
  readonly builds: readonly number[];
  /** Regular expression, looked for in the lower-case caption. */
  readonly captionPattern: string;
  /** The long-term Windows Server release whose networking it has; `null` for client releases. */
  readonly comparableServerRelease: string | null;
  readonly notes: string | null;
}

/** What `Win32_OperatingSystem.OperatingSystemSKU` tells of the product. */
export interface WindowsSku extends SourcedRow {
  readonly sku: number;
  readonly name: string;
  readonly product: HypervProduct;
}

/** The VM configuration versions that a host release runs. A release without a row is unknown. */
export interface ConfigurationVersionRow extends SourcedRow {
  readonly releaseId: string;
  /** In ascending order, as `Get-VM` prints them: "10.0". */
  readonly versions: readonly string[];
  readonly notes: string | null;
}

export const HYPERV_FEATURES = [
  'vmmq',
  'vtpm',
  'nested-virtualization-intel',
  'nested-virtualization-amd',
  '64-network-adapters',
  'hibernation',
  'dynamic-processor-compatibility',
  'gpu-partitioning',
] as const;
export type HypervFeature = (typeof HYPERV_FEATURES)[number];

/** The lowest VM configuration version with which a feature works. */
export interface FeatureMinimumRow extends SourcedRow {
  readonly id: HypervFeature;
  readonly name: string;
  readonly minimumVersion: string;
  readonly notes: string | null;
}

export const HYPERV_LIMIT_ITEMS = [
  'synthetic-adapters-generation-2',
  'synthetic-adapters-generation-1',
  'legacy-adapters-generation-1',
  'vfs-per-adapter',
  'virtual-processors-generation-2',
  'virtual-processors-generation-1',
  'running-vms-per-host',
  'set-team-members',
  'lbfo-team-members',
  'nodes-per-cluster',
  'vms-per-cluster',
] as const;
export type HypervLimitItem = (typeof HYPERV_LIMIT_ITEMS)[number];

/** A maximum. `least` and `most` differ where documents disagree: the true limit lies between. */
export interface HypervLimitRow extends SourcedRow {
  readonly id: string;
  readonly item: HypervLimitItem;
  readonly releaseIds: readonly string[];
  readonly least: number;
  readonly most: number;
  /** The row holds from this VM configuration version on; `null`: for any. */
  readonly needsConfigurationVersion: string | null;
  readonly notes: string | null;
}
