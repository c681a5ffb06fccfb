import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const migGuardianMissing = defineRule({
  id: 'mig-guardian-missing',
  title: 'The target holds no key that opens the virtual TPM of the VM',
  scope: 'migration',
  effect: { blocks: 'live-and-saved' },
  reads: {
    vtpm: 'vm.vtpmEnabled',
    shielded: 'vm.shielded',
    guardians: 'vm.keyProtectorGuardians',
    held: 'target.guardians',
  },
  messages: {
    missing: '{target} has the keys of none of the guardians of {vm}: {guardians}.',
  },
  remediation:
    'Take the guardian to {target}: export both certificates with their private keys from the store "Shielded VM Local Certificates" of {source} and import them there; or let the Host Guardian Service that protects {vm} attest {target} (no outage).',
  confidence: 'inferred',
  sources: ['assumption'],
  limits:
    'No document was found for the move itself: that a virtual TPM needs the key of its guardian to be opened is how key protectors work. Guardians are compared by name, so equal names with different keys are taken to be one. Moved while off, the VM would arrive and not start. Where either list was not collected, there is nothing to judge here.',
  check: ({ vtpm, shielded, guardians, held }) => {
    if (knownAs(vtpm, false) && !knownAs(shielded, true)) return notApplicable();
    if (guardians.fact.state === 'unknown' || held.fact.state === 'unknown') return notApplicable();
    const names = guardians.fact.value;
    const keys = new Set(held.fact.value.map(plain));
    if (names.length === 0) return notApplicable();
    if (names.some((name) => keys.has(plain(name)))) return holds();
    return whenKnown({ vtpm }, () => violated('missing', { guardians: names }));
  },
});

function plain(name: string): string {
  return name.trim().toLowerCase();
}
