import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { unlessOff } from '../unless-off';

export const migCpuFeatureMismatch = defineRule({
  id: 'mig-cpu-feature-mismatch',
  title: 'The VM was started with a processor feature that the target lacks',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    state: 'vm.state',
    sourceVendor: 'source.processorVendor',
    targetVendor: 'target.processorVendor',
    compatibility: 'vm.processorCompatibility',
    generations: 'move.processorGenerations',
    used: 'vm.processorFeatures',
    offered: 'target.processorFeatures',
  },
  messages: { lacks: '{target} lacks {features}, which {vm} was started with.' },
  remediation:
    "Stop-VM '{vm}'; Set-VMProcessor '{vm}' -CompatibilityForMigrationEnabled $true; Start-VM '{vm}' (outage of {vm}; it loses the newer processor features). Or start {vm} on the oldest host first. Compare-VM -Name '{vm}' -DestinationHost '{target}' tells whether it would go.",
  confidence: 'documented',
  sources: ['S28', 'S30'],
  limits:
    'Compares feature lists where both are known. Otherwise the processor generation decides: the same or a newer one of the same vendor is taken to suffice (documented for newer between clusters, inferred for the rest), an older one leaves the question open. Settings in the firmware that hide a feature, and microcode, are not looked at here. Between vendors another rule speaks.',
  check: ({ state, sourceVendor, targetVendor, compatibility, generations, used, offered }) =>
    unlessOff(state, () => {
      if (sourceVendor.fact.state === 'known' && targetVendor.fact.state === 'known') {
        if (sourceVendor.fact.value !== targetVendor.fact.value) return notApplicable();
      }
      if (knownAs(compatibility, true)) return holds();
      if (used.fact.state === 'known' && offered.fact.state === 'known') {
        const have = new Set(offered.fact.value.map(lowerCase));
        const features = used.fact.value.filter((name) => !have.has(lowerCase(name)));
        if (features.length === 0) return holds();
        return whenKnown({ compatibility }, () => violated('lacks', { features }));
      }
      if (knownAs(generations, 'same') || knownAs(generations, 'newer')) return holds();
      if (generations.fact.state === 'unknown') {
        return whenKnown({ compatibility, generations }, () => holds());
      }
      return whenKnown({ compatibility, used, offered }, () => holds());
    }),
});

function lowerCase(name: string): string {
  return name.trim().toLowerCase();
}
