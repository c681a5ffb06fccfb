import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, type ReadFact, violated, whenKnown } from '../../rule';

export const vnicMandatoryExtensionMissing = defineRule({
  id: 'vnic-mandatory-extension-missing',
  title: 'The virtual switch lacks a feature that the vNIC demands',
  scope: 'vnic',
  effect: { disconnects: true, blocks: 'live' },
  reads: {
    connected: 'vnic.connected',
    isPresent: 'place.isPresent',
    switchFound: 'place.switchFound',
    demanded: 'vnic.mandatoryFeatures',
    offered: 'switch.portFeatures',
    extensions: 'switch.enabledExtensions',
  },
  messages: {
    lacks: '{switch} on {host} lacks {features}, which {vnic} of {vm} demands of its port.',
  },
  remediation:
    "Install the extension that brings the feature on {host} and enable it: Enable-VMSwitchExtension -VMSwitchName '{switch}' -Name <extension>. Or take the feature out of the MandatoryFeatureId of {vnic}.",
  confidence: 'documented',
  sources: ['S16', 'S34'],
  limits:
    'Compares the ids or names as both sides print them; the name of an enabled extension counts as well. A vNIC that is connected where it is now has what it demands there.',
  check: ({ connected, isPresent, switchFound, demanded, offered, extensions }) => {
    if (knownAs(connected, false) || knownAs(switchFound, false)) return notApplicable();
    if (knownAs(isPresent, true)) return notApplicable();
    return whenKnown({ demanded }, ({ demanded }) => {
      if (demanded.length === 0) return notApplicable();
      const have = new Set([...listed(offered), ...listed(extensions)].map(bare));
      const features = demanded.filter((feature) => !have.has(bare(feature)));
      if (features.length === 0) return holds();
      return whenKnown({ offered, isPresent }, () => violated('lacks', { features }));
    });
  },
});

function listed({ fact }: ReadFact<readonly string[]>): readonly string[] {
  return fact.state === 'known' ? fact.value : [];
}

/** `{776E0BA7-…}` and `776e0ba7-…` are one id. */
function bare(feature: string): string {
  return feature
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}
