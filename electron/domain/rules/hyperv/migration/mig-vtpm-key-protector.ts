import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migVtpmKeyProtector = defineRule({
  id: 'mig-vtpm-key-protector',
  title: 'The VM has a virtual TPM, whose key the target must be able to open',
  scope: 'migration',
  effect: { warns: true },
  reads: { generation: 'vm.generation', vtpm: 'vm.vtpmEnabled' },
  messages: {
    enabled:
      '{vm} has a virtual TPM; {target} can start it only with the guardian key that protects it.',
  },
  remediation:
    'Make sure that {target} is attested by the same Host Guardian Service, or, without one, that the two certificates of the guardian of {vm} (store "Shielded VM Local Certificates", with private keys) are on {target} too. No outage.',
  confidence: 'inferred',
  sources: ['assumption'],
  limits:
    'Which guardian protects the VM, and which keys the target holds, is not collected; nodes of one cluster often share them.',
  check: ({ generation, vtpm }) => {
    // Only generation 2 has a virtual TPM.
    if (knownAs(generation, 1)) return notApplicable();
    return whenKnown({ vtpm }, ({ vtpm }) => (vtpm ? violated('enabled') : holds()));
  },
});
