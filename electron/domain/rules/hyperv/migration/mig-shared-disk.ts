import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migSharedDisk = defineRule({
  id: 'mig-shared-disk',
  title: 'The VM shares a disk with other VMs of its cluster',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: { shared: 'vm.sharedDisks', sameCluster: 'move.sameCluster' },
  messages: {
    shared:
      '{vm} shares a virtual disk with other VMs, which {target} does not reach outside their cluster.',
  },
  remediation:
    'Move {vm} within its cluster only; or shut down all VMs that share the disk (outage of those VMs), move them together with the disk, and connect it again on {target}.',
  confidence: 'inferred',
  sources: ['assumption'],
  limits:
    'No document was found for the move itself. A shared disk (shared VHDX or VHD set) lies on storage of the cluster and cannot be copied while others use it. Where the disks were not collected, there is nothing to judge.',
  check: ({ shared, sameCluster }) => {
    if (!knownAs(shared, true)) return notApplicable();
    return whenKnown({ sameCluster }, ({ sameCluster }) =>
      sameCluster ? holds() : violated('shared'),
    );
  },
});
