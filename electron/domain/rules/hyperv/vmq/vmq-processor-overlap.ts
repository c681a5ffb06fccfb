import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { teamQueueReads, withTeamQueues } from '../team-queues';
import { WINDOWS_SERVER_2019 } from '../windows-builds';

export const vmqProcessorOverlap = defineRule({
  id: 'vmq-processor-overlap',
  title: 'Adapters of the team share processors for their VM queues',
  scope: 'vmq',
  effect: { slows: 'vmdq' },
  reads: {
    vmqWeight: 'vnic.vmqWeight',
    build: 'host.osBuild',
    ...teamQueueReads,
    sets: 'place.vmqProcessorSets',
  },
  messages: {
    shared:
      'The adapters behind {switch} on {host} share processors for their VM queues, though each serves other vNICs: some processors do the work of several adapters.',
  },
  remediation:
    'Give each adapter behind {switch} on {host} processors of its own: Set-NetAdapterVmq -Name <adapter> -BaseProcessorNumber <n> -MaxProcessors <n> (adapter restart: the traffic of {switch} stops briefly).',
  confidence: 'documented',
  sources: ['S18', 'S20'],
  limits:
    'Compares the adapters of one switch; that adapters of different switches should not share processors either is not looked at. For a SET team separate processors are only preferred, and from Windows Server 2019 on queues change processors by themselves, so SET teams there are left out (inferred).',
  check: (facts) => {
    const { vmqWeight, build, teaming, sets } = facts;
    return ifWanted(vmqWeight, () => {
      const isModern = build.fact.state === 'known' && WINDOWS_SERVER_2019 <= build.fact.value;
      if (isModern && knownAs(teaming, 'set')) return notApplicable();
      return withTeamQueues(facts, (queues) => {
        if (queues === 'min') return notApplicable();
        return whenKnown({ sets }, ({ sets }) => {
          if (sets === 'alone') return notApplicable();
          if (sets === 'disjoint') return holds();
          if (knownAs(teaming, 'lbfo')) return violated('shared');
          return whenKnown({ build }, () => violated('shared'));
        });
      });
    });
  },
});
