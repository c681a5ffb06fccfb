import { knownAs } from '../../known-as';
import { defineRule, whenKnown } from '../../rule';
import {
  isReason,
  MEDIA_DISCONNECTED,
  MTU_MISMATCH,
  VF_BIND_FAILURE_LIMITS,
  vfBindFailure,
  vfBindFailureReads,
} from '../vf-bind-failure';

export const guestVfBindFailed = defineRule({
  id: 'guest-vf-bind-failed',
  title: 'The guest tried to take its VF and failed',
  scope: 'guest',
  effect: { lowers: ['sriov'] },
  reads: { ...vfBindFailureReads, usage: 'vnic.iovUsage' },
  messages: {
    reported: '{vm} did not switch {vnic} to its VF: {reason}.',
    elsewhere:
      '{vm} did not switch {vnic} to its VF on its present host: {reason}. Whether it would on {host} is not known.',
  },
  remediation:
    'Update the VF driver in the guest of {vm} and look at its free memory (the guest may need a restart), then turn {vnic} off and on in the guest.',
  confidence: 'reported',
  sources: ['S38b'],
  limits: `${VF_BIND_FAILURE_LIMITS} Only where a VF is assigned and idle is the event log asked for.`,
  check: (facts) => {
    const { iovWeight, isPresent, active, failure, usage } = facts;
    const assigned = usage.fact.state === 'known' && 0 < usage.fact.value;
    const idle = assigned && knownAs(active, false) && knownAs(isPresent, true);
    if (idle && !knownAs(iovWeight, 0) && failure.fact.state === 'unknown') {
      return whenKnown({ failure }, () => isOther(facts));
    }
    return isOther(facts);
  },
});

/** Any reason but the two that have a rule of their own. */
const isOther = vfBindFailure(
  (reason) => !isReason(reason, MTU_MISMATCH) && !isReason(reason, MEDIA_DISCONNECTED),
  'elsewhere',
);
