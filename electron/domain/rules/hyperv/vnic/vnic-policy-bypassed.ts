import { knownAs } from '../../known-as';
import { defineRule, holds, type ReadFacts, violated, whenKnown } from '../../rule';
import { ifWanted } from '../if-wanted';
import { settingsInUse } from '../port-policy';

const policyReads = {
  actions: 'vnic.aclActions',
  extendedAcls: 'vnic.extendedAclCount',
  mirroring: 'vnic.portMirroring',
  dhcpGuard: 'vnic.dhcpGuard',
  routerGuard: 'vnic.routerGuard',
  stormLimit: 'vnic.stormLimit',
  addressLimit: 'vnic.dynamicIpAddressLimit',
  maximum: 'vnic.maximumBandwidthBitsPerSecond',
  minimum: 'vnic.minimumBandwidthBitsPerSecond',
  weight: 'vnic.minimumBandwidthWeight',
} as const;

export const vnicPolicyBypassed = defineRule({
  id: 'vnic-policy-bypassed',
  title: 'Policies of the switch are not enforced on the traffic of the VF',
  scope: 'vnic',
  effect: { bypasses: 'sriov' },
  assumption: 'portPolicy',
  readings: {
    assumed: { 'withdraws-vf': 'does-not', unsure: 'does-not', bypassed: 'counts' },
  },
  reads: { iovWeight: 'vnic.iovWeight', active: 'vnic.vfDataPathActive', ...policyReads },
  messages: {
    proven:
      '{vnic} of {vm} has {policies}, and its VF carries its traffic all the same: on that traffic nothing of it is enforced.',
    assumed:
      '{vnic} of {vm} has {policies}; with a VF, nothing of it is enforced on the traffic of the VF.',
  },
  remediation:
    "Where the policy matters more than the path, turn SR-IOV off for the vNIC: Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -IovWeight 0. Otherwise enforce it elsewhere: in the guest, on the physical switch, or as a rate limit of the adapter.",
  confidence: 'documented',
  sources: ['S19', 'S11', 'S13'],
  limits:
    'Told where a VF carries traffic now although a policy is set, or where the plan assumes that the VF stays. That the traffic of a VF passes the switch by is documented; of each policy on its own it is inferred. Mirroring, ACLs, guards, limits and bandwidth settings are looked at.',
  check: ({ iovWeight, active, ...facts }) =>
    ifWanted(iovWeight, () => {
      const policies = policiesSet(facts);
      if (policies.length > 0) {
        return violated(knownAs(active, true) ? 'proven' : 'assumed', { policies });
      }
      return whenKnown(facts, () => holds());
    }),
});

/** In words for a message. */
function policiesSet({
  actions: { fact: actions },
  mirroring: { fact: mirroring },
  dhcpGuard,
  routerGuard,
  ...limits
}: ReadFacts<typeof policyReads>): string[] {
  const acls = actions.state === 'known' ? actions.value : [];
  return [
    ...(acls.includes('allow') || acls.includes('deny') ? ['port ACLs'] : []),
    ...(mirroring.state === 'known' && mirroring.value !== 'none' ? ['port mirroring'] : []),
    ...(knownAs(dhcpGuard, true) ? ['DHCP guard'] : []),
    ...(knownAs(routerGuard, true) ? ['router guard'] : []),
    ...settingsInUse({
      'extended port ACLs': limits.extendedAcls,
      'a broadcast storm limit': limits.stormLimit,
      'a limit of dynamic IP addresses': limits.addressLimit,
      'a maximum bandwidth': limits.maximum,
      'a minimum bandwidth': limits.minimum,
      'a minimum bandwidth weight': limits.weight,
    }),
  ];
}
