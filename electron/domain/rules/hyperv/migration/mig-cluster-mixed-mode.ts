import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { WINDOWS_SERVER_2016, WINDOWS_SERVER_2019 } from '../windows-builds';

export const migClusterMixedMode = defineRule({
  id: 'mig-cluster-mixed-mode',
  title: 'The cluster runs in mixed mode, below the release of its nodes',
  scope: 'migration',
  effect: { warns: true },
  reads: {
    sameCluster: 'move.sameCluster',
    level: 'cluster.functionalLevel',
    here: 'source.osBuild',
    there: 'target.osBuild',
  },
  messages: {
    mixed:
      '{target} and {source} run different releases of Windows, and their cluster has functional level {level}: the newer node works in compatibility mode.',
    behind:
      '{target} and {source} run a newer release of Windows than functional level {level} of their cluster: it was not raised after the upgrade.',
  },
  remediation:
    'Finish the upgrade of all nodes, within four weeks; then Update-ClusterFunctionalLevel (cannot be undone, no outage), and Update-VMVersion for the VMs last, as that closes the way back.',
  confidence: 'documented',
  sources: ['S31', 'S49', 'S23'],
  limits:
    'Moves in mixed mode are allowed in both directions as far as the configuration version of the VM goes, which has a rule of its own. Which level belongs to which release is documented for 8 (2012 R2) and 9 (2016), reported for 10 (2019), 11 (2022) and 12 (2025). Azure Stack HCI counts otherwise and is left out by its builds. Where the level was not collected, there is nothing to judge.',
  check: ({ sameCluster, level, here, there }) => {
    if (knownAs(sameCluster, false) || level.fact.state === 'unknown') return notApplicable();
    const value = level.fact.value;
    return whenKnown({ here, there }, ({ here, there }) => {
      const before = LEVELS.get(here);
      const after = LEVELS.get(there);
      if (before === undefined || after === undefined) return notApplicable();
      if (Math.max(before, after) <= value) return holds();
      return whenKnown({ sameCluster }, () =>
        violated(before === after ? 'behind' : 'mixed', { level: value }),
      );
    });
  },
});

/** The functional level of a cluster whose nodes all run this build of Windows Server. */
const LEVELS: ReadonlyMap<number, number> = new Map([
  [9600, 8],
  [WINDOWS_SERVER_2016, 9],
  [WINDOWS_SERVER_2019, 10],
  [20348, 11],
  [26100, 12],
]);
