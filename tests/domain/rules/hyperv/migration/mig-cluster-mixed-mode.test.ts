import { migClusterMixedMode } from '../../../../../electron/domain/rules/hyperv/migration/mig-cluster-mixed-mode';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migClusterMixedMode, {
  holds: [
    {
      name: 'the level of the release',
      given: {
        'move.sameCluster': true,
        'cluster.functionalLevel': 10,
        'source.osBuild': 17763,
        'target.osBuild': 17763,
      },
    },
  ],
  violated: [
    {
      name: 'nodes of two releases',
      given: {
        'move.sameCluster': true,
        'cluster.functionalLevel': 9,
        'source.osBuild': 14393,
        'target.osBuild': 17763,
      },
      message: 'mixed',
      values: { level: 9 },
    },
    {
      name: 'an upgrade that was not finished',
      given: {
        'move.sameCluster': true,
        'cluster.functionalLevel': 10,
        'source.osBuild': 20348,
        'target.osBuild': 20348,
      },
      message: 'behind',
      values: { level: 10 },
    },
  ],
  undecided: [
    {
      name: 'the builds were not collected',
      given: { 'move.sameCluster': true, 'cluster.functionalLevel': 9 },
      missing: ['source.osBuild', 'target.osBuild'],
    },
  ],
  notApplicable: [
    {
      name: 'between clusters',
      given: { 'move.sameCluster': false, 'cluster.functionalLevel': 9 },
    },
    { name: 'the level was not collected', given: { 'move.sameCluster': true } },
    {
      name: 'a build whose level is not known',
      given: {
        'move.sameCluster': true,
        'cluster.functionalLevel': 9,
        'source.osBuild': 25398,
        'target.osBuild': 25398,
      },
    },
  ],
});
