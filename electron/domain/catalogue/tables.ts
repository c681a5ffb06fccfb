/**
 * The shipped tables as typed rows. The casts tell the compiler what the JSON holds; the integrity
 * test of the catalogue proves it, field by field.
 */

import guestSystems from './data/guest-systems.json';
import configurationVersions from './data/hyperv-configuration-versions.json';
import featureMinimums from './data/hyperv-feature-minimums.json';
import hostReleases from './data/hyperv-host-releases.json';
import limits from './data/hyperv-limits.json';
import sources from './data/hyperv-sources.json';
import nicDescriptionRules from './data/nic-description-rules.json';
import nics from './data/nics.json';
import platformNameRules from './data/platform-name-rules.json';
import platforms from './data/platforms.json';
import skus from './data/windows-skus.json';
import type {
  ConfigurationVersionRow,
  FeatureMinimumRow,
  HypervHostRelease,
  HypervLimitRow,
  HypervSource,
  WindowsSku,
} from './hyperv-records';
import type { GuestSystemRow, NicRow, PlatformRow } from './records';

/** A regular expression over a cleaned adapter description, and the rows it speaks of. First match counts. */
export interface NicDescriptionRule {
  readonly pattern: string;
  /** More than one: the description does not tell these apart. */
  readonly nicIds: readonly string[];
  /** What the description names: the controller, a board it sits on, or only a family. */
  readonly names: 'chip' | 'board' | 'family';
}

/** A regular expression over a whole cleaned processor name. */
export interface PlatformNameRule {
  readonly platformId: string;
  readonly pattern: string;
}

export const nicTable: readonly NicRow[] = nics as readonly NicRow[];
export const nicDescriptionRuleTable = nicDescriptionRules as readonly NicDescriptionRule[];
export const platformTable: readonly PlatformRow[] = platforms as readonly PlatformRow[];
export const platformNameRuleTable: readonly PlatformNameRule[] = platformNameRules;
export const guestSystemTable = guestSystems as readonly GuestSystemRow[];
export const hypervHostReleaseTable = hostReleases as readonly HypervHostRelease[];
export const windowsSkuTable = skus as readonly WindowsSku[];
export const configurationVersionTable =
  configurationVersions as readonly ConfigurationVersionRow[];
export const featureMinimumTable = featureMinimums as readonly FeatureMinimumRow[];
export const hypervLimitTable = limits as readonly HypervLimitRow[];
export const hypervSourceTable: readonly HypervSource[] = sources;
