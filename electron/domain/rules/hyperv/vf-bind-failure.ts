/** What the rules share that read why the guest did not use its VF (Netvsc event 39). */
import { knownAs } from '../known-as';
import {
  doubtful,
  holds,
  notApplicable,
  type ReadFacts,
  type RuleResult,
  violated,
  whenKnown,
} from '../rule';
import { ifWanted } from './if-wanted';

export const vfBindFailureReads = {
  iovWeight: 'vnic.iovWeight',
  isPresent: 'place.isPresent',
  active: 'vnic.vfDataPathActive',
  failure: 'vnic.vfBindFailure',
} as const;

export const VF_BIND_FAILURE_LIMITS =
  'The event tells of the last attempt on the present host; the cause may be gone since. Where nobody read the event log of the guest, there is nothing to judge.';

export const MTU_MISMATCH = 'VF MTU mismatch';
export const MEDIA_DISCONNECTED = 'VF media disconnected';

/**
 * Violated with the message `reported` where the VM is now, when the guest gave a reason that
 * `isMeant`. A VF that is in use now proves older events wrong. What lies with the VM itself may
 * come back anywhere, so there it is a doubt.
 * @param elsewhere  the message of that doubt; `null` for a cause that stays with the host
 */
export function vfBindFailure<E extends string = never>(
  isMeant: (reason: string) => boolean,
  elsewhere: E | null = null,
) {
  return (facts: ReadFacts<typeof vfBindFailureReads>): RuleResult<'reported' | E> => {
    const { iovWeight, isPresent, active, failure } = facts;
    return ifWanted(iovWeight, (): RuleResult<'reported' | E> => {
      const isElsewhere = knownAs(isPresent, false);
      if (failure.fact.state === 'unknown' || (isElsewhere && elsewhere === null)) {
        return notApplicable();
      }
      const reason = failure.fact.value;
      if (reason === null || !isMeant(reason) || knownAs(active, true)) return holds();
      const values = { reason: bare(reason) };
      if (isElsewhere && elsewhere !== null) return doubtful(elsewhere, values);
      return whenKnown({ isPresent }, () => violated('reported', values));
    });
  };
}

/** Whether a reason, as the event words it, is the one named. */
export function isReason(reason: string, named: string): boolean {
  return reason.toLowerCase().includes(named.toLowerCase());
}

/** The event ends its reasons with a full stop; a sentence around them brings its own. */
function bare(reason: string): string {
  return reason.trim().replace(/\.$/, '');
}
