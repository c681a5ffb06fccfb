import type { Rule } from '../../rule';
import { migAttachmentMissing } from './mig-attachment-missing';
import { migAuth } from './mig-auth';
import { migClusterMixedMode } from './mig-cluster-mixed-mode';
import { migClusterNetwork } from './mig-cluster-network';
import { migConfigVersionUnsupported } from './mig-config-version-unsupported';
import { migCpuFeatureMismatch } from './mig-cpu-feature-mismatch';
import { migCpuMicrocodeMismatch } from './mig-cpu-microcode-mismatch';
import { migCpuVendorDiffers } from './mig-cpu-vendor-differs';
import { migDdaAttached } from './mig-dda-attached';
import { migEditionDiffers } from './mig-edition-differs';
import { migExtensionRejectsPort } from './mig-extension-rejects-port';
import { migGpuPartition } from './mig-gpu-partition';
import { migGuardianMissing } from './mig-guardian-missing';
import { migLimitReached } from './mig-limit-reached';
import { migNestedActive } from './mig-nested-active';
import { migNicCountOverLimit } from './mig-nic-count-over-limit';
import { migNotPossibleOwner } from './mig-not-possible-owner';
import { migNumaNodeTooSmall } from './mig-numa-node-too-small';
import { migPassThroughDisk } from './mig-pass-through-disk';
import { migPortClosed } from './mig-port-closed';
import { migResourcePoolMissing } from './mig-resource-pool-missing';
import { migRetpolineSkylake } from './mig-retpoline-skylake';
import { migSharedDisk } from './mig-shared-disk';
import { migSharedNothingDisabled } from './mig-shared-nothing-disabled';
import { migShieldedUnguarded } from './mig-shielded-unguarded';
import { migSwitchInternalPrivate } from './mig-switch-internal-private';
import { migSwitchNameMissing } from './mig-switch-name-missing';
import { migSystemDriveDiffers } from './mig-system-drive-differs';
import { migTargetMemory } from './mig-target-memory';
import { migVcpuOverLimit } from './mig-vcpu-over-limit';
import { migVcpuOverTarget } from './mig-vcpu-over-target';
import { migVirtualSanMissing } from './mig-virtual-san-missing';
import { migVtpmKeyProtector } from './mig-vtpm-key-protector';

/**
 * In the order in which they name a cause: what refuses every move, then what refuses a started or
 * saved VM, lasting causes before passing ones, then what refuses live moves only, then the rest.
 */
export const migrationRules: readonly Rule[] = [
  migConfigVersionUnsupported,
  migNicCountOverLimit,
  migVcpuOverLimit,
  migCpuVendorDiffers,
  migDdaAttached,
  migGpuPartition,
  migShieldedUnguarded,
  migGuardianMissing,
  migPassThroughDisk,
  migSharedDisk,
  migVirtualSanMissing,
  migVcpuOverTarget,
  migSwitchNameMissing,
  migCpuFeatureMismatch,
  migCpuMicrocodeMismatch,
  migRetpolineSkylake,
  migNotPossibleOwner,
  migTargetMemory,
  migNumaNodeTooSmall,
  migEditionDiffers,
  migSharedNothingDisabled,
  migAuth,
  migPortClosed,
  migClusterNetwork,
  migSystemDriveDiffers,
  migSwitchInternalPrivate,
  migAttachmentMissing,
  migExtensionRejectsPort,
  migResourcePoolMissing,
  migVtpmKeyProtector,
  migClusterMixedMode,
  migNestedActive,
  migLimitReached,
];
