import { migLimitReached } from '../../../../../electron/domain/rules/hyperv/migration/mig-limit-reached';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migLimitReached, {
  holds: [
    {
      name: 'nothing runs',
      given: { 'source.migrationsRunning': 0, 'target.migrationsRunning': 0 },
    },
    {
      name: 'one more may run in the cluster',
      given: {
        'source.migrationsRunning': 1,
        'target.migrationsRunning': 1,
        'move.sameCluster': true,
        'cluster.parallelMigrations': 2,
      },
    },
  ],
  violated: [
    {
      name: 'the limit of the cluster counts, not that of the host',
      given: {
        'source.migrationsRunning': 0,
        'target.migrationsRunning': 1,
        'move.sameCluster': true,
        'cluster.parallelMigrations': 1,
        'target.migrationLimit': 4,
      },
      message: 'target',
      values: { limit: 1 },
    },
    {
      name: 'the source is at its limit, whatever runs at the target',
      given: {
        'source.migrationsRunning': 2,
        'move.sameCluster': false,
        'source.migrationLimit': 2,
      },
      message: 'source',
      values: { limit: 2 },
    },
    {
      name: 'a cluster without a limit of its own, and the target at its own',
      given: {
        'target.migrationsRunning': 2,
        'move.sameCluster': true,
        'target.migrationLimit': 2,
      },
      message: 'target',
      values: { limit: 2 },
    },
  ],
  undecided: [
    {
      name: 'below the limit of the hosts, but the limit of the cluster was not collected',
      given: {
        'source.migrationsRunning': 1,
        'target.migrationsRunning': 0,
        'move.sameCluster': true,
        'source.migrationLimit': 2,
        'target.migrationLimit': 2,
      },
      missing: ['cluster.parallelMigrations'],
    },
    {
      name: 'what runs was not collected',
      given: { 'move.sameCluster': false, 'source.migrationLimit': 2, 'target.migrationLimit': 2 },
      missing: ['source.migrationsRunning', 'target.migrationsRunning'],
    },
    {
      name: 'whether it is one cluster was not collected',
      given: { 'source.migrationsRunning': 1 },
      missing: ['move.sameCluster'],
    },
  ],
  // Every move counts against a limit.
  notApplicable: [],
});
