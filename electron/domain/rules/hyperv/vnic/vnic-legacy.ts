import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vnicLegacy = defineRule({
  id: 'vnic-legacy',
  title: 'The vNIC is a legacy (emulated) adapter',
  scope: 'vnic',
  effect: { lowers: ['sriov', 'vmdq'] },
  settlesPath: true,
  reads: { isLegacy: 'vnic.isLegacy', generation: 'vm.generation' },
  messages: {
    legacy: '{vnic} of {vm} is a legacy adapter: it is emulated and gets neither a VF nor a queue.',
  },
  remediation:
    "Shut {vm} down (outage of {vm}), Add-VMNetworkAdapter -VMName '{vm}' -SwitchName '{switch}', Remove-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}', start it and give the new adapter the address of the old one.",
  confidence: 'documented',
  sources: ['S18', 'S34'],
  limits:
    'That an emulated adapter gets neither is concluded from how both paths work. A guest without the Hyper-V network driver, or one that starts from the network in generation 1, may need the legacy adapter.',
  check: ({ isLegacy, generation }) => {
    // Only generation 1 has legacy adapters.
    if (isLegacy.fact.state === 'unknown' && knownAs(generation, 2)) return notApplicable();
    return whenKnown({ isLegacy }, ({ isLegacy }) => (isLegacy ? violated('legacy') : holds()));
  },
});
