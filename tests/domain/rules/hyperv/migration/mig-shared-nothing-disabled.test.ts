import { migSharedNothingDisabled } from '../../../../../electron/domain/rules/hyperv/migration/mig-shared-nothing-disabled';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migSharedNothingDisabled, {
  holds: [
    {
      name: 'on at both ends, whatever the cluster',
      given: { 'source.migrationEnabled': true, 'target.migrationEnabled': true },
    },
  ],
  violated: [
    {
      name: 'off at the target, whatever holds at the source',
      given: { 'move.sameCluster': false, 'target.migrationEnabled': false },
      message: 'target',
    },
    {
      name: 'off at the source',
      given: {
        'move.sameCluster': false,
        'source.migrationEnabled': false,
        'target.migrationEnabled': true,
      },
      message: 'source',
    },
    {
      name: 'off at both ends',
      given: {
        'move.sameCluster': false,
        'source.migrationEnabled': false,
        'target.migrationEnabled': false,
      },
      message: 'both',
    },
  ],
  undecided: [
    {
      name: 'the target was not collected',
      given: { 'move.sameCluster': false, 'source.migrationEnabled': true },
      missing: ['target.migrationEnabled'],
    },
    {
      name: 'off, but it may be a move inside a cluster',
      given: { 'target.migrationEnabled': false },
      missing: ['move.sameCluster'],
    },
  ],
  notApplicable: [
    {
      name: 'a move inside a cluster',
      given: { 'move.sameCluster': true, 'target.migrationEnabled': false },
    },
  ],
});
