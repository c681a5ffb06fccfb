/** What the rules share that speak of a policy of the virtual switch on the port of a vNIC. */
import type { ReadFact, Reading } from '../rule';

/** What a policy means for the VF, by the answer of the plan. */
export const PORT_POLICY_READING: Reading = {
  'withdraws-vf': 'counts',
  unsure: 'open',
  bypassed: 'does-not',
};

export const PORT_POLICY_LIMITS =
  'The tuning guide for Windows Server 2012 R2 says that any policy of the switch takes the VF away; later pages say that VF traffic passes it by. If the VF stays attached, the policy is not enforced on its traffic. Not confirmed for this setting on its own. Which of them holds is an assumption of the plan.';

/** The names of those settings that are known to be set, which is to say above 0. */
export function settingsInUse(settings: Readonly<Record<string, ReadFact<number>>>): string[] {
  return Object.entries(settings)
    .filter(([, { fact }]) => fact.state === 'known' && 0 < fact.value)
    .map(([name]) => name);
}
