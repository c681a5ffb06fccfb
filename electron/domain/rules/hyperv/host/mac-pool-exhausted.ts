import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const macPoolExhausted = defineRule({
  id: 'mac-pool-exhausted',
  title: 'The dynamic MAC addresses of the host are used up',
  scope: 'host',
  effect: { warns: true },
  reads: {
    dynamic: 'vnic.dynamicMacAddress',
    first: 'host.macAddressMinimum',
    last: 'host.macAddressMaximum',
    used: 'host.dynamicMacAddressesInUse',
  },
  messages: {
    usedUp:
      '{host} has {size} dynamic MAC addresses and {used} vNICs that have one of their own accord: {vnic} of {vm} keeps the address it has, and gets no new one there.',
  },
  remediation:
    'Widen the range on {host}: Set-VMHost -MacAddressMinimum <first> -MacAddressMaximum <last> (it must not overlap the range of another host). Or give {vnic} a static address: Set-VMNetworkAdapter -StaticMacAddress <address> (with the VM off).',
  confidence: 'inferred',
  sources: ['S34', 'S49'],
  limits:
    'That a host without free addresses gives none is documented (SynthNic event 12572). How many are in use is counted from the vNICs of the VMs on the host, of which some may have an address from elsewhere. That a VM keeps its address when it moves is inferred.',
  check: ({ dynamic, first, last, used }) => {
    if (knownAs(dynamic, false)) return notApplicable();
    return whenKnown({ first, last, used }, ({ first, last, used }) => {
      const size = rangeSize(first, last);
      if (size === null) return notApplicable();
      if (used < size) return holds();
      return whenKnown({ dynamic }, () => violated('usedUp', { size, used }));
    });
  },
});

/** `null` for what is no pair of MAC addresses in order. */
function rangeSize(first: string, last: string): number | null {
  const [from, to] = [first, last].map((address) => {
    const digits = address.replace(/[-:.\s]/g, '');
    return /^[\da-f]{12}$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  }) as [number, number];
  const size = to - from + 1;
  return Number.isNaN(size) || size < 1 ? null : size;
}
