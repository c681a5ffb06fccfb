import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migAttachmentMissing = defineRule({
  id: 'mig-attachment-missing',
  title: 'The VM has an image or a disk attached that the target does not reach',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: {
    images: 'vm.dvdImages',
    disks: 'vm.diskPaths',
    sameCluster: 'move.sameCluster',
    clustered: 'vm.clustered',
  },
  messages: {
    image:
      '{vm} has {paths} inserted, which {target} does not reach unless it has the same file itself.',
    disk: '{vm} has {paths} on a disk of {source} itself, and in a cluster a live move takes no disk along.',
    both: '{vm} has {paths} on disks of {source} itself, which {target} does not reach.',
  },
  remediation:
    "An image: Get-VMDvdDrive -VMName '{vm}' | Set-VMDvdDrive -Path $null ({vm} keeps running), or put it on a share or cluster volume that both hosts reach. A disk: Move-VMStorage '{vm}' to a cluster volume or share ({vm} keeps running).",
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Documented is that an image or disk out of reach refuses the move. What is out of reach is inferred from the path: a drive of the host, and a cluster volume for a host outside that cluster. Wrong where the target has the same file at the same place, or a cluster disk carries the drive letter. vmguest.iso in the Windows folder came with every older host and is not counted. Disks are looked at within a cluster only; outside, a live move takes them along. Disks that were not collected are not asked for.',
  check: ({ images, disks, sameCluster, clustered }) =>
    whenKnown({ images }, ({ images }) => {
      const localImages = images.filter((path) => isOnDrive(path) && !isGuestTools(path));
      const volumeImages = images.filter(isOnClusterVolume);
      const localDisks = disks.fact.state === 'known' ? disks.fact.value.filter(isOnDrive) : [];
      // Only a clustered role that stays in its cluster leaves its disks where they are.
      const countsDisks = localDisks.length > 0 && !knownAs(clustered, false);
      if (volumeImages.length === 0 && !countsDisks) {
        if (localImages.length > 0) return violated('image', { paths: localImages });
        return images.length === 0 ? notApplicable() : holds();
      }
      return whenKnown({ sameCluster }, ({ sameCluster }) => {
        const away = sameCluster ? localImages : images.filter(isAway);
        if (!sameCluster || !countsDisks) {
          return away.length === 0 ? holds() : violated('image', { paths: away });
        }
        return whenKnown({ clustered }, () =>
          away.length === 0
            ? violated('disk', { paths: localDisks })
            : violated('both', { paths: [...away, ...localDisks] }),
        );
      });
    }),
});

function isAway(path: string): boolean {
  return isOnClusterVolume(path) || (isOnDrive(path) && !isGuestTools(path));
}

/** `D:\iso\setup.iso`, or the drive `D:` itself; neither `\\server\share\…` nor a cluster volume. */
function isOnDrive(path: string): boolean {
  return /^\s*[a-z]:/i.test(path) && !isOnClusterVolume(path);
}

/** `C:\ClusterStorage\…`, the same on all nodes of the cluster and nowhere else. */
function isOnClusterVolume(path: string): boolean {
  return /^\s*[a-z]:[\\/]+clusterstorage([\\/]|$)/i.test(path);
}

/** The integration services of hosts older than Windows Server 2016. */
function isGuestTools(path: string): boolean {
  return /^\s*[a-z]:[\\/]+windows[\\/]+system32[\\/]+vmguest\.iso\s*$/i.test(path);
}
