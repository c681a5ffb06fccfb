import type { Rule } from '../../rule';
import { guestLinuxHostTooOld } from './guest-linux-host-too-old';
import { guestNoSriovSupport } from './guest-no-sriov-support';
import { guestVfBindFailed } from './guest-vf-bind-failed';
import { guestVfDriverMissing } from './guest-vf-driver-missing';
import { guestVfMediaDisconnected } from './guest-vf-media-disconnected';
import { guestVfMtuMismatch } from './guest-vf-mtu-mismatch';
import { guestVfNoRss } from './guest-vf-no-rss';

/**
 * In the order in which they name a cause: the guest system, then what the guest itself reported,
 * then the driver, which an idle VF only suggests.
 */
export const guestRules: readonly Rule[] = [
  guestNoSriovSupport,
  guestLinuxHostTooOld,
  guestVfMtuMismatch,
  guestVfMediaDisconnected,
  guestVfBindFailed,
  guestVfDriverMissing,
  guestVfNoRss,
];
