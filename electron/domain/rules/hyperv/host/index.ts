import type { Rule } from '../../rule';
import { hostAcsMissing } from './host-acs-missing';
import { hostBiosTablesWrong } from './host-bios-tables-wrong';
import { hostClientSku } from './host-client-sku';
import { hostIommuBiosOff } from './host-iommu-bios-off';
import { hostIommuDisabled } from './host-iommu-disabled';
import { hostIommuMissing } from './host-iommu-missing';
import { hostIovOverride } from './host-iov-override';
import { hostIovUnsupported } from './host-iov-unsupported';
import { hostNoPcieBus } from './host-no-pcie-bus';
import { hostOsTooOld } from './host-os-too-old';
import { hostOscDenied } from './host-osc-denied';
import { hostSlatMissing } from './host-slat-missing';
import { macPoolExhausted } from './mac-pool-exhausted';

/**
 * In the order in which they name a cause: hardware, firmware, setting; then what only says that
 * there is some such cause; then the release and edition.
 */
export const hostRules: readonly Rule[] = [
  hostSlatMissing,
  hostNoPcieBus,
  hostIommuMissing,
  hostAcsMissing,
  hostBiosTablesWrong,
  hostOscDenied,
  hostIommuBiosOff,
  hostIommuDisabled,
  hostIovUnsupported,
  hostOsTooOld,
  hostClientSku,
  hostIovOverride,
  macPoolExhausted,
];
