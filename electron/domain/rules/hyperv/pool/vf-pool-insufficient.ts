import { knownAs } from '../../known-as';
import { defineRule, doubtful, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vfPoolInsufficient = defineRule({
  id: 'vf-pool-insufficient',
  title: 'The virtual switch has fewer free VFs than the VM wants',
  scope: 'pool',
  effect: { lowers: ['sriov'] },
  reads: {
    free: 'pool.freeVfs',
    freeMost: 'pool.freeVfsMost',
    rank: 'pool.vfRank',
    rankMost: 'pool.vfRankMost',
    iovEnabled: 'switch.iovEnabled',
  },
  messages: {
    tooFew:
      '{switch} on {host} has {free} free for {vm} where it would take {rank}: {vnic} comes away without a VF.',
    maybeTooFew:
      '{switch} on {host} has {free} free for {vm}; it is open whether enough is left for {vnic} once the vNICs before it have theirs.',
  },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -IovWeight 0 says that {vnic} can do without. For more VFs: take SR-IOV from a vNIC of another VM the same way (that VM falls back), or on {host} Set-NetAdapterSriov -Name <adapter> -NumVFs <n> (adapter restart: the traffic of {switch} stops briefly).",
  confidence: 'documented',
  sources: ['S6'],
  limits:
    'The vNICs of a VM are served in their order in the inventory; which of them Hyper-V serves first is in no document found. One that cannot use a VF takes none. An empty pool is another rule.',
  check: ({ free, freeMost, rank, rankMost, iovEnabled }) => {
    if (knownAs(rank, 0) || knownAs(iovEnabled, false)) return notApplicable();
    // For the first one wanted it only matters whether there is any.
    if (knownAs(rankMost, 1)) return notApplicable();
    return whenKnown({ free, rank, rankMost }, ({ free, rank, rankMost }) => {
      if (rankMost <= free) return holds();
      return whenKnown({ freeMost, iovEnabled }, ({ freeMost }) => {
        if (freeMost === 0 || rankMost === 1) return notApplicable();
        if (freeMost < rank) return violated('tooFew', { free: vfs(freeMost), rank });
        return doubtful('maybeTooFew', { free: vfs(free) });
      });
    });
  },
});

function vfs(count: number): string {
  return count === 1 ? '1 VF' : `${count} VFs`;
}
