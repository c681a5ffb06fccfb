import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migSystemDriveDiffers = defineRule({
  id: 'mig-system-drive-differs',
  title: 'The nodes have Windows on different drive letters',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: {
    sameCluster: 'move.sameCluster',
    here: 'source.systemDrive',
    there: 'target.systemDrive',
  },
  messages: {
    differs:
      '{target} has Windows on {there} and {source} on {here}: a live move fails when it is almost done.',
  },
  remediation:
    'Use a quick migration (short outage of {vm}). For good: install {target} anew with the drive letter of the other nodes (outage of {target}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S28'],
  limits:
    'Documented for nodes of a cluster (event 20413), so it is looked at within a cluster only. Where a drive letter was not collected, there is nothing to judge.',
  check: ({ sameCluster, here, there }) => {
    if (knownAs(sameCluster, false)) return notApplicable();
    if (here.fact.state === 'unknown' || there.fact.state === 'unknown') return notApplicable();
    const letters = { here: letterOf(here.fact.value), there: letterOf(there.fact.value) };
    if (letters.here === letters.there) return holds();
    return whenKnown({ sameCluster }, () => violated('differs', letters));
  },
});

/** `C:` of `c:\\`, `C` and `C:`. */
function letterOf(drive: string): string {
  return `${drive.trim().slice(0, 1).toUpperCase()}:`;
}
