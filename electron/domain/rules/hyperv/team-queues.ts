/** How a team adds up the VM queues of its members. */
import { notApplicable, type ReadFacts, type RuleResult, whenKnown } from '../rule';

export const teamQueueReads = {
  teaming: 'switch.teaming',
  teamingMode: 'switch.teamingMode',
  loadBalancing: 'switch.loadBalancing',
} as const;

/** `sum`: each member serves other vNICs. `min`: every member must be able to serve any vNIC. */
export type TeamQueues = 'sum' | 'min';

/**
 * Goes on with the team's way of adding queues; not applicable without a team. A SET team is always
 * switch independent and spreads by port or dynamically.
 * @see Microsoft Learn, NIC Teaming: Sum-of-Queues and Min-Queues modes
 */
export function withTeamQueues<M extends string>(
  facts: ReadFacts<typeof teamQueueReads>,
  then: (queues: TeamQueues) => RuleResult<M>,
): RuleResult<M> {
  const { teaming, teamingMode, loadBalancing } = facts;
  return whenKnown({ teaming }, ({ teaming }) => {
    if (teaming === 'none') return notApplicable();
    if (teaming === 'set') return then('sum');
    return whenKnown({ teamingMode }, ({ teamingMode }) => {
      if (teamingMode !== 'switch-independent') return then('min');
      return whenKnown({ loadBalancing }, ({ loadBalancing }) =>
        then(loadBalancing === 'hyper-v-port' || loadBalancing === 'dynamic' ? 'sum' : 'min'),
      );
    });
  });
}
