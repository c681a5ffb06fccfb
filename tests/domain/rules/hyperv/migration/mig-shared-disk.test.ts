import { migSharedDisk } from '../../../../../electron/domain/rules/hyperv/migration/mig-shared-disk';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migSharedDisk, {
  holds: [
    {
      name: 'within the cluster',
      given: { 'vm.sharedDisks': true, 'move.sameCluster': true },
    },
  ],
  violated: [
    {
      name: 'outside the cluster',
      given: { 'vm.sharedDisks': true, 'move.sameCluster': false },
      message: 'shared',
    },
  ],
  undecided: [
    {
      name: 'nobody knows whether it is one cluster',
      given: { 'vm.sharedDisks': true },
      missing: ['move.sameCluster'],
    },
  ],
  notApplicable: [
    { name: 'no shared disk', given: { 'vm.sharedDisks': false, 'move.sameCluster': false } },
    { name: 'the disks were not collected', given: { 'move.sameCluster': false } },
  ],
});
