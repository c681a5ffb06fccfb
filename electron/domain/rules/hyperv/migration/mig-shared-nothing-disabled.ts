import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migSharedNothingDisabled = defineRule({
  id: 'mig-shared-nothing-disabled',
  title: 'Live migration is off on one of the hosts',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: {
    sameCluster: 'move.sameCluster',
    here: 'source.migrationEnabled',
    there: 'target.migrationEnabled',
  },
  messages: {
    target:
      '{target} has live migration turned off; a live move outside a cluster needs it at both ends.',
    source:
      '{source} has live migration turned off; a live move outside a cluster needs it at both ends.',
    both: '{source} and {target} have live migration turned off; a live move outside a cluster needs it at both ends.',
  },
  remediation:
    'Enable-VMMigration on both hosts, and choose the networks for it: Set-VMMigrationNetwork (no outage).',
  confidence: 'inferred',
  sources: ['S28'],
  limits:
    'Concluded from the advice to turn it on at both ends. Inside a cluster the setting is not looked at. Credentials, ports and networks are not looked at either.',
  check: ({ sameCluster, here, there }) => {
    if (knownAs(sameCluster, true)) return notApplicable();
    const offHere = knownAs(here, false);
    const offThere = knownAs(there, false);
    if (!offHere && !offThere) return whenKnown({ here, there }, () => holds());
    return whenKnown({ sameCluster }, () =>
      violated(offHere && offThere ? 'both' : offHere ? 'source' : 'target'),
    );
  },
});
