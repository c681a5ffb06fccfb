import { migAttachmentMissing } from '../../../../../electron/domain/rules/hyperv/migration/mig-attachment-missing';
import { ruleCases } from '../../../../helpers/rule-cases';

const VOLUME_IMAGE = 'C:\\ClusterStorage\\Volume1\\setup.iso';
const LOCAL_DISK = 'D:\\VMs\\sql-03.vhdx';

ruleCases(migAttachmentMissing, {
  holds: [
    { name: 'an image on a share', given: { 'vm.dvdImages': ['\\\\files\\iso\\setup.iso'] } },
    {
      name: 'an image on a cluster volume, for a node of the cluster',
      given: { 'vm.dvdImages': [VOLUME_IMAGE], 'move.sameCluster': true },
    },
    {
      name: 'the integration services, which older hosts have themselves',
      given: { 'vm.dvdImages': ['C:\\Windows\\system32\\vmguest.iso'] },
    },
    {
      name: 'a local disk goes along outside a cluster',
      given: {
        'vm.dvdImages': [],
        'vm.diskPaths': [LOCAL_DISK],
        'move.sameCluster': false,
        'vm.clustered': true,
      },
    },
  ],
  violated: [
    {
      name: 'names only the local image',
      given: { 'vm.dvdImages': ['D:\\iso\\setup.iso', '\\\\files\\iso\\tools.iso'] },
      message: 'image',
      values: { paths: ['D:\\iso\\setup.iso'] },
    },
    {
      name: 'a drive of the host',
      given: { 'vm.dvdImages': ['E:'] },
      message: 'image',
      values: { paths: ['E:'] },
    },
    {
      name: 'a cluster volume, for a host outside the cluster',
      given: { 'vm.dvdImages': [VOLUME_IMAGE], 'move.sameCluster': false },
      message: 'image',
      values: { paths: [VOLUME_IMAGE] },
    },
    {
      name: 'a clustered VM on a local disk',
      given: {
        'vm.dvdImages': [],
        'vm.diskPaths': [LOCAL_DISK, 'C:\\ClusterStorage\\Volume1\\data.vhdx'],
        'move.sameCluster': true,
        'vm.clustered': true,
      },
      message: 'disk',
      values: { paths: [LOCAL_DISK] },
    },
    {
      name: 'disk and image',
      given: {
        'vm.dvdImages': ['D:\\a.iso'],
        'vm.diskPaths': [LOCAL_DISK],
        'move.sameCluster': true,
        'vm.clustered': true,
      },
      message: 'both',
      values: { paths: ['D:\\a.iso', LOCAL_DISK] },
    },
  ],
  undecided: [
    { name: 'not collected', given: {}, missing: ['vm.dvdImages'] },
    {
      name: 'a cluster volume, and nobody knows the cluster of the target',
      given: { 'vm.dvdImages': [VOLUME_IMAGE] },
      missing: ['move.sameCluster'],
    },
    {
      name: 'a local disk, and nobody knows whether the VM is clustered',
      given: { 'vm.dvdImages': [], 'vm.diskPaths': [LOCAL_DISK], 'move.sameCluster': true },
      missing: ['vm.clustered'],
    },
  ],
  notApplicable: [
    { name: 'no image inserted', given: { 'vm.dvdImages': [] } },
    {
      name: 'disks of a VM that is no clustered role go along',
      given: { 'vm.dvdImages': [], 'vm.diskPaths': [LOCAL_DISK], 'vm.clustered': false },
    },
  ],
});
