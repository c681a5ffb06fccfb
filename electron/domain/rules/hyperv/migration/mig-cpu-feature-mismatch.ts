import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, type ReadFacts, violated, whenKnown } from '../../rule';
import { unlessOff } from '../unless-off';

const reads = {
  state: 'vm.state',
  sourceVendor: 'source.processorVendor',
  targetVendor: 'target.processorVendor',
  compatibility: 'vm.processorCompatibility',
  mode: 'vm.processorCompatibilityMode',
  sameCluster: 'move.sameCluster',
  generations: 'move.processorGenerations',
  used: 'vm.processorFeatures',
  offered: 'target.processorFeatures',
} as const;

export const migCpuFeatureMismatch = defineRule({
  id: 'mig-cpu-feature-mismatch',
  title: 'The VM was started with a processor feature that the target lacks',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads,
  messages: {
    lacks: '{target} lacks {features}, which {vm} was started with.',
    older:
      '{target} has processors of an older generation than {source}, and {vm} runs without processor compatibility mode.',
    otherCluster:
      '{target} has processors of an older generation than {source}, and {vm} keeps to the features of its own cluster only.',
  },
  remediation:
    "Stop-VM '{vm}'; Set-VMProcessor '{vm}' -CompatibilityForMigrationEnabled $true (to a host outside the cluster also -CompatibilityForMigrationMode MinimumFeatureSet, from Windows Server 2025 on); Start-VM '{vm}' (outage of {vm}; it loses the newer processor features). Or start {vm} on the oldest host first. Compare-VM -Name '{vm}' -DestinationHost '{target}' tells whether it would go.",
  confidence: 'documented',
  sources: ['S28', 'S30'],
  limits:
    'Compares feature lists where both are known. Otherwise the processor generation decides, of one vendor: the same or a newer one is taken to suffice (documented for newer between clusters, inferred for the rest), an older one needs the compatibility mode (documented between clusters). Wrong for a VM that was started on an older host and moved to its present one since. In the mode with the common features of the cluster a VM goes to any node of that cluster; outside of it the generation decides again. Settings in the firmware that hide a feature, and microcode, are not looked at here. Between vendors another rule speaks.',
  check: (facts) =>
    unlessOff(facts.state, () => {
      const { sourceVendor, targetVendor, compatibility, mode, sameCluster, used, offered } = facts;
      if (sourceVendor.fact.state === 'known' && targetVendor.fact.state === 'known') {
        if (sourceVendor.fact.value !== targetVendor.fact.value) return notApplicable();
      }
      const compatible = knownAs(compatibility, true);
      // Without word of the newer mode, the mode is the fixed one of all releases.
      const isCommon = knownAs(mode, 'common-cluster-feature-set');
      if (compatible && (!isCommon || knownAs(sameCluster, true))) return holds();
      if (used.fact.state === 'known' && offered.fact.state === 'known') {
        const have = new Set(offered.fact.value.map(lowerCase));
        const features = used.fact.value.filter((name) => !have.has(lowerCase(name)));
        if (features.length === 0) return holds();
        if (compatible) return whenKnown({ sameCluster }, () => violated('lacks', { features }));
        return whenKnown({ compatibility }, () => violated('lacks', { features }));
      }
      return byGeneration(facts);
    }),
});

function byGeneration({ compatibility, sameCluster, generations }: ReadFacts<typeof reads>) {
  if (knownAs(generations, 'same') || knownAs(generations, 'newer')) return holds();
  if (knownAs(compatibility, true)) {
    return whenKnown({ sameCluster, generations }, () => violated('otherCluster'));
  }
  return whenKnown({ compatibility, generations }, () => violated('older'));
}

function lowerCase(name: string): string {
  return name.trim().toLowerCase();
}
