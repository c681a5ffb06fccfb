import { migPassThroughDisk } from '../../../../../electron/domain/rules/hyperv/migration/mig-pass-through-disk';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migPassThroughDisk, {
  holds: [
    {
      name: 'within a cluster',
      given: { 'vm.passThroughDisks': ['Disk 2'], 'move.sameCluster': true },
    },
  ],
  violated: [
    {
      name: 'outside a cluster',
      given: { 'vm.passThroughDisks': ['Disk 2'], 'move.sameCluster': false },
      message: 'attached',
      values: { disks: ['Disk 2'] },
    },
  ],
  undecided: [
    {
      name: 'nobody knows whether it is one cluster',
      given: { 'vm.passThroughDisks': ['Disk 2'] },
      missing: ['move.sameCluster'],
    },
  ],
  notApplicable: [
    { name: 'no such disk', given: { 'vm.passThroughDisks': [], 'move.sameCluster': false } },
    { name: 'the disks were not collected', given: { 'move.sameCluster': false } },
  ],
});
