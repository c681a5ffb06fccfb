import type { Rule } from '../../rule';
import { vmmqConfigVersionTooOld } from './vmmq-config-version-too-old';
import { vmmqHostTooOld } from './vmmq-host-too-old';
import { vmmqNeedsSet } from './vmmq-needs-set';
import { vmmqOffByDefault2016 } from './vmmq-off-by-default-2016';
import { vmq2008r2DefaultOff } from './vmq-2008r2-default-off';
import { vmqBaseCoreZero } from './vmq-base-core-zero';
import { vmqDriverRejects } from './vmq-driver-rejects';
import { vmqLinkBelow10g } from './vmq-link-below-10g';
import { vmqMinQueuesSetsDiffer } from './vmq-min-queues-sets-differ';
import { vmqNicAbsent } from './vmq-nic-absent';
import { vmqNicDisabled } from './vmq-nic-disabled';
import { vmqProcessorOverlap } from './vmq-processor-overlap';
import { vmqQueuesExhausted } from './vmq-queues-exhausted';
import { vrssSingleVcpu } from './vrss-single-vcpu';

/**
 * In the order in which they name a cause: host, adapter, link, driver, pool; then what makes a
 * queue slower, again from the host to the VM.
 */
export const vmqRules: readonly Rule[] = [
  vmq2008r2DefaultOff,
  vmqNicAbsent,
  vmqNicDisabled,
  vmqLinkBelow10g,
  vmqDriverRejects,
  vmqQueuesExhausted,
  vmmqHostTooOld,
  vmmqOffByDefault2016,
  vmmqNeedsSet,
  vmmqConfigVersionTooOld,
  vmqProcessorOverlap,
  vmqMinQueuesSetsDiffer,
  vmqBaseCoreZero,
  vrssSingleVcpu,
];
