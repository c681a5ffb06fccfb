/** What the rules share that speak of a policy of the virtual switch on the port of a vNIC. */
import type { ReadFact } from '../rule';

/** Completes "{vnic} of {vm} has such a policy, and …". */
export const WITHDRAWS_VF = 'for a policy of the switch on its port the VF is withdrawn';

export const PORT_POLICY_LIMITS =
  'The tuning guide for Windows Server 2012 R2 says that any policy of the switch takes the VF away; later pages say that VF traffic passes it by. If the VF stays attached, the policy is not enforced on its traffic. Not confirmed for this setting on its own.';

/** The names of those settings that are known to be set, which is to say above 0. */
export function settingsInUse(settings: Readonly<Record<string, ReadFact<number>>>): string[] {
  return Object.entries(settings)
    .filter(([, { fact }]) => fact.state === 'known' && 0 < fact.value)
    .map(([name]) => name);
}
