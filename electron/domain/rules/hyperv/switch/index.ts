import type { Rule } from '../../rule';
import { switchForwardingExtension } from './switch-forwarding-extension';
import { switchIovDisabled } from './switch-iov-disabled';
import { switchIovUnsupported } from './switch-iov-unsupported';
import { switchMinBandwidthOnIov } from './switch-min-bandwidth-on-iov';
import { switchNotExternal } from './switch-not-external';

/** In the order in which they name a cause: the kind of switch, how it was made, what is in it. */
export const switchRules: readonly Rule[] = [
  switchNotExternal,
  switchIovDisabled,
  switchIovUnsupported,
  switchForwardingExtension,
  switchMinBandwidthOnIov,
];
