import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vfPoolExhausted = defineRule({
  id: 'vf-pool-exhausted',
  title: 'No VF of the virtual switch is free',
  scope: 'pool',
  effect: { lowers: ['sriov'] },
  reads: {
    free: 'pool.freeVfs',
    capacity: 'switch.vfCapacity',
    iovEnabled: 'switch.iovEnabled',
    rank: 'pool.vfRank',
    platform: 'host.iovSupport',
    support: 'switch.iovSupport',
    capable: 'place.hasSriovAdapter',
  },
  messages: {
    allInUse: '{switch} on {host} has no VF free: all {capacity} are in use.',
    noneAtAll: '{switch} on {host} has no VF to give: it reports a capacity of 0.',
  },
  remediation:
    'Take SR-IOV from a vNIC that needs it less: Set-VMNetworkAdapter -VMName <vm> -Name <vNIC> -IovWeight 0 (that VM falls back). Or more VFs on {host}: Set-NetAdapterSriov -Name <adapter> -NumVFs <n> (adapter restart: the traffic of {switch} stops briefly), or another adapter in its SET team.',
  confidence: 'documented',
  sources: ['S6', 'S34'],
  limits:
    'Counts as of the collection, with the moves planned since. Whether a vNIC of higher weight drives one of lower weight out of a full pool is in no document found; it is taken that it does not. In a SET team the count is taken for that of all members.',
  check: ({ free, capacity, iovEnabled, rank, platform, support, capable }) => {
    if (knownAs(rank, 0) || knownAs(iovEnabled, false)) return notApplicable();
    // Where SR-IOV cannot work the capacity is 0 as well; other rules name the cause.
    const isElsewhere =
      knownAs(platform, false) || knownAs(support, false) || knownAs(capable, false);
    if (isElsewhere && (knownAs(capacity, 0) || capacity.fact.state === 'unknown')) {
      return notApplicable();
    }
    return whenKnown({ free }, ({ free }) => {
      if (free > 0) return holds();
      return whenKnown({ iovEnabled, rank, capacity }, ({ capacity }) =>
        capacity === 0 ? violated('noneAtAll') : violated('allInUse', { capacity }),
      );
    });
  },
});
