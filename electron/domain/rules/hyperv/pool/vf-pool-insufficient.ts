import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const vfPoolInsufficient = defineRule({
  id: 'vf-pool-insufficient',
  title: 'The virtual switch has fewer free VFs than the VM wants',
  scope: 'pool',
  effect: { lowers: ['sriov'] },
  reads: { free: 'pool.freeVfs', rank: 'pool.vfRank', iovEnabled: 'switch.iovEnabled' },
  messages: {
    tooFew:
      '{switch} on {host} has {free} free for {vm} where it would take {rank}: {vnic} comes away without a VF.',
  },
  remediation:
    "Set-VMNetworkAdapter -VMName '{vm}' -Name '{vnic}' -IovWeight 0 says that {vnic} can do without. For more VFs: take SR-IOV from a vNIC of another VM the same way (that VM falls back), or on {host} Set-NetAdapterSriov -Name <adapter> -NumVFs <n> (adapter restart: the traffic of {switch} stops briefly).",
  confidence: 'documented',
  sources: ['S6'],
  limits:
    'The vNICs of a VM are served in their order in the inventory; which of them Hyper-V serves first is in no document found. An empty pool is another rule.',
  check: ({ free, rank, iovEnabled }) => {
    if (knownAs(rank, 0) || knownAs(iovEnabled, false)) return notApplicable();
    // For the first one wanted it only matters whether there is any.
    if (knownAs(rank, 1)) return notApplicable();
    return whenKnown({ free }, ({ free }) => {
      if (free === 0) return notApplicable();
      return whenKnown({ rank }, ({ rank }) => {
        if (rank <= free) return holds();
        return whenKnown({ iovEnabled }, () => violated('tooFew', { free: vfs(free), rank }));
      });
    });
  },
});

function vfs(count: number): string {
  return count === 1 ? '1 VF' : `${count} VFs`;
}
