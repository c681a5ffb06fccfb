import type { Rule } from '../../rule';
import { migAttachmentMissing } from './mig-attachment-missing';
import { migConfigVersionUnsupported } from './mig-config-version-unsupported';
import { migCpuFeatureMismatch } from './mig-cpu-feature-mismatch';
import { migCpuMicrocodeMismatch } from './mig-cpu-microcode-mismatch';
import { migCpuVendorDiffers } from './mig-cpu-vendor-differs';
import { migDdaAttached } from './mig-dda-attached';
import { migEditionDiffers } from './mig-edition-differs';
import { migLimitReached } from './mig-limit-reached';
import { migNestedActive } from './mig-nested-active';
import { migNicCountOverLimit } from './mig-nic-count-over-limit';
import { migNotPossibleOwner } from './mig-not-possible-owner';
import { migResourcePoolMissing } from './mig-resource-pool-missing';
import { migSharedNothingDisabled } from './mig-shared-nothing-disabled';
import { migSwitchInternalPrivate } from './mig-switch-internal-private';
import { migSwitchNameMissing } from './mig-switch-name-missing';
import { migTargetMemory } from './mig-target-memory';
import { migVcpuOverTarget } from './mig-vcpu-over-target';
import { migVtpmKeyProtector } from './mig-vtpm-key-protector';

/**
 * In the order in which they name a cause: what refuses every move, then what refuses a started or
 * saved VM, lasting causes before passing ones, then what refuses live moves only, then the rest.
 */
export const migrationRules: readonly Rule[] = [
  migConfigVersionUnsupported,
  migNicCountOverLimit,
  migCpuVendorDiffers,
  migDdaAttached,
  migVcpuOverTarget,
  migSwitchNameMissing,
  migCpuFeatureMismatch,
  migCpuMicrocodeMismatch,
  migNotPossibleOwner,
  migTargetMemory,
  migEditionDiffers,
  migSharedNothingDisabled,
  migSwitchInternalPrivate,
  migAttachmentMissing,
  migResourcePoolMissing,
  migVtpmKeyProtector,
  migNestedActive,
  migLimitReached,
];
