import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migExtensionRejectsPort = defineRule({
  id: 'mig-extension-rejects-port',
  title: 'An extension of the virtual switch refuses the port of the arriving VM',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: {
    connected: 'vnic.connected',
    isPresent: 'place.isPresent',
    rejects: 'switch.portsRejectedByExtension',
  },
  messages: {
    rejects: 'An extension of {switch} on {host} refuses the port of {vnic} or a policy on it.',
  },
  remediation:
    "Give {switch} on {host} the same extensions and policies as the present switch of {vm} has (Get-VMSwitchExtension -VMSwitchName '{switch}' on both hosts); the maker of the extension knows what it asks for.",
  confidence: 'documented',
  sources: ['S16'],
  limits:
    'Goes by what was tried and noted: an extension decides while the move runs and publishes no list of what it refuses. Where nobody noted it, there is nothing to judge.',
  check: ({ connected, isPresent, rejects }) => {
    if (rejects.fact.state === 'unknown' || knownAs(isPresent, true)) return notApplicable();
    if (knownAs(connected, false)) return notApplicable();
    if (!rejects.fact.value) return holds();
    return whenKnown({ connected, isPresent }, () => violated('rejects'));
  },
});
