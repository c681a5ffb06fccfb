import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migVtpmKeyProtector = defineRule({
  id: 'mig-vtpm-key-protector',
  title: 'The VM has a virtual TPM, whose key the target must be able to open',
  scope: 'migration',
  effect: { warns: true },
  reads: {
    generation: 'vm.generation',
    vtpm: 'vm.vtpmEnabled',
    guardians: 'vm.keyProtectorGuardians',
    held: 'target.guardians',
  },
  messages: {
    enabled:
      '{vm} has a virtual TPM; {target} can start it only with the guardian key that protects it.',
  },
  remediation:
    'Make sure that {target} is attested by the same Host Guardian Service, or, without one, that the two certificates of the guardian of {vm} (store "Shielded VM Local Certificates", with private keys) are on {target} too. No outage.',
  confidence: 'inferred',
  sources: ['assumption'],
  limits:
    'Warns as long as nobody knows which guardians protect the VM and which keys the target holds; where both are known, another rule compares them. Nodes of one cluster often share them.',
  check: ({ generation, vtpm, guardians, held }) => {
    // Known on both sides, it is compared by a rule of its own.
    if (guardians.fact.state === 'known' && held.fact.state === 'known') return notApplicable();
    // Only generation 2 has a virtual TPM.
    if (knownAs(generation, 1)) return notApplicable();
    return whenKnown({ vtpm }, ({ vtpm }) => (vtpm ? violated('enabled') : holds()));
  },
});
