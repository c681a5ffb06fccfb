import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migShieldedUnguarded = defineRule({
  id: 'mig-shielded-unguarded',
  title: 'The VM is shielded and the target is no guarded host',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: { shielded: 'vm.shielded', guarded: 'target.guarded' },
  messages: { unguarded: '{vm} is shielded, and {target} is no guarded host.' },
  remediation:
    'Let the Host Guardian Service attest {target}: Set-HgsClientConfiguration with its two addresses, then Get-HgsClientConfiguration shows AttestationStatus Passed (no outage). Or choose a guarded host.',
  confidence: 'inferred',
  sources: ['assumption'],
  limits:
    'No document was found for the move itself: that a shielded VM runs on guarded hosts only is what shielding is for. Moved while off, it would arrive and not start. Where nobody knows whether the VM is shielded, there is nothing to judge.',
  check: ({ shielded, guarded }) => {
    if (!knownAs(shielded, true)) return notApplicable();
    return whenKnown({ guarded }, ({ guarded }) => (guarded ? holds() : violated('unguarded')));
  },
});
