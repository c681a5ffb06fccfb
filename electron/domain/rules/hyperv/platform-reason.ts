/** What the rules share that look for one cause among the reasons Windows gives. */
import {
  type IovCause,
  namesCause,
  unrecognisedReasons,
  writtenReasons,
} from '../../capability/iov-reasons';
import { knownAs } from '../known-as';
import { holds, notApplicable, type ReadFacts, type RuleResult, violated } from '../rule';

export const platformReasonReads = {
  support: 'host.iovSupport',
  reasons: 'host.iovSupportReasons',
  switchReasons: 'switch.iovSupportReasons',
} as const;

export const PLATFORM_REASON_LIMITS =
  'Looks for the English sentence that Windows gives. A sentence in another language is not understood here; it is shown word for word with the statement that the host does not support SR-IOV.';

/**
 * Violated with the message `named` when the host or the switch gives the cause. Without reasons,
 * or with some that are not understood, there is nothing to say about one cause:
 * `host-iov-unsupported` speaks for all of them.
 */
export function platformReason(cause: IovCause) {
  return (facts: ReadFacts<typeof platformReasonReads>): RuleResult<'named'> => {
    const { support, reasons, switchReasons } = facts;
    for (const { fact } of [reasons, switchReasons]) {
      if (fact.state === 'known' && namesCause(fact.value, cause)) return violated('named');
    }
    if (knownAs(support, true)) return holds();
    return reasons.fact.state === 'known' && allUnderstood(reasons.fact.value)
      ? holds()
      : notApplicable();
  };
}

function allUnderstood(reasons: readonly string[]): boolean {
  return writtenReasons(reasons).length > 0 && unrecognisedReasons(reasons).length === 0;
}
