import { migSystemDriveDiffers } from '../../../../../electron/domain/rules/hyperv/migration/mig-system-drive-differs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migSystemDriveDiffers, {
  holds: [
    {
      name: 'the same letter, however written',
      given: { 'source.systemDrive': 'C:', 'target.systemDrive': 'c:\\' },
    },
  ],
  violated: [
    {
      name: 'different letters',
      given: {
        'move.sameCluster': true,
        'source.systemDrive': 'C:',
        'target.systemDrive': 'D:',
      },
      message: 'differs',
      values: { here: 'C:', there: 'D:' },
    },
  ],
  undecided: [
    {
      name: 'different letters, and nobody knows whether it is one cluster',
      given: { 'source.systemDrive': 'C:', 'target.systemDrive': 'D:' },
      missing: ['move.sameCluster'],
    },
  ],
  notApplicable: [
    {
      name: 'outside a cluster',
      given: {
        'move.sameCluster': false,
        'source.systemDrive': 'C:',
        'target.systemDrive': 'D:',
      },
    },
    { name: 'a letter was not collected', given: { 'source.systemDrive': 'C:' } },
  ],
});
