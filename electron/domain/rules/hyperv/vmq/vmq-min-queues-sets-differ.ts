import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { teamQueueReads, withTeamQueues } from '../team-queues';

export const vmqMinQueuesSetsDiffer = defineRule({
  id: 'vmq-min-queues-sets-differ',
  title: 'Adapters of the team use different processors for their VM queues',
  scope: 'vmq',
  effect: { slows: 'vmdq' },
  reads: { vmqWeight: 'vnic.vmqWeight', ...teamQueueReads, sets: 'place.vmqProcessorSets' },
  messages: {
    differ:
      'The adapters behind {switch} on {host} use different processors for their VM queues, though any of them serves any vNIC (Min-Queues team).',
  },
  remediation:
    'Give all adapters behind {switch} on {host} the same processors: Set-NetAdapterVmq -Name <adapter> -BaseProcessorNumber <n> -MaxProcessors <n> (adapter restart: the traffic of {switch} stops briefly).',
  confidence: 'documented',
  sources: ['S18', 'S20'],
  limits: 'Compares the adapters of one switch by base, last and number of processors.',
  check: (facts) => {
    const { vmqWeight, sets } = facts;
    return ifWanted(vmqWeight, () =>
      withTeamQueues(facts, (queues) => {
        if (queues === 'sum') return notApplicable();
        return whenKnown({ sets }, ({ sets }) => {
          if (sets === 'alone') return notApplicable();
          return sets === 'identical' ? holds() : violated('differ');
        });
      }),
    );
  },
});
