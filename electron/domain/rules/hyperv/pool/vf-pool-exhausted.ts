import { knownAs } from '../../known-as';
import { defineRule, doubtful, holds, notApplicable, violated, whenKnown } from '../../rule';
import { isKnownWithoutVfs, noVfHereReads } from '../no-vf-here';

export const vfPoolExhausted = defineRule({
  id: 'vf-pool-exhausted',
  title: 'No VF of the virtual switch is free',
  scope: 'pool',
  effect: { lowers: ['sriov'] },
  assumption: 'poolPreference',
  readings: { allInUse: { 'first-come': 'counts', unsure: 'open' } },
  reads: {
    ...noVfHereReads,
    free: 'pool.freeVfs',
    freeMost: 'pool.freeVfsMost',
    capacity: 'switch.vfCapacity',
    rank: 'pool.vfRank',
  },
  messages: {
    allInUse: '{switch} on {host} has no VF free: all {capacity} are in use.',
    noneAtAll: '{switch} on {host} has no VF to give: it reports a capacity of 0.',
    oneMember:
      '{switch} on {host} has no VF free if its {capacity} are those of all members of the team; if they are those of one member, some are.',
  },
  remediation:
    'Take SR-IOV from a vNIC that needs it less: Set-VMNetworkAdapter -VMName <vm> -Name <vNIC> -IovWeight 0 (that VM falls back). Or more VFs on {host}: Set-NetAdapterSriov -Name <adapter> -NumVFs <n> (adapter restart: the traffic of {switch} stops briefly), or another adapter in its SET team.',
  confidence: 'documented',
  sources: ['S6', 'S34'],
  limits:
    'Counts as of the collection, with the moves planned since. Whether a vNIC of higher weight drives one of lower weight out of a full pool, and what the count of a SET team counts, is in no document found; both are assumptions of the plan. A VF that a guest leaves idle stays taken.',
  check: ({ free, freeMost, capacity, rank, ...place }) => {
    const { iovEnabled } = place;
    if (knownAs(rank, 0) || knownAs(iovEnabled, false)) return notApplicable();
    // Where SR-IOV cannot work the capacity is 0 as well; other rules name the cause.
    const isElsewhere = isKnownWithoutVfs(place);
    if (isElsewhere && (knownAs(capacity, 0) || capacity.fact.state === 'unknown')) {
      return notApplicable();
    }
    return whenKnown({ free }, ({ free }) => {
      if (free > 0) return holds();
      return whenKnown({ iovEnabled, rank, capacity, freeMost }, ({ capacity, freeMost }) => {
        if (capacity === 0) return violated('noneAtAll');
        return freeMost > 0
          ? doubtful('oneMember', { capacity })
          : violated('allInUse', { capacity });
      });
    });
  },
});
