import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vnicMandatoryExtensionMissing = defineRule({
  id: 'vnic-mandatory-extension-missing',
  title: 'The virtual switch lacks a feature that the vNIC demands',
  scope: 'vnic',
  effect: { disconnects: true, blocks: 'live' },
  reads: {
    connected: 'vnic.connected',
    switchFound: 'place.switchFound',
    demanded: 'vnic.mandatoryFeatures',
    offered: 'switch.portFeatures',
  },
  messages: {
    lacks: '{switch} on {host} lacks {features}, which {vnic} of {vm} demands of its port.',
  },
  remediation:
    "Install the extension that brings the feature on {host} and enable it: Enable-VMSwitchExtension -VMSwitchName '{switch}' -Name <extension>. Or take the feature out of the MandatoryFeatureId of {vnic}.",
  confidence: 'documented',
  sources: ['S16', 'S34'],
  limits:
    'Compares the ids or names as both sides print them. What happens to a vNIC that is already connected when the extension goes is not looked at.',
  check: ({ connected, switchFound, demanded, offered }) => {
    if (knownAs(connected, false) || knownAs(switchFound, false)) return notApplicable();
    return whenKnown({ demanded }, ({ demanded }) => {
      if (demanded.length === 0) return notApplicable();
      return whenKnown({ offered }, ({ offered }) => {
        const have = new Set(offered.map(bare));
        const features = demanded.filter((feature) => !have.has(bare(feature)));
        return features.length === 0 ? holds() : violated('lacks', { features });
      });
    });
  },
});

/** `{776E0BA7-…}` and `776e0ba7-…` are one id. */
function bare(feature: string): string {
  return feature
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}
