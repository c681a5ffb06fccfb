import { migClusterNetwork } from '../../../../../electron/domain/rules/hyperv/migration/mig-cluster-network';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migClusterNetwork, {
  holds: [
    {
      name: 'one network',
      given: { 'move.sameCluster': true, 'cluster.migrationNetworks': ['Cluster Network 1'] },
    },
  ],
  violated: [
    {
      name: 'no network',
      given: { 'move.sameCluster': true, 'cluster.migrationNetworks': [] },
      message: 'none',
    },
  ],
  undecided: [
    {
      name: 'nobody knows whether it is one cluster',
      given: { 'cluster.migrationNetworks': [] },
      missing: ['move.sameCluster'],
    },
  ],
  notApplicable: [
    {
      name: 'between clusters',
      given: { 'move.sameCluster': false, 'cluster.migrationNetworks': [] },
    },
    { name: 'the networks were not collected', given: { 'move.sameCluster': true } },
  ],
});
