import { migAttachmentMissing } from '../../../../../electron/domain/rules/hyperv/migration/mig-attachment-missing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migAttachmentMissing, {
  holds: [
    {
      name: 'images on a share and on a cluster volume',
      given: {
        'vm.dvdImages': ['\\\\files\\iso\\setup.iso', 'C:\\ClusterStorage\\Volume1\\setup.iso'],
      },
    },
  ],
  violated: [
    {
      name: 'names only the local image',
      given: { 'vm.dvdImages': ['D:\\iso\\setup.iso', '\\\\files\\iso\\tools.iso'] },
      message: 'local',
      values: { images: ['D:\\iso\\setup.iso'] },
    },
  ],
  undecided: [{ name: 'not collected', given: {}, missing: ['vm.dvdImages'] }],
  notApplicable: [{ name: 'no image inserted', given: { 'vm.dvdImages': [] } }],
});
