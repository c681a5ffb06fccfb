/**
 * Whether a vNIC takes a VF where there are VFs to have. One that asks for a VF and cannot use it
 * takes none, so that another one gets it.
 *
 * @see Hyper-V best practices analyzer: VFs are not allocated to VMs whose guest does not support
 *      them. Tuning guide for Windows Server 2012 R2: with MAC address spoofing, metering or
 *      network virtualization the VF is withdrawn.
 */
import { type Fact, valueOr } from '../../../shared/fact';
import type { Assumptions } from '../../../shared/model/assumptions';
import type { Vm, Vnic, VnicFacts } from '../../../shared/model/estate';

/** `maybe`: its weight is not known, or it has a policy of which the documents disagree. */
export type Taking = 'no' | 'maybe' | 'yes';

/** @param vfSupport  whether the guest system can use a VF */
export function takesVf(
  vm: Vm,
  { facts }: Vnic,
  vfSupport: Fact<boolean>,
  { portPolicy }: Pick<Assumptions, 'portPolicy'>,
): Taking {
  const { iovWeight } = facts;
  const isOut =
    isKnownAs(iovWeight, 0) ||
    isKnownAs(facts.connected, false) ||
    isKnownAs(facts.isLegacy, true) ||
    isKnownAs(vfSupport, false) ||
    isWithdrawn(vm, facts) ||
    (portPolicy === 'withdraws-vf' && hasPortPolicy(facts));
  if (isOut) return 'no';
  const isOpen = iovWeight.state === 'unknown' || (portPolicy === 'unsure' && hasPortPolicy(facts));
  return isOpen ? 'maybe' : 'yes';
}

/** Settings of which the documents agree that a vNIC with them keeps no VF. */
function isWithdrawn(vm: Vm, facts: VnicFacts): boolean {
  const { aclActions, isolationMode } = facts;
  const isMetered =
    isKnownAs(vm.facts.resourceMetering, true) ||
    (aclActions.state === 'known' && aclActions.value.includes('meter'));
  return (
    isMetered ||
    isKnownAs(facts.macAddressSpoofing, true) ||
    isKnownAs(isolationMode, 'native-virtual-subnet') ||
    isKnownAs(isolationMode, 'external-virtual-subnet') ||
    0 < valueOr(facts.virtualSubnetId, 0)
  );
}

/** Settings of which one document says that the VF is withdrawn, and another that it stays. */
function hasPortPolicy(facts: VnicFacts): boolean {
  const { aclActions, portMirroring } = facts;
  const actions = aclActions.state === 'known' ? aclActions.value : [];
  return (
    actions.includes('allow') ||
    actions.includes('deny') ||
    isKnownAs(facts.dhcpGuard, true) ||
    isKnownAs(facts.routerGuard, true) ||
    (portMirroring.state === 'known' && portMirroring.value !== 'none') ||
    [
      facts.extendedAclCount,
      facts.stormLimit,
      facts.dynamicIpAddressLimit,
      facts.maximumBandwidthBitsPerSecond,
      facts.minimumBandwidthBitsPerSecond,
      facts.minimumBandwidthWeight,
    ].some((limit) => 0 < valueOr(limit, 0))
  );
}

function isKnownAs<T>(fact: Fact<T>, value: NoInfer<T>): boolean {
  return fact.state === 'known' && fact.value === value;
}
