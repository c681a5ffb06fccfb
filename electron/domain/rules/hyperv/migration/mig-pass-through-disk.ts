import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migPassThroughDisk = defineRule({
  id: 'mig-pass-through-disk',
  title: 'The VM has a pass-through disk, which stays with its host or cluster',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: { disks: 'vm.passThroughDisks', sameCluster: 'move.sameCluster' },
  messages: { attached: '{vm} has {disks} of {source} to itself, which does not go to {target}.' },
  remediation:
    "Take it off while {vm} is off (outage of {vm}) and give {target} the same LUN, or copy it into a virtual disk: New-VHD -SourceDisk <n>, then Add-VMHardDiskDrive -VMName '{vm}' -Path <file>.",
  confidence: 'inferred',
  sources: ['S28'],
  limits:
    'Documented is that a disk out of reach refuses the move; that a disk of the host itself is out of reach outside its cluster is inferred. Within a cluster the disk is taken to be a cluster resource that goes along. Where the disks were not collected, there is nothing to judge.',
  check: ({ disks, sameCluster }) => {
    if (disks.fact.state === 'unknown' || disks.fact.value.length === 0) return notApplicable();
    const names = disks.fact.value;
    return whenKnown({ sameCluster }, ({ sameCluster }) =>
      sameCluster ? holds() : violated('attached', { disks: names }),
    );
  },
});
