import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migClusterNetwork = defineRule({
  id: 'mig-cluster-network',
  title: 'No cluster network can carry a live migration',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: { sameCluster: 'move.sameCluster', networks: 'cluster.migrationNetworks' },
  messages: { none: 'The cluster of {target} has no network that can carry a live migration.' },
  remediation:
    'Get-ClusterNetwork | Format-Table Name,Role,State; allow cluster communication on one network that {source} and {target} share: (Get-ClusterNetwork <name>).Role = 1, or 3 with clients (no outage).',
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Looks at whether the cluster uses any network at all. Whether it is up between the two nodes at the moment of the move shows only then; networks that were taken out of live migration are not looked at. Where the networks were not collected, there is nothing to judge.',
  check: ({ sameCluster, networks }) => {
    if (knownAs(sameCluster, false) || networks.fact.state === 'unknown') return notApplicable();
    if (networks.fact.value.length > 0) return holds();
    return whenKnown({ sameCluster }, () => violated('none'));
  },
});
