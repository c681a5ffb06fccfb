import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migAttachmentMissing = defineRule({
  id: 'mig-attachment-missing',
  title: 'The VM has a DVD image from a disk of its host inserted',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: { images: 'vm.dvdImages' },
  messages: {
    local:
      '{vm} has {images} inserted, which {target} does not reach unless it has the same file itself.',
  },
  remediation:
    "Eject it: Get-VMDvdDrive -VMName '{vm}' | Set-VMDvdDrive -Path $null ({vm} keeps running). Or put the image on a share or cluster volume that both hosts reach.",
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Documented is that an image out of reach refuses the move. That a path on a drive letter is out of reach is inferred: wrong where the target has the same file at the same place, as with vmguest.iso of older hosts. Disks of the VM are not looked at: a live move outside a cluster takes them along.',
  check: ({ images }) =>
    whenKnown({ images }, ({ images }) => {
      if (images.length === 0) return notApplicable();
      const local = images.filter(isLocal);
      return local.length === 0 ? holds() : violated('local', { images: local });
    }),
});

/** `D:\iso\setup.iso`, but neither `\\server\share\…` nor `C:\ClusterStorage\…`. */
function isLocal(path: string): boolean {
  return /^\s*[a-z]:[\\/]/i.test(path) && !/^\s*[a-z]:[\\/]clusterstorage[\\/]/i.test(path);
}
